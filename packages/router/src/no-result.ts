/** Stands for the result of a method that did not run, or that came too late. */
export const noResult: unique symbol = Symbol('no result');
