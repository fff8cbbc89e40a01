import type {AdapterRequest} from './adapter-request.ts';
import {Call} from './call.ts';
import {REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import type {Router} from './router.ts';
import {toRpcError} from './to-rpc-error.ts';

/** Makes the call of a request: its plan, its context, and what its steps share. */
export function startCall(router: Router, table: MethodTable, path: string, source: AdapterRequest): Call {
    const call = new Call(path, table.getPlan(path), source, router);
    const {sharedDataFactory} = router.options;
    try {
        if (sharedDataFactory !== undefined) call.context.shared = sharedDataFactory(call.context);
    } catch (thrown) {
        call.addError(REQUEST_KEY, toRpcError(thrown));
    }
    return call;
}
