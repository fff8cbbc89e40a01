import {toMethodPath} from '@mionkit/core';
import {createNoResponseError} from './client-errors.ts';
import type {ClientOptions} from './client-options.ts';

/** A request to one method. */
export interface ClientRequest {
    readonly id: string;
    readonly headers: Headers;
    readonly body: string;
    readonly signal: AbortSignal | undefined;
}

/** What came back, whoever sent it. */
export interface ClientResponse {
    readonly status: number;
    readonly headers: Headers;
    readonly text: string;
}

/** Sends a request. Rejects with an `RpcError` when no whole answer comes. */
export async function sendRequest(request: ClientRequest, options: ClientOptions): Promise<ClientResponse> {
    return readWhole(request, await openRequest(request, options));
}

/** Sends a request, and resolves when the head of the answer is there. Rejects with an `RpcError` when none comes. */
export async function openRequest({id, headers, body, signal}: ClientRequest, options: ClientOptions): Promise<Response> {
    headers.set('content-type', 'application/json');
    const url = options.baseURL.replace(/\/$/, '') + encodeURI(toMethodPath(id, options.prefix, options.suffix));
    // Not called as a method of the options: browsers refuse that.
    const send = options.fetch ?? fetch;
    try {
        return await send(url, {method: 'POST', headers, body, signal: signal ?? null});
    } catch (error) {
        throw createNoResponseError(id, error, signal, url);
    }
}

/** Reads an answer to its end. Rejects with an `RpcError` when it has none. */
export async function readWhole({id, signal}: ClientRequest, response: Response): Promise<ClientResponse> {
    try {
        return {status: response.status, headers: response.headers, text: await response.text()};
    } catch (error) {
        throw createNoResponseError(id, error, signal);
    }
}
