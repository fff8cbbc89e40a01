import {castFunction, getValidatorFunction, serializeFunction} from '@deepkit/type';
// biome-ignore lint/style/useImportType: of what `import type` names, Deepkit's compiler knows nothing, and everything would fit.
import {Order, Shape} from './types.ts';

export const isShape = getValidatorFunction<Shape>();
export const castShape = castFunction<Shape>();
export const serializeShape = serializeFunction<Shape>();
export const isOrder = getValidatorFunction<Order>();
export const castOrder = castFunction<Order>();
export const serializeOrder = serializeFunction<Order>();
