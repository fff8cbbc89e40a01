import type {LambdaContext, Untyped} from './lambda-context.ts';

/** What every middleware of one invocation gets, the same object each time: read it, change it. */
export interface MiddlewareRequest<
    TEvent = Untyped,
    TResult = Untyped,
    TError = Error,
    TContext = LambdaContext,
    TInternal = Record<string, unknown>,
> {
    /** What Lambda was invoked with. The handler gets what is here after the last `before`. */
    event: TEvent;
    /** Lambda's context. */
    context: TContext;
    /** What the invocation answers. A `before` that sets it keeps the handler from running. */
    response: TResult | null | undefined;
    /** Set to anything: the phase stops here and this is the response, `undefined` included. */
    earlyResponse?: TResult | null | undefined;
    /** What was thrown, from `onError` on. An `onError` may replace it. */
    error: TError | null | undefined;
    /** A store for values between middlewares, one for each invocation. */
    internal: TInternal;
}

/** Makes the request of one invocation. `internal` has no prototype, so that no key is there by accident. */
export function createRequest(event: unknown, context: unknown, internal: object | undefined): MiddlewareRequest {
    return {
        event,
        context: context as LambdaContext,
        response: undefined,
        error: undefined,
        internal: {__proto__: null, ...internal} as object as Record<string, unknown>,
    };
}
