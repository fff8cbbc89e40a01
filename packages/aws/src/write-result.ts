import type {WholeResponse} from '@mionkit/router';
import type {HandlerSettings} from './handler-settings.ts';
import type {LambdaResult} from './lambda-result.ts';
import type {HttpEvent} from './read-event.ts';
import type {ResponseHeaders} from './write-headers.ts';

/** A response in the form that the sender of the event reads. */
export function writeResult(response: WholeResponse, event: HttpEvent, {defaultHeaders}: HandlerSettings): LambdaResult {
    const {statusCode, rawBody, bytes} = response;
    const headers = groupByName(response.headers.flat);
    for (const [name, value] of defaultHeaders) if (!Object.hasOwn(headers, name)) headers[name] = value;
    const hasBody = statusCode !== 204 && statusCode !== 304;
    if (hasBody) headers['content-length'] = String(bytes?.length ?? Buffer.byteLength(rawBody));
    return {
        statusCode,
        ...event.writeHeaders(headers),
        body: hasBody && event.method !== 'HEAD' ? (bytes ? Buffer.from(bytes).toString('base64') : rawBody) : '',
        isBase64Encoded: bytes !== undefined,
    };
}

function groupByName(flat: readonly string[]): ResponseHeaders {
    const headers: ResponseHeaders = {};
    for (let at = 0; at < flat.length; at += 2) {
        const name = flat[at] as string;
        const value = flat[at + 1] as string;
        headers[name] = Object.hasOwn(headers, name) ? [headers[name] as string | string[], value].flat() : value;
    }
    return headers;
}
