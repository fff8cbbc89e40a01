/** Carries the types of what a hook returns. No value ever stands there. */
declare const outcome: unique symbol;

/** A hook with its params, to be passed to a route's `call`: what `hooks.auth('token')` gives. */
export interface HookCall<out TData = unknown, out TError = unknown> {
    readonly id: string;
    readonly params: readonly unknown[];
    readonly [outcome]: {readonly data: TData; readonly error: TError};
}
