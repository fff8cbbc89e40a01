import type {MiddlewareRequest} from './middleware-request.ts';

/** What `middleware(handler, options)` can be told. */
export interface MiddlewareOptions {
    /**
     * The order of the `onError` functions. Middy 2 runs them in attach order; Middy 3 and later run them in reverse, and
     * middlewares written for those expect it.
     *
     * @default 'attach'
     */
    readonly onErrorOrder?: 'attach' | 'reverse';
    /** What each invocation's `request.internal` starts with. */
    readonly internal?: Readonly<Record<string, unknown>>;
    /**
     * How many milliseconds before Lambda's own timeout the invocation is answered by `timeoutEarlyResponse`, if a `before`
     * or the handler is still busy then. Works where the context has `getRemainingTimeInMillis`.
     *
     * @default 0: never
     */
    readonly timeoutEarlyInMillis?: number;
    /** Answers an early timeout, or throws. @default throws a `TimeoutError` */
    readonly timeoutEarlyResponse?: (request: MiddlewareRequest) => unknown;
    /**
     * Hears of an error in a `finally` or in `requestEnd`, which never replaces the result.
     *
     * @default `console.error`
     */
    readonly onFinallyError?: (error: unknown, request: MiddlewareRequest) => void;
    /** Runs once, when the middleware stack is created. */
    readonly beforePrefetch?: () => void;
    /** Runs first in each invocation. */
    readonly requestStart?: (request: MiddlewareRequest) => unknown;
    /** Runs before each middleware function, with that function's name. */
    readonly beforeMiddleware?: (name: string) => void;
    /** Runs after each middleware function that didn't throw, with that function's name. */
    readonly afterMiddleware?: (name: string) => void;
    /** Runs before the handler. */
    readonly beforeHandler?: () => void;
    /** Runs after the handler, unless it threw. */
    readonly afterHandler?: () => void;
    /** Runs last in each invocation, whatever happened. */
    readonly requestEnd?: (request: MiddlewareRequest) => unknown;
}
