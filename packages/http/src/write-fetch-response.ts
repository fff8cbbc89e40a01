import type {AdapterResponse, ResponseStream} from '@mionkit/router';

/** Turns what the router answered into a web-standard response. */
export function writeFetchResponse({statusCode, headers, rawBody, stream}: AdapterResponse, method: string): Response {
    const pairs: [string, string][] = [];
    for (const [name, value] of headers.entries()) for (const text of [value].flat()) pairs.push([name, text]);
    if (stream !== undefined) return new Response(toReadableStream(stream), {status: statusCode, headers: pairs});
    if (rawBody === '') return new Response(null, {status: statusCode, headers: pairs});
    const bytes = new TextEncoder().encode(rawBody);
    pairs.push(['content-length', String(bytes.byteLength)]);
    return new Response(method === 'HEAD' ? null : bytes, {status: statusCode, headers: pairs});
}

// Nothing is made ahead of what the runtime asks for.
function toReadableStream(stream: ResponseStream): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    return new ReadableStream<Uint8Array>(
        {
            pull: async (controller) => {
                const {done, value} = await stream.next();
                if (done) controller.close();
                else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
            },
            cancel: async () => void (await stream.return()),
        },
        {highWaterMark: 0},
    );
}
