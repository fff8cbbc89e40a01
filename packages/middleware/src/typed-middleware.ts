import type {LambdaContext, Untyped} from './lambda-context.ts';
import type {MiddlewareObj} from './middleware-object.ts';
import type {MiddlewareRequest} from './middleware-request.ts';
import type {Additions} from './scope.ts';

declare const adds: unique symbol;
declare const needs: unique symbol;

/**
 * A middleware that says in its type what it adds to the request, and what has to be there before it.
 *
 * @example
 * const jsonBody = <TBody>(): TypedMiddleware<{event: {body: TBody}}, {event: {body: string | null}}> => ({
 *     before: ({event}) => {
 *         Object.assign(event, {body: JSON.parse(event.body ?? 'null')});
 *     },
 * });
 */
export interface TypedMiddleware<TAdds extends Additions, TNeeds extends Additions = Additions>
    extends MiddlewareObj<EventOf<TNeeds>, Untyped, Error, ContextOf<TNeeds>, InternalOf<TNeeds>> {
    readonly [adds]?: TAdds;
    readonly [needs]?: TNeeds;
}

/** What a typed middleware adds, `never` for any other middleware. */
export type AddsOf<TMiddleware> = typeof adds extends keyof TMiddleware
    ? TMiddleware extends {readonly [adds]?: infer TAdds extends Additions}
        ? TAdds
        : never
    : never;

/** What a typed middleware needs, `never` for any other middleware. */
export type NeedsOf<TMiddleware> = typeof needs extends keyof TMiddleware
    ? TMiddleware extends {readonly [needs]?: infer TNeeds extends Additions}
        ? TNeeds
        : never
    : never;

/** The request that a typed middleware has to find. */
export type NeededRequest<TNeeds> = MiddlewareRequest<EventOf<TNeeds>, Untyped, Error, ContextOf<TNeeds>, InternalOf<TNeeds>>;

type EventOf<TNeeds> = TNeeds extends {event: infer TEvent} ? TEvent : Untyped;
type ContextOf<TNeeds> = TNeeds extends {context: infer TContext} ? LambdaContext & TContext : LambdaContext;
type InternalOf<TNeeds> = TNeeds extends {internal: infer TInternal}
    ? Record<string, unknown> & TInternal
    : Record<string, unknown>;
