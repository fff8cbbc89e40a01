import type {MiddlewareOptions} from './middleware-options.ts';
import {createRequest} from './middleware-request.ts';
import {createPlan, type PlanHandler, withHandler, withMiddlewares} from './plan.ts';
import {runAttempt} from './run-attempt.ts';
import {type Deliver, runWrapped} from './run-wrapped.ts';

/** Runs one invocation. */
export type RunInvocation = (event: unknown, context: unknown, deliver?: Deliver) => Promise<unknown>;

/**
 * Makes a handler of the form that `toCall` gives it, with the functions that attach middlewares to it.
 *
 * @param first the handler, or the options where it comes later by `.handler`
 */
export function createStack<TCall extends object>(
    first: PlanHandler | MiddlewareOptions | undefined,
    second: MiddlewareOptions | undefined,
    toCall: (run: RunInvocation) => TCall,
) {
    const [handler, options] = typeof first === 'function' ? [first, second ?? {}] : [doNothing, first ?? second ?? {}];
    options.beforePrefetch?.();
    let plan = createPlan(handler, options);

    const run: RunInvocation = (event = {}, context = {}, deliver) => {
        const request = createRequest(event, context, options.internal);
        const plain = !deliver && plan.arounds.length + plan.finallys.length === 0;
        return plain ? runAttempt(request, plan) : runWrapped(request, plan, deliver);
    };
    const use = (middlewares: unknown) => {
        plan = withMiddlewares(plan, middlewares);
        return stack;
    };
    const stack = Object.assign(toCall(run), {
        use,
        before: (before: unknown) => use({before}),
        after: (after: unknown) => use({after}),
        onError: (onError: unknown) => use({onError}),
        around: (around: unknown) => use({around}),
        finally: (cleanup: unknown) => use({finally: cleanup}),
        handler: (handler: PlanHandler) => {
            plan = withHandler(plan, handler);
            return stack;
        },
    });
    return stack;
}

function doNothing(): void {}
