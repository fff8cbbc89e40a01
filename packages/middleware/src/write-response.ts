/** Lambda's response stream, as far as it is used: a Node writable. */
export interface ResponseStream {
    readonly destroyed: boolean;
    write(chunk: string | ArrayBufferView): boolean;
    end(): unknown;
    destroy(error?: Error): unknown;
    once(event: string, listener: (error: Error) => void): unknown;
}

/** Puts status and headers before the body: `awslambda.HttpResponseStream.from`. */
export type BeginHttp = (stream: ResponseStream, metadata: object) => ResponseStream;

type Chunk = string | ArrayBufferView;

/**
 * Writes a handler's response to Lambda's response stream, and resolves when all of it was taken.
 *
 * The response is a body, or an object with `statusCode`, `headers` or `body`. A body is a string, bytes, or something to
 * iterate asynchronously: a Node or web stream, an async generator. It is read no faster than the stream takes it.
 *
 * @throws Error if the body is something else, before anything is written
 */
export async function writeResponse(response: unknown, stream: ResponseStream, beginHttp: BeginHttp): Promise<void> {
    const {body, metadata} = isHttpResponse(response) ? splitResponse(response) : {body: response, metadata: undefined};
    const chunks = toChunks(body ?? '');
    const target = metadata ? beginHttp(stream, metadata) : stream;
    if (metadata) target.write(''); // status and headers go with the first write, which an empty body would not do
    try {
        await pump(chunks, target);
    } catch (error) {
        target.destroy(error as Error);
        throw error;
    }
}

interface HttpResponse {
    readonly body?: unknown;
    readonly isBase64Encoded?: boolean;
}

function isHttpResponse(response: unknown): response is HttpResponse {
    if (typeof response !== 'object' || response === null || isIterable(response)) return false;
    return 'statusCode' in response || 'headers' in response || 'body' in response;
}

function splitResponse({body, isBase64Encoded, ...metadata}: HttpResponse): {body: unknown; metadata: object} {
    return {
        body: isBase64Encoded && typeof body === 'string' ? decodeBase64(body) : body,
        metadata: {statusCode: 200, ...metadata},
    };
}

function toChunks(body: unknown): Iterable<Chunk> | AsyncIterable<Chunk> {
    if (typeof body === 'string' || ArrayBuffer.isView(body)) return [body];
    if (isIterable(body)) return body;
    throw new Error(
        `A streamed response must be a string, bytes, a stream or an async iterable, or an object with such a \`body\`. This one is of type ${typeof body}.`,
    );
}

function isIterable(body: unknown): body is AsyncIterable<Chunk> {
    return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Leaving the loop by an error closes the source too: that is what `for await` does. */
async function pump(chunks: Iterable<Chunk> | AsyncIterable<Chunk>, stream: ResponseStream): Promise<void> {
    const lost = whenLost(stream);
    for await (const chunk of chunks) {
        if (!stream.write(chunk)) await Promise.race([lost, when(stream, 'drain')]);
    }
    const finished = when(stream, 'finish');
    stream.end();
    await Promise.race([lost, finished]);
}

function when(stream: ResponseStream, event: string): Promise<unknown> {
    return new Promise((resolve) => stream.once(event, resolve));
}

/** Rejects when the stream fails or is closed. Nobody may be waiting then, which is no unhandled rejection. */
function whenLost(stream: ResponseStream): Promise<never> {
    const lost = new Promise<never>((_, reject) => {
        const close = () => reject(new Error('The response stream was closed before the response was written.'));
        if (stream.destroyed) close();
        stream.once('close', close);
        stream.once('error', reject);
    });
    lost.catch(() => {});
    return lost;
}

declare const atob: (text: string) => string;

function decodeBase64(text: string): Uint8Array {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
