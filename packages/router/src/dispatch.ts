import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import {answerOptions} from './answer-options.ts';
import type {Call} from './call.ts';
import {REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import type {Router} from './router.ts';
import {runCall} from './run-call.ts';
import {runCalls} from './run-calls.ts';
import {startCall} from './start-call.ts';
import {toRpcError} from './to-rpc-error.ts';

/** Answers one request. */
export function dispatch(
    router: Router,
    table: MethodTable,
    path: string,
    source: AdapterRequest,
): AdapterResponse | Promise<AdapterResponse> {
    const {pathTransform} = router.options;
    if (pathTransform === undefined) return answer(startCall(router, table, path, source), table);
    let ownPath: string;
    try {
        ownPath = pathTransform(source.rawRequest, path);
    } catch (thrown) {
        const call = startCall(router, table, path, source);
        call.addError(REQUEST_KEY, toRpcError(thrown));
        return runCall(call);
    }
    return answer(startCall(router, table, ownPath, source), table);
}

function answer(call: Call, table: MethodTable): AdapterResponse | Promise<AdapterResponse> {
    if (call.source.method === 'OPTIONS') return answerOptions(call) ?? runCall(call);
    return call.context.path === table.callsPath ? runCalls(call, table) : runCall(call);
}
