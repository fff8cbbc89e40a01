import {type HeaderList, toHeaderList} from '@mionkit/core';
import {
    type HeaderFields,
    type ResponseHeaders,
    writeApart,
    writeMultiValue,
    writeSingleValue,
    writeWithCookies,
} from './write-headers.ts';

/** An HTTP event in the terms of HTTP, and how its sender reads the headers of the response. */
export interface HttpEvent {
    readonly method: string;
    /** As it arrived, with the mapping of a custom domain, without the stage. */
    readonly path: string;
    readonly headers: HeaderList;
    readonly body: string | null | undefined;
    readonly isBase64Encoded: boolean | null | undefined;
    readonly writeHeaders: (headers: ResponseHeaders) => HeaderFields;
    /** The most bytes of JSON text that the sender takes as a result. */
    readonly maxResultSize: number;
}

// Source: AWS, quotas of Lambda (6 MB and a few bytes), and of load balancers with Lambda targets.
const maxLambdaResult = 6_291_556;
const maxAlbResult = 1_048_576;

type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** What is read of events. Any of it may be absent or null: the console's test pages and hand-written events leave things out. */
interface AnyEvent {
    /** Only the requests of API Gateway's Lambda authorizers have a type. Else they look like the requests that they are about. */
    readonly type?: string;
    readonly version?: string | null;
    readonly httpMethod?: string;
    readonly method?: string;
    readonly path?: string;
    readonly rawPath?: string;
    readonly raw_path?: string;
    readonly headers?: Values | null;
    readonly multiValueHeaders?: Values | null;
    readonly cookies?: readonly string[] | null;
    readonly body?: string | null;
    readonly isBase64Encoded?: boolean | null;
    readonly is_base64_encoded?: boolean | null;
    readonly requestContext?: {
        readonly stage?: string;
        readonly http?: {readonly method?: string};
        readonly elb?: object;
    } | null;
}

/** An event as HTTP, or `undefined` when it is not an HTTP event. */
export function readEvent(event: unknown): HttpEvent | undefined {
    if (typeof event !== 'object' || event === null) return undefined;
    const anyEvent: AnyEvent = event;
    if (anyEvent.type !== undefined) return undefined;
    if (anyEvent.requestContext?.http) return readHttpApi(anyEvent, anyEvent.requestContext.http.method);
    if (typeof anyEvent.httpMethod === 'string') {
        return anyEvent.requestContext?.elb ? readAlb(anyEvent, anyEvent.httpMethod) : readRestApi(anyEvent, anyEvent.httpMethod);
    }
    if (typeof anyEvent.method === 'string') return readLattice(anyEvent, anyEvent.method);
    return undefined;
}

// Function URLs send the same form, with the stage $default.
function readHttpApi(event: AnyEvent, method = ''): HttpEvent {
    return {
        method,
        path: withoutStage(event.rawPath, event),
        headers: addCookies(toHeaderList(event.headers ?? {}), event.cookies),
        body: event.body,
        isBase64Encoded: event.isBase64Encoded,
        writeHeaders: writeWithCookies,
        maxResultSize: maxLambdaResult,
    };
}

function readRestApi(event: AnyEvent, method: string): HttpEvent {
    return {
        method,
        // Only an HTTP API that sends payload format 1.0 names a version, and only its path has the stage.
        path: event.version === '1.0' ? withoutStage(event.path, event) : (event.path ?? ''),
        headers: toHeaderList(event.multiValueHeaders ?? event.headers ?? {}),
        body: event.body,
        isBase64Encoded: event.isBase64Encoded,
        writeHeaders: writeApart,
        maxResultSize: maxLambdaResult,
    };
}

function readAlb(event: AnyEvent, method: string): HttpEvent {
    return {
        method,
        path: event.path ?? '',
        headers: toHeaderList(event.multiValueHeaders ?? event.headers ?? {}),
        body: event.body,
        isBase64Encoded: event.isBase64Encoded,
        writeHeaders: event.multiValueHeaders ? writeMultiValue : writeSingleValue,
        maxResultSize: maxAlbResult,
    };
}

function readLattice(event: AnyEvent, method: string): HttpEvent {
    return {
        method,
        path: event.path ?? event.raw_path ?? '',
        headers: toHeaderList(event.headers ?? {}),
        body: event.body,
        isBase64Encoded: event.isBase64Encoded ?? event.is_base64_encoded,
        writeHeaders: writeSingleValue,
        maxResultSize: maxLambdaResult,
    };
}

function withoutStage(path = '', event: AnyEvent): string {
    const stage = event.requestContext?.stage;
    return stage === undefined || stage === '$default' ? path : removePrefix(path, `/${stage}`);
}

/** A path without what stands before it, where that is a whole number of segments. */
export function removePrefix(path: string, prefix: string): string {
    const isBefore = path.startsWith(prefix) && (path.length === prefix.length || path.charAt(prefix.length) === '/');
    return isBefore ? path.slice(prefix.length) : path;
}

// Senders that put cookies into a field of their own may leave the header in place as well.
function addCookies(headers: HeaderList, cookies: readonly string[] | null | undefined): HeaderList {
    if (cookies?.length && !headers.has('cookie')) headers.flat.push('cookie', cookies.join('; '));
    return headers;
}
