import type {LambdaContext} from './lambda-context.ts';
import type {MiddlewareRequest} from './middleware-request.ts';

/** What the types know at one point of a stack. */
export interface Scope {
    event: unknown;
    context: unknown;
    internal: unknown;
    /** What the handler returns and the afters meet. */
    response: unknown;
    /** What the handler was declared with, where the stack began with it: `unknown` where it didn't. */
    handled: {event: unknown; context: unknown};
}

/** The scope of `middleware<TEvent, TResult>()`. */
export interface InitialScope<TEvent, TResult> extends Scope {
    event: TEvent;
    context: LambdaContext;
    internal: Record<string, unknown>;
    response: TResult;
}

/** The scope of `middleware(handler)`. */
export interface HandlerScope<TEvent, TResult, TContext> extends InitialScope<TEvent, TResult> {
    context: LambdaContext & TContext;
    handled: {event: TEvent; context: TContext};
}

/** The request that a middleware meets at a point of a stack. */
export type ScopeRequest<TScope extends Scope> = MiddlewareRequest<
    TScope['event'],
    TScope['response'],
    Error,
    TScope['context'],
    TScope['internal']
>;

/** What a middleware adds to what follows it: properties, which replace those of the same name. */
export interface Additions {
    /** Properties of the event. An array or a primitive is the whole event. */
    event?: unknown;
    /** Properties of the context. */
    context?: unknown;
    /** Properties of the internal store. */
    internal?: unknown;
    /** What handlers may return from here on, where the middleware makes the response from it. */
    response?: unknown;
}

/** A scope with additions. */
export interface ExtendedScope<TScope extends Scope, TAdds extends Additions> extends Scope {
    event: TAdds extends {event: infer TEvent} ? Override<TScope['event'], TEvent> : TScope['event'];
    context: TAdds extends {context: infer TContext} ? Override<TScope['context'], TContext> : TScope['context'];
    internal: TAdds extends {internal: infer TInternal} ? Override<TScope['internal'], TInternal> : TScope['internal'];
    response: TAdds extends {response: infer TResponse} ? TResponse : TScope['response'];
    handled: TScope['handled'];
}

/** The first type with the properties of the second in place of its own. What has no properties replaces it as a whole. */
export type Override<TType, TAdded> = TAdded extends readonly unknown[] | Primitive
    ? TAdded
    : TType extends unknown
      ? Without<TType, keyof TAdded> & TAdded
      : never;

/** A type without some of its properties. Unlike `Omit` it keeps the others beside an index signature. */
export type Without<TType, TKeys> = {[TKey in keyof TType as TKey extends TKeys ? never : TKey]: TType[TKey]};

/** Whether a type is `any`. */
export type IsAny<TType> = 0 extends 1 & TType ? true : false;

/** What has no properties of its own. */
export type Primitive = string | number | bigint | boolean | symbol | null | undefined;
