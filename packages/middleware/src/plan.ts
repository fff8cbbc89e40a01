import type {HandlerExtras} from './attempt.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {AroundFn, MiddlewareFn} from './middleware-object.ts';
import type {MiddlewareOptions} from './middleware-options.ts';
import {observeHandler} from './plugin-hooks.ts';
import {readMiddleware} from './read-middleware.ts';

/** What an invocation runs. Never changed: registering makes a new one, so a running invocation keeps its own. */
export interface Plan {
    readonly befores: readonly MiddlewareFn[];
    readonly handler: PlanHandler;
    readonly afters: readonly MiddlewareFn[];
    readonly onErrors: readonly MiddlewareFn[];
    readonly arounds: readonly AroundFn[];
    readonly finallys: readonly MiddlewareFn[];
    readonly options: MiddlewareOptions;
}

/** A handler as the engine calls it. */
export type PlanHandler = (event: unknown, context: LambdaContext, extras: HandlerExtras) => unknown;

/** The plan of a stack without middlewares. `requestStart` is its outermost `around`, `requestEnd` its last `finally`. */
export function createPlan(handler: PlanHandler, options: MiddlewareOptions): Plan {
    const {requestStart, requestEnd} = options;
    return {
        befores: [],
        handler: observeHandler(handler, options),
        afters: [],
        onErrors: [],
        arounds: requestStart ? [startRequest(requestStart)] : [],
        finallys: requestEnd ? [requestEnd] : [],
        options,
    };
}

/**
 * The same plan with another handler.
 *
 * @throws Error if it is no function
 */
export function withHandler(plan: Plan, handler: PlanHandler): Plan {
    if (typeof handler !== 'function') throw new Error(`A handler must be a function, but is of type ${typeof handler}.`);
    return {...plan, handler: observeHandler(handler, plan.options)};
}

/**
 * The same plan with a middleware, or each of an array of them, attached.
 *
 * @throws Error if one of them is no middleware
 */
export function withMiddlewares(plan: Plan, middlewares: unknown): Plan {
    return [middlewares].flat().reduce(withMiddleware, plan);
}

function withMiddleware(plan: Plan, middleware: unknown): Plan {
    const {onErrors, options} = plan;
    const added = readMiddleware(middleware, options);
    return {
        ...plan,
        befores: [...plan.befores, ...added.before],
        afters: [...added.after, ...plan.afters],
        onErrors: options.onErrorOrder === 'reverse' ? [...added.onError, ...onErrors] : [...onErrors, ...added.onError],
        arounds: [...plan.arounds, ...added.around],
        finallys: [...added.finally, ...plan.finallys],
    };
}

function startRequest(requestStart: NonNullable<MiddlewareOptions['requestStart']>): AroundFn {
    return async (request, next) => {
        await requestStart(request);
        return next();
    };
}
