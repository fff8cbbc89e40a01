import type {PublicRpcError} from '@mionkit/core';
import {createInvalidResponseError} from './client-errors.ts';
import type {ClientResponse} from './send-request.ts';

/** The body of a mion response, not yet decoded. */
export interface ResponseBody {
    /** What the methods returned, by id. */
    readonly values: ReadonlyMap<string, unknown>;
    /** The first error, which the others follow from, and the id of the method that it came from: `@request` when from none. */
    readonly error: readonly [from: string, error: PublicRpcError] | undefined;
}

/** Reads the answer to a request. Throws an `RpcError` when no mion server wrote it. */
export function readResponse(id: string, response: ClientResponse): ResponseBody {
    const values = parseObject(response.text);
    // In the order of execution, which JSON.parse keeps: no id looks like an integer.
    const [error] = Object.entries<PublicRpcError>(Object(values?.get('@errors')));
    if (!values || (!error && response.status >= 400)) throw createInvalidResponseError(id, response);
    return {values, error};
}

// A Map, so that no name is found that every object inherits.
function parseObject(text: string): ReadonlyMap<string, unknown> | undefined {
    try {
        return text.startsWith('{') ? new Map(Object.entries(JSON.parse(text))) : undefined;
    } catch {
        return undefined;
    }
}
