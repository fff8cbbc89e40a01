import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from '@jest/globals';
import {clientRoutes} from '@mionkit/common';
import {type MethodsMetadata, RpcError} from '@mionkit/core';
import {type CallContext, createRouter, type Routes} from '@mionkit/router';
import {initClient} from '../src/index.ts';
import {serve, type TestServer} from './serve.ts';

interface Item {
    at: Date;
    text: string;
    tags: Set<number>;
    print?(): void;
}

let made = 0;
let notes: string[] = [];

async function* count(ctx: CallContext, until: number, size = 1): AsyncGenerator<string> {
    try {
        for (made = 0; made < until; made++) yield `${made} `.padEnd(size, 'x');
        if (until === 0) await new Promise((done) => ctx.signal.addEventListener('abort', done));
    } finally {
        notes.push('finally');
    }
}

const gone = () =>
    new RpcError({statusCode: 410, name: 'Gone' as const, publicMessage: 'Too late', errorData: {at: new Date(0)}});

async function* breakAfterOne(): AsyncGenerator<number> {
    yield 1;
    throw gone();
}

const routes = {
    items: async function* (_ctx: CallContext, texts: string[]): AsyncGenerator<Item> {
        for (const text of texts) yield {at: new Date(0), text, tags: new Set([1])};
    },
    maybe: async function* (): AsyncGenerator<{at: Date} | undefined> {
        yield* [undefined, {at: new Date(1)}];
    },
    count,
    broken: (): AsyncIterable<number> | RpcError<'Gone', {at: Date}> => breakAfterOne(),
    refused: (): AsyncIterable<number> | RpcError<'Gone', {at: Date}> => gone(),
    crashes: async function* (): AsyncGenerator<number> {
        yield 1;
        throw new Error('private');
    },
    bytes: (_ctx, size: number): ReadableStream<Uint8Array> => {
        let sent = 0;
        return new ReadableStream({
            pull: (controller) => {
                if (size < 0 && sent > 0) controller.error(new Error('private'));
                else if (sent >= size && sent > 0) controller.close();
                else controller.enqueue(new Uint8Array([sent % 256, 255]));
                sent += 2;
            },
        });
    },
    language: {headerName: 'x-language', hook: (_ctx, language?: string): string => `${language}!`},
    plain: (): string => 'plain',
} satisfies Routes;

const router = createRouter({maxCallsPerRequest: 5});
const api = router.registerRoutes(routes);
router.registerRoutes(clientRoutes);

let server: TestServer;
let client: ReturnType<typeof createClient>;
let metadata: MethodsMetadata;
function createClient(options: Partial<Parameters<typeof initClient>[0]> = {}) {
    return initClient<typeof api>({baseURL: server.baseURL, ...options});
}
beforeAll(async () => {
    server = await serve(router);
    client = createClient();
    const headers = {'content-type': 'application/json'};
    const response = await fetch(`${server.baseURL}/mion/methods`, {method: 'POST', headers, body: '[["count"]]'});
    metadata = ((await response.json()) as Record<string, MethodsMetadata>)['mion/methods'] ?? {};
});
afterAll(() => server.close());
beforeEach(() => {
    notes = [];
    made = 0;
});

async function readAll<T>(values: AsyncIterable<T>): Promise<T[]> {
    const all: T[] = [];
    for await (const value of values) all.push(value);
    return all;
}

async function until(isDone: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500 && !isDone(); tries++) await sleep(10);
    expect(isDone()).toBe(true);
}

/** A client whose server answers with this body, whatever it is asked. */
function createForeignClient(pieces: readonly (string | Uint8Array)[], contentType = 'text/event-stream') {
    const body = () =>
        new ReadableStream<Uint8Array>({
            start: (controller) => {
                for (const piece of pieces)
                    controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
                controller.close();
            },
        });
    return createClient({metadata, fetch: async () => new Response(body(), {headers: {'content-type': contentType}})});
}

describe('a stream of values', () => {
    test('is a typed async iterable of decoded values', async () => {
        const hostile = ['a\r\n\r\nevent: end\ndata: {}\n\n', '\u2028\u2029', 'é😀', '"}}'];
        const items = await readAll(await client.routes.items(hostile).call());
        expect(items).toEqual(hostile.map((text) => ({at: new Date(0), text, tags: new Set([1])})));
    });

    test('has values that are `undefined`', async () => {
        expect(await readAll(await client.routes.maybe().call())).toEqual([undefined, {at: new Date(1)}]);
    });

    test('`result` wraps it, with what header hooks returned', async () => {
        const {data, error, hooks} = await client.routes.count(2).result(client.hooks.language('de'));
        expect({error, hooks}).toEqual({error: undefined, hooks: ['de!']});
        expect(data && (await readAll(data))).toEqual(['0 ', '1 ']);
    });

    test('10,000 values come in their order', async () => {
        const values = await readAll(await client.routes.count(10_000).call());
        expect(values).toEqual(Array.from({length: 10_000}, (_, index) => `${index} `));
    });

    test('is not read ahead of the loop', async () => {
        const values = await client.routes.count(400, 65_536).call();
        let last = -1;
        while (last !== made) {
            last = made;
            await sleep(200);
        }
        expect(made).toBeLessThan(300);
        expect(await readAll(values)).toHaveLength(400);
    });

    test.each([
        ['before the first value', 0],
        ['in the flow', 1e9],
    ])('`break` ends the request and the generator, %s', async (_what, count) => {
        const values = await client.routes.count(count, 1000).call();
        if (count === 0) await values[Symbol.asyncIterator]().return?.();
        else for await (const _value of values) break;
        await until(() => notes.includes('finally'));
    });

    test('an aborted signal rejects the next value, and ends the generator', async () => {
        const controller = new AbortController();
        const values = await client.routes.count(0).withOptions({signal: controller.signal}).call();
        setTimeout(() => controller.abort(), 20);
        await expect(readAll(values)).rejects.toMatchObject({name: 'Request Aborted', statusCode: 0});
        await until(() => notes.includes('finally'));
    });

    test('after an abort not even what had come is read', async () => {
        const controller = new AbortController();
        const pieces = ['data: "a"\n\n'.repeat(5), 'event: end\ndata: {}\n\n'];
        const values = await createForeignClient(pieces).routes.count(5).withOptions({signal: controller.signal}).call();
        let read = 0;
        const reading = (async () => {
            for await (const _value of values) if (++read === 2) controller.abort();
        })();
        await expect(reading).rejects.toMatchObject({name: 'Request Aborted', statusCode: 0});
        expect(read).toBe(2);
    });

    test('the time of a call is also that of its stream', async () => {
        const values = await client.routes.count(0).withOptions({timeoutMs: 200}).call();
        await expect(readAll(values)).rejects.toMatchObject({name: 'Request Timeout'});
    });
});

