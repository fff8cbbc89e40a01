import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import {readRequest} from './read-request.ts';
import {runPlan} from './run-plan.ts';

/** Reads the request of a call, and runs its plan. */
export function runCall(call: Call): AdapterResponse | Promise<AdapterResponse> {
    if (!call.hasErrors) call.attempt(readRequest);
    return runPlan(call);
}
