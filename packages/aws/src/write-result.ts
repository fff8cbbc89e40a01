import type {MionResponse} from '@mionkit/core';
import type {LambdaResult} from './lambda-result.ts';
import type {HttpEvent} from './read-event.ts';

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 304]);

/** A response in the form that the sender of the event reads. `defaults` have their names in lower case. */
export function writeResult(response: MionResponse, event: HttpEvent, defaults: Readonly<Record<string, string>>): LambdaResult {
    const {statusCode, rawBody} = response;
    const headers = {...defaults, ...Object.fromEntries(response.headers.entries())};
    const hasBody = !statusesWithoutBody.has(statusCode);
    if (hasBody) headers['content-length'] = String(Buffer.byteLength(rawBody));
    return {
        statusCode,
        ...event.writeHeaders(headers),
        body: hasBody && event.method !== 'HEAD' ? rawBody : '',
        isBase64Encoded: false,
    };
}
