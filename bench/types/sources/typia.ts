import typia, {type tags} from 'typia';
import type {Order, Shape} from './types.ts';

/** An object as `JSON.parse` gives it: its dates are still text. */
type Wire<T> = T extends Date ? string & tags.Format<'date-time'> : T extends object ? {[K in keyof T]: Wire<T[K]>} : T;

export const isShape = typia.createIs<Shape>();
export const equalsShape = typia.createEquals<Shape>();
export const assertShape = typia.createAssert<Shape>();
export const assertEqualsShape = typia.createAssertEquals<Shape>();
export const cloneShape = typia.misc.createClone<Shape>();
export const stringifyShape = typia.json.createStringify<Shape>();
export const isOrder = typia.createIs<Order>();
export const isWireOrder = typia.createIs<Wire<Order>>();
export const stringifyOrder = typia.json.createStringify<Order>();
