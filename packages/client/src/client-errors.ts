import {RpcError} from '@mionkit/core';
import type {ClientResponse} from './send-request.ts';

/** The error for a method that neither the server's metadata nor the contract has. */
export function createUnknownMethodError(id: string): RpcError {
    return createError(404, 'Not Found', `There is no metadata of '${id}'.`);
}

/** The error for a server that serves no metadata. */
export function createNoMetadataError(id: string): RpcError {
    const message = `The server has no '${id}'. Check baseURL and prefix, and that clientRoutes of @mionkit/common are registered.`;
    return createError(404, 'Not Found', message);
}

/** The error for a server that takes one call per request. */
export function createNoBatchError(): RpcError {
    return createError(404, 'Not Found', 'The server takes one call per request: set the `maxCallsPerRequest` of its router.');
}

/**
 * The error for an answer that no mion server wrote: a proxy's error page, another server, a page for unknown paths. With an original error,
 * for one that can't be read as its type says.
 */
export function createInvalidResponseError(id: string, {status, text}: ClientResponse, originalError?: unknown): RpcError {
    const problem =
        originalError === undefined
            ? `status ${status} without a mion response: ${text.slice(0, 100)}`
            : `the response can't be read: ${toReason(originalError)}`;
    const message = `'${id}': ${problem}`;
    return createError(status < 400 ? 502 : status, 'Invalid Response', message, {originalError});
}

/** The error for a request that no answer came to; `url` is where it should have gone. Its status is 0. */
export function createNoResponseError(id: string, error: unknown, signal: AbortSignal | undefined, url?: string): RpcError {
    const place = url === undefined ? `'${id}'` : `'${id}' at ${url}`;
    return createError(0, toNoResponseName(signal), `${place}: ${toReason(error)}`, {originalError: error});
}

/** The error for what no code should throw: a header that can't be sent, a mistake of mion's. */
export function createUnexpectedError(id: string, error: unknown): RpcError {
    return createError(0, 'Client Error', `'${id}': ${toReason(error)}`, {originalError: error});
}

function toNoResponseName(signal: AbortSignal | undefined): string {
    if (!signal?.aborted) return 'Network Error';
    return signal.reason?.name === 'TimeoutError' ? 'Request Timeout' : 'Request Aborted';
}

// Node says only `fetch failed`, and the reason in the cause; for a name with several addresses only its code.
function toReason(error: unknown): string {
    const {message, cause}: Partial<Error> = Object(error);
    return Object(cause).message || Object(cause).code || message || String(error);
}

interface ErrorDetails {
    readonly errorData?: unknown;
    readonly originalError?: unknown;
}

/** An error of the client's own. */
export function createError(statusCode: number, name: string, publicMessage: string, details?: ErrorDetails): RpcError {
    return new RpcError({statusCode, name, publicMessage, ...details});
}
