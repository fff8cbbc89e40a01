import type {WholeResponse} from '@mionkit/router';
import type {HandlerSettings} from './handler-settings.ts';
import type {LambdaResult} from './lambda-result.ts';
import type {HttpEvent} from './read-event.ts';

/** A response in the form that the sender of the event reads. */
export function writeResult(response: WholeResponse, event: HttpEvent, {defaultHeaders}: HandlerSettings): LambdaResult {
    const {statusCode, headers, rawBody, bytes} = response;
    const flat = headers.flat.slice();
    for (let at = 0; at < defaultHeaders.length; at += 2) {
        const name = defaultHeaders[at] as string;
        if (!headers.has(name)) flat.push(name, defaultHeaders[at + 1] as string);
    }
    const hasBody = statusCode !== 204 && statusCode !== 304;
    if (hasBody) flat.push('content-length', String(bytes?.length ?? Buffer.byteLength(rawBody)));
    return {
        statusCode,
        ...event.writeHeaders(flat),
        body: hasBody && event.method !== 'HEAD' ? (bytes ? Buffer.from(bytes).toString('base64') : rawBody) : '',
        isBase64Encoded: bytes !== undefined,
    };
}
