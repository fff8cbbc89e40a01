import type {WholeResponse} from './collect-stream.ts';
import type {HandlerSettings} from './handler-settings.ts';
import type {LambdaResult} from './lambda-result.ts';
import type {HttpEvent} from './read-event.ts';
import type {ResponseHeaders} from './write-headers.ts';

const statusesWithoutBody: ReadonlySet<number> = new Set([204, 304]);

/** A response in the form that the sender of the event reads. */
export function writeResult(response: WholeResponse, event: HttpEvent, {defaultHeaders}: HandlerSettings): LambdaResult {
    const {statusCode, rawBody, bytes} = response;
    const headers = groupByName(response.headers.flat);
    addDefaults(headers, defaultHeaders);
    const hasBody = !statusesWithoutBody.has(statusCode);
    if (hasBody) headers.single['content-length'] = String(bytes?.length ?? Buffer.byteLength(rawBody));
    return {
        statusCode,
        ...event.writeHeaders(headers),
        body: hasBody && event.method !== 'HEAD' ? (toText(bytes) ?? rawBody) : '',
        isBase64Encoded: bytes !== undefined,
    };
}

function toText(bytes: Uint8Array | undefined): string | undefined {
    return bytes && Buffer.from(bytes).toString('base64');
}

function groupByName(flat: readonly string[]): ResponseHeaders {
    const single: Record<string, string> = {};
    let repeated: Map<string, string[]> | undefined;
    for (let at = 0; at < flat.length; at += 2) {
        const name = flat[at] as string;
        const value = flat[at + 1] as string;
        if (!Object.hasOwn(single, name)) {
            single[name] = value;
        } else {
            repeated ??= new Map();
            repeated.set(name, [...(repeated.get(name) ?? [single[name] as string]), value]);
        }
    }
    for (const name of repeated?.keys() ?? []) delete single[name];
    return {single, repeated};
}

function addDefaults({single, repeated}: ResponseHeaders, defaults: Readonly<Record<string, string>>): void {
    for (const name in defaults) {
        if (!Object.hasOwn(single, name) && !repeated?.has(name)) single[name] = defaults[name] as string;
    }
}
