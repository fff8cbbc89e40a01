import type {LambdaContext, Untyped} from './lambda-context.ts';
import type {MiddlewareRequest} from './middleware-request.ts';

/** One step of a middleware. What it returns, unless `undefined`, becomes the response and ends its phase. */
export type MiddlewareFn<TEvent = Untyped, TResult = Untyped, TError = Error, TContext = LambdaContext, TInternal = Untyped> = (
    request: MiddlewareRequest<TEvent, TResult, TError, TContext, TInternal>,
) => unknown;

/** Runs what it encloses, and answers its response or rejects with the error that no `onError` handled. */
export type Next<TResult = Untyped> = () => Promise<TResult>;

/** A step that encloses the others: whatever must be open while they run belongs here. */
export type AroundFn<TEvent = Untyped, TResult = Untyped, TError = Error, TContext = LambdaContext, TInternal = Untyped> = (
    request: MiddlewareRequest<TEvent, TResult, TError, TContext, TInternal>,
    next: Next<TResult>,
) => unknown;

/** A middleware: at least one of these functions. */
export interface MiddlewareObj<
    TEvent = Untyped,
    TResult = Untyped,
    TError = Error,
    TContext = LambdaContext,
    TInternal = Untyped,
> {
    /** Runs before the handler, in attach order. */
    before?: MiddlewareFn<TEvent, TResult, TError, TContext, TInternal> | undefined;
    /** Runs after the handler, in reverse order. */
    after?: MiddlewareFn<TEvent, TResult, TError, TContext, TInternal> | undefined;
    /** Runs when something threw, in attach order unless `onErrorOrder` says otherwise. */
    onError?: MiddlewareFn<TEvent, TResult, TError, TContext, TInternal> | undefined;
    /** Encloses all the steps above, of this middleware and of the others. The first attached is the outermost. */
    around?: AroundFn<TEvent, TResult, TError, TContext, TInternal> | undefined;
    /** Runs at the end whatever happened, in reverse order. With a `before` beside it: only if that one was reached. */
    finally?: MiddlewareFn<TEvent, TResult, TError, TContext, TInternal> | undefined;
}
