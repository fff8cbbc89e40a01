/** Whether a value has to be awaited: any object or function with a `then` method, from whatever library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
    return value !== undefined && typeof (value as PromiseLike<unknown> | null)?.then === 'function';
}
