import {type MionResponse, RpcError} from '@mionkit/core';
import type {ConformanceCase, RawResponse} from './conformance-case.ts';

/** What the routes read of the router's call context. */
interface Context {
    readonly response: MionResponse;
}

interface Tick {
    readonly at: Date;
    readonly text: string;
}

function createError() {
    return new RpcError({
        statusCode: 418,
        name: 'Teapot' as const,
        publicMessage: 'Short',
        message: 'private',
        errorData: new Date(0),
    });
}

async function* breakAfterOne(): AsyncGenerator<number> {
    yield 1;
    throw createError();
}

/** The tree of streams that the conformance suite calls. It is typed without the router, on which this package can't depend. */
export const streamRoutes = {
    tag: {hook: (_ctx: Context, tag?: string): string | undefined => tag},
    ticks: async function* (_ctx: Context, texts: string[]): AsyncGenerator<Tick> {
        for (const text of texts) yield {at: new Date(0), text};
    },
    nothing: {route: async function* (): AsyncGenerator<number> {}, readOnly: true},
    broken: (_ctx: Context): AsyncIterable<number> | RpcError<'Teapot', Date> => breakAfterOne(),
    refused: (_ctx: Context): AsyncIterable<number> | RpcError<'Teapot', Date> => createError(),
    bytes: (_ctx: Context, size: number): ReadableStream<Uint8Array> =>
        new ReadableStream({
            start: (controller) => {
                if (size > 0) controller.enqueue(new Uint8Array(size).fill(65));
                controller.close();
            },
        }),
    image: (ctx: Context): ReadableStream<Uint8Array> => {
        ctx.response.headers.set('content-type', 'image/png');
        return streamRoutes.bytes(ctx, 3);
    },
};

const headers = {'x-content-type-options': 'nosniff', 'cache-control': 'no-store'};
const events = {...headers, 'content-type': 'text/event-stream; charset=utf-8'};
const raw = {...headers, 'content-type': 'application/octet-stream'};
const json = {...headers, 'content-type': 'application/json; charset=utf-8'};
const error = (data: string) => `{"name":"Teapot","statusCode":418,"message":"Short","errorData":${data}}`;
const broken =
    /^data: 1\n\nevent: error\ndata: \{"@errors":\{"broken":\{"name":"Teapot","statusCode":418,"message":"Short","errorData":"1970-01-01T00:00:00.000Z"\}\}\}\n\n$/;

function call(target: string, body: unknown = '', method = 'POST'): ConformanceCase['request'] {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return {method, target, headers: ['content-type', 'application/json'], body: text};
}

const first = '{"at":"1970-01-01T00:00:00.000Z","text":"a\\r\\n\\nevent: end\u2028"}';
const second = '{"at":"1970-01-01T00:00:00.000Z","text":"é😀"}';

/** What every adapter has to answer where a route streams, the length of the body apart. */
export const streamCases: readonly ConformanceCase[] = [
    {
        title: 'values are events, and the results of hooks are in the last',
        request: call('/api/ticks', {ticks: [['a\r\n\nevent: end\u2028', 'é😀']], tag: ['t']}),
        response: {status: 200, headers: events, body: `data: ${first}\n\ndata: ${second}\n\nevent: end\ndata: {"tag":"t"}\n\n`},
    },
    {
        title: 'a stream of no values has an end',
        request: call('/api/nothing', '', 'GET'),
        response: {status: 200, headers: events, body: 'event: end\ndata: {}\n\n'},
    },
    {
        title: 'HEAD gets the headers',
        request: call('/api/nothing', '', 'HEAD'),
        response: {status: 200, headers: events, body: ''},
    },
    {
        title: 'an error after the first value is the last event',
        request: call('/api/broken'),
        response: {status: 200, headers: events, body: broken},
    },
    {
        title: 'an error before the stream is an ordinary response',
        request: call('/api/refused'),
        response: {status: 418, headers: json, body: `{"@errors":{"refused":${error('"1970-01-01T00:00:00.000Z"')}}}`},
    },
    {
        title: 'params that do not fit are an ordinary response',
        request: call('/api/ticks', {ticks: [1]}),
        response: {status: 400, headers: json, body: /^\{"@errors":\{"ticks":\{"name":"Validation Error"/},
    },
    {
        title: 'bytes travel as they are',
        request: call('/api/bytes', {bytes: [5]}),
        response: {status: 200, headers: raw, body: 'AAAAA'},
    },
    {
        title: 'no bytes are an empty body',
        request: call('/api/bytes', {bytes: [0]}),
        response: {status: 200, headers: raw, body: ''},
    },
    {
        title: 'bytes have the content type that the handler gave them',
        request: call('/api/image'),
        response: {status: 200, headers: {...headers, 'content-type': 'image/png'}, body: 'AAA'},
    },
];

/** A response without what says how its body is framed, which adapters differ in. */
export function withoutFraming({headers: all, ...response}: RawResponse): RawResponse {
    const {'content-length': _length, 'transfer-encoding': _encoding, ...others} = all;
    return {...response, headers: others};
}
