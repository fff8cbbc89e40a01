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
    const body = readBody(parse(response.text));
    if (!body || (!body.error && response.status >= 400)) throw createInvalidResponseError(id, response);
    return body;
}

/** The body of a response as `JSON.parse` made it; `undefined` when it is no object, or its error is none. */
export function readBody(body: unknown): ResponseBody | undefined {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    // A Map, so that no name is found that every object inherits.
    const values = new Map(Object.entries(body));
    // In the order of execution, which JSON.parse keeps: no id looks like an integer.
    const [error] = Object.entries<PublicRpcError>(Object(values.get('@errors')));
    return error && typeof error[1]?.statusCode !== 'number' ? undefined : {values, error};
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
