import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import {answerOptions} from './answer-options.ts';
import {Call} from './call.ts';
import {REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import type {Router} from './router.ts';
import {runCall} from './run-call.ts';
import {runCalls} from './run-calls.ts';
import {runPlan} from './run-plan.ts';
import {toRpcError} from './to-rpc-error.ts';

/** Answers one request. */
export function dispatch(
    router: Router,
    table: MethodTable,
    path: string,
    source: AdapterRequest,
): AdapterResponse | Promise<AdapterResponse> {
    const {pathTransform, maxCallsPerRequest} = router.options;
    let ownPath = path;
    try {
        if (pathTransform !== undefined) ownPath = pathTransform(source.rawRequest, path);
    } catch (thrown) {
        const call = new Call(router, table, path, source);
        call.addError(REQUEST_KEY, toRpcError(thrown));
        return runPlan(call);
    }
    const call = new Call(router, table, ownPath, source);
    if (source.method === 'OPTIONS') return answerOptions(call) ?? runCall(call);
    // The path that takes several calls in one request.
    return maxCallsPerRequest > 1 && ownPath === table.toPath('mion/calls') ? runCalls(call, table) : runCall(call);
}
