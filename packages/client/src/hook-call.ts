/** Carries the type of a hook's result. No value ever stands there. */
declare const hookResult: unique symbol;

/** A hook with its params, to be passed to a route's `call`: what `hooks.auth('token')` gives. */
export interface HookCall<TResult = unknown> {
    readonly id: string;
    readonly params: readonly unknown[];
    readonly [hookResult]: TResult;
}
