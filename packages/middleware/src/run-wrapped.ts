import {isThenable} from './is-thenable.ts';
import type {MiddlewareOptions} from './middleware-options.ts';
import type {MiddlewareRequest} from './middleware-request.ts';
import type {Plan} from './plan.ts';
import {runAttempt} from './run-attempt.ts';
import {forgetOutcome, recover} from './run-request.ts';

declare const console: {error(error: unknown): void};

/** Sends a response on its way, where returning it is not enough. */
export type Deliver = (response: unknown) => Promise<void>;

/** Runs a request inside the plan's arounds, then delivers its response, then runs the finallys. */
export async function runWrapped(request: MiddlewareRequest, plan: Plan, deliver?: Deliver): Promise<unknown> {
    try {
        const response = await runAround(request, plan, 0);
        await deliver?.(response);
    } catch (error) {
        request.error = error as Error;
        throw error;
    } finally {
        await runFinallys(request, plan);
    }
    return request.response;
}

/** Runs one around, which runs the next one, until there is none left. Rejects with errors that the onErrors have seen. */
async function runAround(request: MiddlewareRequest, plan: Plan, index: number): Promise<unknown> {
    const around = plan.arounds[index];
    if (!around) return runAttempt(request, plan);
    let runs = 0;
    let unhandled: unknown = neverThrown;
    const next = async (): Promise<unknown> => {
        if (runs++ > 0) forgetOutcome(request);
        try {
            return await runAround(request, plan, index + 1);
        } catch (error) {
            unhandled = error;
            throw error;
        }
    };
    try {
        const answer = await around(request, next);
        if (answer !== undefined) request.response = answer;
    } catch (error) {
        if (Object.is(error, unhandled)) throw error;
        await recover(request, plan, error);
    }
    return request.response;
}

const neverThrown = Symbol();

async function runFinallys(request: MiddlewareRequest, plan: Plan): Promise<void> {
    for (const step of plan.finallys) {
        try {
            const result = step(request);
            if (isThenable(result)) await result;
        } catch (error) {
            report(error, request, plan.options);
        }
    }
}

function report(error: unknown, request: MiddlewareRequest, {onFinallyError = console.error}: MiddlewareOptions): void {
    try {
        onFinallyError(error, request);
    } catch {
        // Nobody is left to tell, and the result of the invocation stands.
    }
}