describe('errors', () => {
    test('before the stream reject the call', async () => {
        await expect(client.routes.refused().call()).rejects.toMatchObject({name: 'Gone', errorData: {at: new Date(0)}});
        const {error} = await client.routes.count('x' as never).result();
        expect(error).toMatchObject({name: 'Validation Error'});
    });

    test('in the stream reject the next value, with their data decoded, and then it is over', async () => {
        const values = (await client.routes.broken().call())[Symbol.asyncIterator]();
        expect(await values.next()).toEqual({done: false, value: 1});
        await expect(values.next()).rejects.toMatchObject({name: 'Gone', statusCode: 410, errorData: {at: new Date(0)}});
        expect(await values.next()).toEqual({done: true, value: undefined});
    });

    test('that are not declared tell nothing but their id', async () => {
        const error = await readAll(await client.routes.crashes().call()).catch((thrown) => thrown);
        expect(error).toMatchObject({name: 'Internal Server Error', publicMessage: 'Something went wrong on the server.'});
    });

    test('several calls in one request can have no stream among them', async () => {
        const {callAll} = await import('../src/index.ts');
        const [plain, stream] = await callAll([client.routes.plain(), client.routes.count(1)]);
        expect(plain).toMatchObject({data: 'plain'});
        expect(stream?.error).toMatchObject({statusCode: 400, publicMessage: 'This route streams, so it is called alone.'});
    });

    test.each([
        {what: 'a body without an end', pieces: ['data: "a"\n\n'], error: {name: 'Network Error', statusCode: 0}},
        {what: 'half an event', pieces: ['data: "a"\n\n', 'event: end\ndata: {}\n'], error: {name: 'Network Error'}},
        {what: 'no event at all', pieces: [], error: {name: 'Network Error'}},
        {
            what: 'a value that does not fit',
            pieces: ['data: "a"\n\n', 'data: 1\n\n'],
            error: {name: 'Invalid Response', statusCode: 502},
        },
        {what: 'a value that is no JSON', pieces: ['data: "a"\n\n', 'data: {"\n\n'], error: {name: 'Invalid Response'}},
        {
            what: 'an error that is none',
            pieces: ['data: "a"\n\n', 'event: error\ndata: {}\n\n'],
            error: {name: 'Invalid Response'},
        },
    ])('of a foreign server: $what', async ({pieces, error}) => {
        const values: unknown[] = [];
        const reading = (async () => {
            for await (const value of await createForeignClient(pieces).routes.count(1).call()) values.push(value);
        })();
        await expect(reading).rejects.toMatchObject(error);
        expect(values).toEqual(pieces.length > 0 ? ['a'] : []);
    });

    test.each([
        ['a page', '<html>', 'text/html'],
        ['a value', '{"count":["a"]}', 'application/json'],
        ['nothing', '{}', 'application/json'],
        ['an error that is none', 'event: error\ndata: {"@errors":{"count":5}}\n\n', 'text/event-stream'],
    ])('%s in place of the stream is an invalid response', async (_what, text, type) => {
        const call = createForeignClient([text], type).routes.count(1).call();
        await expect(call.then(readAll)).rejects.toMatchObject({name: 'Invalid Response'});
    });
});

describe('events, however they arrive', () => {
    const text = ': a comment\n\ndata: "é😀"\n\nid: 1\ndata:"b"\nretry: 5\n\ndata:\ndata: "c"\ndata\n\nevent: end\ndata: {}\n\n';
    const bytes = new TextEncoder().encode(text);
    test.each([
        ['whole', [bytes], 'text/event-stream'],
        ['byte by byte', [...bytes].map((byte) => new Uint8Array([byte])), 'text/event-stream'],
        ['with other line ends', [text.replaceAll('\n', '\r\n')], 'text/event-stream'],
        ['with the media type in capitals', [bytes], 'Text/Event-Stream; charset=utf-8'],
    ])('%s', async (_what, pieces, type) => {
        expect(await readAll(await createForeignClient(pieces, type).routes.count(1).call())).toEqual(['é😀', 'b', 'c']);
    });
});

describe('a stream of bytes', () => {
    test('is the platform’s stream', async () => {
        const stream = await client.routes.bytes(4).call();
        expect([...new Uint8Array(await new Response(stream).arrayBuffer())]).toEqual([0, 255, 2, 255]);
    });

    test('that fails rejects what reads it', async () => {
        const stream = await client.routes.bytes(-1).call();
        await expect(new Response(stream).arrayBuffer()).rejects.toThrow();
    });
});
