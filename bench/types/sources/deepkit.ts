import {castFunction, getValidatorFunction, serializeFunction} from '@deepkit/type';
import type {Order, Shape} from './types.ts';

export const isShape = getValidatorFunction<Shape>();
export const castShape = castFunction<Shape>();
export const serializeShape = serializeFunction<Shape>();
export const isOrder = getValidatorFunction<Order>();
export const castOrder = castFunction<Order>();
export const serializeOrder = serializeFunction<Order>();
