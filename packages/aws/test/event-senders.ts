import {type RawRequest, type RawResponse, toRawResponse} from '@mionkit/test-kit/conformance';
import type {LambdaEvent, LambdaHandler, LambdaResult} from '../src/index.ts';
import {loadEvent} from './load-event.ts';

/** A sender of events: how it turns requests into events and results into responses. */
export interface EventSender {
    readonly name: string;
    toEvent(request: RawRequest): LambdaEvent;
    /** Why it can't show that a header stands twice, if it can't. */
    readonly noRepeatedHeaders?: string;
}

/** Every sender that AWS documents, in each of its settings. */
export const eventSenders: readonly EventSender[] = [
    {name: 'REST API', toEvent: (request) => toRestApiEvent('rest-api', request)},
    {
        name: 'HTTP API',
        toEvent: (request) => toHttpApiEvent('http-api', request),
        noRepeatedHeaders: 'payload format 2.0 joins them',
    },
    {
        name: 'HTTP API on a stage',
        toEvent: (request) => toHttpApiEvent('http-api-stage', request, {stage: '/dev', isBase64: true}),
        noRepeatedHeaders: 'payload format 2.0 joins them',
    },
    {
        name: 'HTTP API with payload format 1.0',
        toEvent: (request) => toRestApiEvent('http-api-format-1', request, {stage: '/dev'}),
    },
    {
        name: 'function URL',
        toEvent: (request) => toHttpApiEvent('function-url', request, {isBase64: true}),
        noRepeatedHeaders: 'payload format 2.0 joins them',
    },
    {name: 'load balancer', toEvent: toAlbEvent, noRepeatedHeaders: 'without multi-value headers it sends the last one alone'},
    {name: 'load balancer with multi-value headers', toEvent: toMultiValueAlbEvent},
    {name: 'VPC Lattice, version 1', toEvent: toLatticeV1Event, noRepeatedHeaders: 'version 1 joins them'},
    {name: 'VPC Lattice, version 2', toEvent: toLatticeEvent},
];

/** What the sender of an event makes of a request, and of the result that comes back. */
export async function sendRaw(sender: EventSender, handler: LambdaHandler, request: RawRequest): Promise<RawResponse> {
    return readResult(await handler(sender.toEvent(request)));
}

/** A result as the client sees it. */
export function readResult(result: LambdaResult): RawResponse {
    const {statusCode, headers = {}, multiValueHeaders = {}, cookies = []} = result;
    const single = Object.entries(headers).flat();
    const repeated = Object.entries(multiValueHeaders).flatMap(([name, values]) => values.flatMap((value) => [name, value]));
    return toRawResponse(
        statusCode,
        [...single, ...repeated, ...cookies.flatMap((cookie) => ['set-cookie', cookie])],
        readText(result),
    );
}

function readText({body, isBase64Encoded}: LambdaResult): string {
    return isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
}

interface Setting {
    readonly stage?: string;
    readonly isBase64?: boolean;
}

function toRestApiEvent(name: string, request: RawRequest, {stage = ''}: Setting = {}): LambdaEvent {
    const multiValueHeaders = toMultiValues(request.headers);
    const path = stage + toPath(request);
    return merge(name, {
        httpMethod: request.method,
        path,
        headers: toLastValues(request.headers),
        multiValueHeaders,
        ...toBody(request),
    });
}

function toHttpApiEvent(name: string, request: RawRequest, {stage = '', isBase64 = false}: Setting = {}): LambdaEvent {
    const {requestContext} = loadEvent(name) as {requestContext: {http: object}};
    const http = {...requestContext.http, method: request.method};
    const rawPath = stage + toPath(request);
    const headers = toJoinedValues(request.headers);
    return merge(name, {
        rawPath,
        headers,
        cookies: undefined,
        requestContext: {...requestContext, http},
        ...toBody(request, isBase64),
    });
}

function toAlbEvent(request: RawRequest): LambdaEvent {
    const headers = toLastValues(toLowerCase(request.headers));
    return merge('alb', {httpMethod: request.method, path: toPath(request), headers, ...toBody(request)});
}

function toMultiValueAlbEvent(request: RawRequest): LambdaEvent {
    const multiValueHeaders = toMultiValues(toLowerCase(request.headers));
    return merge('alb-multi-value', {
        httpMethod: request.method,
        path: toPath(request),
        multiValueHeaders,
        ...toBody(request, true),
    });
}

function toLatticeV1Event(request: RawRequest): LambdaEvent {
    const {body, isBase64Encoded} = toBody(request);
    const headers = toJoinedValues(request.headers);
    return merge('lattice-v1', {
        method: request.method,
        raw_path: toPath(request),
        headers,
        body,
        is_base64_encoded: isBase64Encoded,
    });
}

function toLatticeEvent(request: RawRequest): LambdaEvent {
    const headers = toMultiValues(toLowerCase(request.headers));
    return merge('lattice-v2', {method: request.method, path: toPath(request), headers, ...toBody(request, true)});
}

function merge(name: string, parts: object): LambdaEvent {
    return {...loadEvent(name), ...parts} as LambdaEvent;
}

function toPath({target}: RawRequest): string {
    return target.split('?')[0] as string;
}

function toBody({body}: RawRequest, isBase64Encoded = false): {body: string; isBase64Encoded: boolean} {
    return {body: Buffer.from(body).toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded};
}

function toLowerCase(flat: readonly string[]): readonly string[] {
    return flat.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text));
}

function toMultiValues(flat: readonly string[]): Record<string, string[]> {
    const headers: Record<string, string[]> = {};
    for (let at = 0; at < flat.length; at += 2)
        headers[flat[at] as string] = [...(headers[flat[at] as string] ?? []), flat[at + 1] as string];
    return headers;
}

function toLastValues(flat: readonly string[]): Record<string, string | undefined> {
    return Object.fromEntries(Object.entries(toMultiValues(flat)).map(([name, values]) => [name, values.at(-1)]));
}

function toJoinedValues(flat: readonly string[]): Record<string, string> {
    return Object.fromEntries(Object.entries(toMultiValues(toLowerCase(flat))).map(([name, values]) => [name, values.join(',')]));
}
