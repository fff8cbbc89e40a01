import type {HandlerExtras} from './attempt.ts';
import type {LambdaContext, Untyped} from './lambda-context.ts';
import type {MiddlewareObj, Next} from './middleware-object.ts';
import type {Additions, ExtendedScope, Scope, ScopeRequest} from './scope.ts';
import type {ScopeAfter, Verdict} from './scope-after.ts';

/** A handler as it is written. What it returns is used without waiting unless it is a promise. */
export type HandlerFunction<TEvent = Untyped, TResult = Untyped, TContext = LambdaContext> = (
    event: TEvent,
    context: TContext,
    extras: HandlerExtras,
) => TResult | Promise<TResult>;

/** A handler declared with a type of `@types/aws-lambda`. The callback in its type doesn't exist: return a promise. */
export type CallbackHandler<TEvent = Untyped, TResult = Untyped, TContext = LambdaContext> = (
    event: TEvent,
    context: TContext,
    callback: (error?: Error | string | null, result?: TResult) => void,
    // biome-ignore lint/suspicious/noConfusingVoidType: that is how `Handler` of @types/aws-lambda is declared
) => void | Promise<TResult>;

/** What Lambda calls. Event and context default to empty objects, for tests. */
export type LambdaCall<TEvent, TResult> = (event?: TEvent, context?: LambdaContext) => Promise<TResult>;

/** A handler with its middlewares: what Lambda calls, and the functions that attach more. */
export type MiddlewareHandler<TCall = LambdaCall<Untyped, Untyped>, TScope extends Scope = Untyped> = TCall &
    MiddlewareChain<TCall, TScope>;

/** The functions that attach middlewares. Each returns the handler that it was called on, with what is known from there on. */
export interface MiddlewareChain<TCall, TScope extends Scope> {
    /**
     * Attaches a middleware, or all of an array of them.
     *
     * @throws Error if one of them has none of the keys of a middleware. None is attached then.
     */
    use<const TAttached extends Attachable<RequestMiddleware<ScopeRequest<TScope>>>>(
        middlewares: TAttached & Verdict<TScope, TAttached>,
    ): MiddlewareHandler<TCall, ScopeAfter<TScope, TAttached>>;
    use<TAdds extends Additions>(
        middlewares: Additions extends TAdds ? never : Attachable<AnyMiddleware>,
    ): MiddlewareHandler<TCall, ExtendedScope<TScope, TAdds>>;
    use<const TAttached extends Attachable<AnyMiddleware>>(
        middlewares: TAttached & Verdict<TScope, TAttached>,
    ): MiddlewareHandler<TCall, ScopeAfter<TScope, TAttached>>;
    /** Attaches a function that runs before the handler. Name what it adds: `.before<{context: {user: User}}>(…)`. */
    before<TAdds extends Additions = Additions>(
        step: (request: ScopeRequest<ExtendedScope<TScope, NoInfer<TAdds>>>) => unknown,
    ): MiddlewareHandler<TCall, ExtendedScope<TScope, TAdds>>;
    /** Attaches a function that encloses all the others. Name what it adds: `.around<{internal: {span: Span}}>(…)`. */
    around<TAdds extends Additions = Additions>(
        step: (request: ScopeRequest<ExtendedScope<TScope, NoInfer<TAdds>>>, next: Next<TScope['response']>) => unknown,
    ): MiddlewareHandler<TCall, ExtendedScope<TScope, TAdds>>;
    /** Attaches a function that runs after the handler. */
    after(step: (request: ScopeRequest<TScope>) => unknown): MiddlewareHandler<TCall, TScope>;
    /** Attaches a function that runs when something threw. */
    onError(step: (request: ScopeRequest<TScope>) => unknown): MiddlewareHandler<TCall, TScope>;
    /** Attaches a function that runs at the end, whatever happened. */
    finally(step: (request: ScopeRequest<TScope>) => unknown): MiddlewareHandler<TCall, TScope>;
    /** Sets the handler. */
    handler(handler: HandlerFunction<TScope['event'], TScope['response'], TScope['context']>): MiddlewareHandler<TCall, TScope>;
    handler(handler: CallbackHandler<TScope['event'], TScope['response'], TScope['context']>): MiddlewareHandler<TCall, TScope>;
}

type Attachable<TMiddleware> = TMiddleware | readonly TMiddleware[];

type AnyMiddleware = MiddlewareObj<Untyped, Untyped, Untyped, Untyped, Untyped>;

interface RequestMiddleware<TRequest> {
    before?: ((request: TRequest) => unknown) | undefined;
    after?: ((request: TRequest) => unknown) | undefined;
    onError?: ((request: TRequest) => unknown) | undefined;
    around?: ((request: TRequest, next: Next) => unknown) | undefined;
    finally?: ((request: TRequest) => unknown) | undefined;
}
