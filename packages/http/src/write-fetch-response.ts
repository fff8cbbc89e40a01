import type {AdapterResponse} from '@mionkit/router';

/** Turns what the router answered into a web-standard response. */
export function writeFetchResponse({statusCode, headers, rawBody}: AdapterResponse, method: string): Response {
    const pairs: [string, string][] = [];
    for (const [name, value] of headers.entries()) for (const text of [value].flat()) pairs.push([name, text]);
    if (rawBody === '') return new Response(null, {status: statusCode, headers: pairs});
    const bytes = new TextEncoder().encode(rawBody);
    pairs.push(['content-length', String(bytes.byteLength)]);
    return new Response(method === 'HEAD' ? null : bytes, {status: statusCode, headers: pairs});
}
