import type {RpcError} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import {Call} from './call.ts';
import {REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import {readRequest} from './read-request.ts';
import type {Router} from './router.ts';
import type {SharedDataFactory} from './router-options.ts';
import {toRpcError} from './to-rpc-error.ts';

/** Makes the call of a request: finds its plan, reads its body, and notes what is wrong with it. */
export function startCall(router: Router, table: MethodTable, path: string, source: AdapterRequest): Call {
    const {pathTransform, sharedDataFactory} = router.options;
    let ownPath = path;
    let failure = source.error;
    try {
        if (pathTransform !== undefined) ownPath = pathTransform(source.rawRequest, path);
    } catch (thrown) {
        failure = toRpcError(thrown);
    }
    const call = new Call(ownPath, table.getPlan(ownPath), source, router);
    failure ??= readRequest(call, router.options);
    if (sharedDataFactory !== undefined) failure ??= addShared(call, sharedDataFactory);
    if (failure !== undefined) call.addError(REQUEST_KEY, failure);
    return call;
}

function addShared({context}: Call, makeShared: SharedDataFactory<unknown>): RpcError | undefined {
    try {
        context.shared = makeShared(context);
        return undefined;
    } catch (thrown) {
        return toRpcError(thrown);
    }
}
