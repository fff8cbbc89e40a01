import {type HeaderList, toHeaderList} from '@mionkit/core';
import {type WriteHeaders, writeApart, writeMultiValue, writeSingleValue, writeWithCookies} from './write-headers.ts';

/** An HTTP event in the terms of HTTP, and how its sender reads the headers of the response. */
export interface HttpEvent {
    readonly method: string;
    /** As it arrived, with the mapping of a custom domain, without the stage. */
    readonly path: string;
    readonly headers: HeaderList;
    readonly body: string | null | undefined;
    readonly isBase64Encoded: boolean | null | undefined;
    readonly writeHeaders: WriteHeaders;
    /** The most bytes of JSON text that the sender takes as a result. */
    readonly maxResultSize: number;
}

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
    const anyEvent: AnyEvent = Object(event);
    const {requestContext: context, headers, multiValueHeaders, cookies, body} = anyEvent;
    const method = context?.http ? (context.http.method ?? '') : (anyEvent.httpMethod ?? anyEvent.method);
    if (anyEvent.type !== undefined || typeof method !== 'string') return undefined;
    const headerList = toHeaderList(multiValueHeaders ?? headers ?? {});
    // Senders that put cookies into a field of their own may leave the header in place as well.
    if (cookies?.length && !headerList.has('cookie')) headerList.flat.push('cookie', cookies.join('; '));
    return {
        method,
        path: readPath(anyEvent),
        headers: headerList,
        body,
        isBase64Encoded: anyEvent.isBase64Encoded ?? anyEvent.is_base64_encoded,
        writeHeaders: chooseWriter(anyEvent),
        // Source: AWS, quotas of load balancers with Lambda targets, and of Lambda (6 MB and a few bytes).
        maxResultSize: context?.elb ? 1_048_576 : 6_291_556,
    };
}

// Of the events that have a stage, two have it in the path: HTTP APIs, and those of them that send payload format 1.0.
function readPath({requestContext: context, version, path, rawPath, raw_path}: AnyEvent): string {
    const whole = (context?.http ? rawPath : (path ?? raw_path)) ?? '';
    const stage = context?.http || version === '1.0' ? (context?.stage ?? '$default') : '$default';
    return stage === '$default' ? whole : removePrefix(whole, `/${stage}`);
}

// Function URLs send the same form as HTTP APIs; VPC Lattice names its method otherwise than the others.
function chooseWriter({requestContext: context, httpMethod, multiValueHeaders}: AnyEvent): WriteHeaders {
    if (context?.http) return writeWithCookies;
    if (httpMethod !== undefined && !context?.elb) return writeApart;
    return multiValueHeaders ? writeMultiValue : writeSingleValue;
}

/** A path without what stands before it, where that is a whole number of segments. */
export function removePrefix(path: string, prefix: string): string {
    const isBefore = path.startsWith(prefix) && (path.length === prefix.length || path.charAt(prefix.length) === '/');
    return isBefore ? path.slice(prefix.length) : path;
}
