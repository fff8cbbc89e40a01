import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import {REQUEST_KEY} from './method.ts';
import {readRequest} from './read-request.ts';
import {runPlan} from './run-plan.ts';

/** Reads the request of a call, and runs its plan. */
export function runCall(call: Call): AdapterResponse | Promise<AdapterResponse> {
    const error = call.hasErrors ? undefined : readRequest(call);
    if (error !== undefined) call.addError(REQUEST_KEY, error);
    return runPlan(call);
}
