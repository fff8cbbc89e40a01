/** What the conformance suite runs against. */
export type AdapterName = 'http/1.1' | 'http/2' | 'fetch' | 'lambda';

/** A request as it stands on the wire. */
export interface RawRequest {
    readonly method: string;
    /** Path and query string. */
    readonly target: string;
    /** Names and values in turns. */
    readonly headers: readonly string[];
    readonly body: string | Uint8Array;
}

/** A response as it stands on the wire, without what belongs to the connection. */
export interface RawResponse {
    readonly status: number;
    /** Names in lower case. A header that stands more than once has its values in an array. */
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
}

/** One request, and the response that every adapter has to give to it. */
export interface ConformanceCase {
    readonly title: string;
    readonly request: RawRequest;
    readonly response: Omit<RawResponse, 'body'> & {readonly body: string | RegExp};
    /** Adapters that can't be asked this, and why. */
    readonly skip?: Partial<Record<AdapterName, string>>;
}

/** Headers that say how a connection is kept, and when the answer was made. No part of what is compared. */
const connectionHeaders: ReadonlySet<string> = new Set(['connection', 'date', 'keep-alive']);

/** A response in the form in which it is compared: names and values in turns become a record, and what belongs to the connection is left out. */
export function toRawResponse(status: number, flatHeaders: readonly string[], body: string): RawResponse {
    const headers: Record<string, string | string[]> = {};
    for (let at = 0; at < flatHeaders.length; at += 2) {
        const name = String(flatHeaders[at]).toLowerCase();
        const value = String(flatHeaders[at + 1]);
        if (connectionHeaders.has(name)) continue;
        headers[name] = Object.hasOwn(headers, name) ? [headers[name] ?? [], value].flat() : value;
    }
    return {status, headers, body};
}
