import type {Attempt} from './attempt.ts';
import {isThenable} from './is-thenable.ts';
import type {MiddlewareFn} from './middleware-object.ts';
import type {MiddlewareRequest} from './middleware-request.ts';
import type {Plan} from './plan.ts';

/**
 * Runs befores, handler and afters, and the onErrors when one of them throws. Rejects with the error that no onError handled.
 *
 * Nothing but promises is awaited: a stack of synchronous functions runs in one go. The loops count, since
 * `for of` in an async function costs as much as all the rest.
 */
export async function runRequest(request: MiddlewareRequest, plan: Plan, attempt: Attempt): Promise<unknown> {
    const {befores, handler, afters} = plan;
    try {
        for (let index = 0; index < befores.length; index++) {
            const before = befores[index] as MiddlewareFn;
            let result = before(request);
            if (isThenable(result)) {
                result = await result;
                if (attempt.expired) return undefined;
            }
            if (isAnswer(result, request)) return request.response;
        }
        if (request.response !== undefined) return request.response;

        attempt.stage = 'handler';
        let response = handler(request.event, request.context, attempt);
        if (isThenable(response)) {
            response = await response;
            if (attempt.expired) return undefined;
        }
        attempt.stage = 'done';
        request.response = response;

        for (let index = 0; index < afters.length; index++) {
            const after = afters[index] as MiddlewareFn;
            let result = after(request);
            if (isThenable(result)) result = await result;
            if (isAnswer(result, request)) break;
        }
    } catch (error) {
        if (attempt.expired) return undefined;
        attempt.stage = 'done';
        await recover(request, plan, error);
    }
    return request.response;
}

/** Runs the onErrors. Throws unless one of them sets or returns a response. */
export async function recover(request: MiddlewareRequest, plan: Plan, error: unknown): Promise<void> {
    forgetOutcome(request);
    request.error = error as Error;
    try {
        await runSteps(plan.onErrors, request);
    } catch (failure) {
        linkErrors(failure, request.error);
        request.error = failure as Error;
        throw failure;
    }
    if (request.response === undefined) throw request.error;
}

/** Runs functions in their order until one of them answers. */
export async function runSteps(steps: readonly MiddlewareFn[], request: MiddlewareRequest): Promise<void> {
    for (const step of steps) {
        let result = step(request);
        if (isThenable(result)) result = await result;
        if (isAnswer(result, request)) return;
    }
}

/** Takes back what was answered or thrown so far. */
export function forgetOutcome(request: MiddlewareRequest): void {
    request.response = undefined;
    request.error = undefined;
    delete request.earlyResponse;
}

/** Whether a function answered, by returning something or with `request.earlyResponse`. Makes the answer the response. */
function isAnswer(result: unknown, request: MiddlewareRequest): boolean {
    if (result !== undefined) request.earlyResponse = result;
    if (!('earlyResponse' in request)) return false;
    request.response = request.earlyResponse;
    return true;
}

/** Lets an error that was thrown while another one was handled point at that one, if it can. */
function linkErrors(failure: unknown, original: unknown): void {
    if (failure === original || typeof failure !== 'object' || failure === null) return;
    try {
        const error: {originalError?: unknown; cause?: unknown} = failure;
        error.originalError = original;
        error.cause ??= original;
    } catch {
        // Frozen, or with setters that throw: it goes on as it is.
    }
}
