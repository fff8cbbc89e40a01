import type {MethodsMetadata} from '@mionkit/core';
import {createNoMetadataError} from './client-errors.ts';
import type {ClientOptions} from './client-options.ts';
import {createSignal} from './create-signal.ts';
import {readResponse} from './read-response.ts';
import {sendRequest} from './send-request.ts';
import {toRpcError} from './to-rpc-error.ts';

const id = 'mion/methods';

/** Asks the server for the metadata of methods and of the hooks in their plans. Rejects with an `RpcError`. */
export async function fetchMethods(ids: readonly string[], options: ClientOptions): Promise<MethodsMetadata> {
    const body = JSON.stringify({[id]: [ids]});
    const headers = new Headers(options.headers);
    const response = await sendRequest({id, headers, body, signal: createSignal(options)}, options);
    const {values, error} = readResponse(id, response);
    if (error?.[0] === '@request' && response.status === 404) throw createNoMetadataError(id);
    if (error) throw toRpcError(error[1]);
    return Object(values.get(id));
}
