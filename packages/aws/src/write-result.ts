import type {AdapterResponse} from '@mionkit/router';
import type {HandlerSettings} from './handler-settings.ts';
import type {LambdaResult} from './lambda-result.ts';
import type {HttpEvent} from './read-event.ts';
import type {HeaderRecord} from './write-headers.ts';

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 304]);

/** A response in the form that the sender of the event reads. */
export function writeResult(response: AdapterResponse, event: HttpEvent, {defaultHeaders}: HandlerSettings): LambdaResult {
    const {statusCode, rawBody} = response;
    const headers = {...defaultHeaders, ...groupByName(response.headers.flat)};
    const hasBody = !statusesWithoutBody.has(statusCode);
    if (hasBody) headers['content-length'] = String(Buffer.byteLength(rawBody));
    return {
        statusCode,
        ...event.writeHeaders(headers),
        body: hasBody && event.method !== 'HEAD' ? rawBody : '',
        isBase64Encoded: false,
    };
}

function groupByName(flat: readonly string[]): HeaderRecord {
    const headers: HeaderRecord = {};
    for (let at = 0; at < flat.length; at += 2) {
        const [name, value] = [flat[at] as string, flat[at + 1] as string];
        const earlier = Object.hasOwn(headers, name) ? headers[name] : undefined;
        headers[name] = earlier === undefined ? value : [earlier, value].flat();
    }
    return headers;
}
