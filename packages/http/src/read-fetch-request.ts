import {HeaderList, type RpcError} from '@mionkit/core';
import {type AdapterRequest, createPayloadTooLargeError, createUnreadableBodyError} from '@mionkit/router';
import {fetchAdapter} from './fetch-source.ts';

/** Reads a web-standard request, no further than the limit in bytes. */
export async function readFetchRequest(
    request: Request,
    platform: readonly unknown[],
    maxBodySize: number,
): Promise<AdapterRequest> {
    const body = await readBody(request, maxBodySize);
    return {
        method: request.method,
        headers: new HeaderList([...request.headers].flat()),
        rawBody: typeof body === 'string' ? body : '',
        error: typeof body === 'string' ? undefined : body,
        adapter: fetchAdapter,
        rawRequest: request,
        rawResponse: platform,
        onAbort: (listener) => request.signal.addEventListener('abort', () => listener(), {once: true}),
    };
}

async function readBody(request: Request, maxBodySize: number): Promise<string | RpcError> {
    if (Number(request.headers.get('content-length')) > maxBodySize) {
        await request.body?.cancel();
        return createPayloadTooLargeError(maxBodySize);
    }
    if (request.body === null) return '';
    try {
        return await readText(request.body, maxBodySize);
    } catch (originalError) {
        return createUnreadableBodyError(originalError);
    }
}

async function readText(body: ReadableStream<Uint8Array>, maxBodySize: number): Promise<string | RpcError> {
    const reader = body.getReader();
    // As node's own decoding: a byte order mark stays, and JSON has none.
    const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
    let text = '';
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
        size += part.value.byteLength;
        if (size > maxBodySize) {
            await reader.cancel();
            return createPayloadTooLargeError(maxBodySize);
        }
        text += decoder.decode(part.value, {stream: true});
    }
    return text + decoder.decode();
}
