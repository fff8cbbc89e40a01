import {type ClientRequest, type IncomingMessage, request as sendHttp} from 'node:http';
import {type ClientHttp2Session, type ClientHttp2Stream, connect} from 'node:http2';
import {text} from 'node:stream/consumers';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, type Routes} from '@mionkit/router';
import {createFetchHandler, type NodeHttpOptions, startNodeServer} from '../src/index.ts';
import {getPort} from './send-raw.ts';

let notes: string[] = [];
let made = 0;

async function* count(ctx: CallContext, until: number, size: number): AsyncGenerator<string> {
    ctx.signal.addEventListener('abort', () => notes.push('abort'));
    try {
        for (made = 0; made < until; made++) yield `${made} `.padEnd(size, 'x');
    } finally {
        notes.push('finally');
    }
}

const routes = {
    count,
    /** One value, and then nothing until the client leaves. */
    wait: async function* (ctx: CallContext): AsyncGenerator<number> {
        try {
            yield 1;
            await new Promise((done) => ctx.signal.addEventListener('abort', done));
        } finally {
            notes.push('finally');
        }
    },
    slow: async function* (): AsyncGenerator<number> {
        yield 1;
        await sleep(100);
        yield 2;
    },
    broken: (): ReadableStream<Uint8Array> => {
        let pieces = 0;
        return new ReadableStream({
            pull: async (controller) => {
                await sleep(10);
                if (pieces++ === 0) controller.enqueue(new Uint8Array([65]));
                else controller.error(new Error('private'));
            },
        });
    },
    answered: {
        early: {rawHook: (_ctx, _request, response) => void response.end('raw')},
        stream: count,
    },
} satisfies Routes;
const router = createRouter();
router.registerRoutes(routes);

let cleanUps: (() => unknown)[] = [];
beforeEach(() => {
    notes = [];
    cleanUps = [];
});
afterEach(async () => {
    for (const cleanUp of cleanUps.reverse()) await cleanUp();
});

async function start(options: Partial<NodeHttpOptions> = {}) {
    const server = await startNodeServer({port: 0, host: '127.0.0.1', ...options}, router);
    cleanUps.push(() => {
        server.closeAllConnections();
        return new Promise<void>((done) => server.close(() => done()));
    });
    return server;
}

/** The body of an answer that goes on. */
type Body = IncomingMessage | ClientHttp2Stream;

function openHttp1(port: number, path: string, body: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
        const options = {port, path, method: 'POST', agent: false, headers: {'content-type': 'application/json', ...headers}};
        const request: ClientRequest = sendHttp(options as never, resolve).on('error', reject);
        request.end(body);
    });
}

function openHttp2(port: number, path: string, body: string): Promise<ClientHttp2Stream> {
    const session: ClientHttp2Session = connect(`http://127.0.0.1:${port}`);
    cleanUps.push(() => session.destroy());
    const stream = session.request({':method': 'POST', ':path': path, 'content-type': 'application/json'});
    stream.end(body);
    return new Promise((resolve) => {
        stream.once('response', () => resolve(stream));
    });
}

type Open = (path: string, body: string) => Promise<Body>;

const adapters: readonly [name: string, start: () => Promise<Open>][] = [
    [
        'http/1.1',
        async () => {
            const port = getPort(await start());
            return (path, body) => openHttp1(port, path, body);
        },
    ],
    [
        'http/2',
        async () => {
            const port = getPort(await start({protocol: 'http2'}));
            return (path, body) => openHttp2(port, path, body);
        },
    ],
];

async function until(isDone: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500 && !isDone(); tries++) await sleep(10);
    expect(isDone()).toBe(true);
}

describe.each(adapters)('%s', (_name, startAdapter) => {
    let open: Open;
    beforeEach(async () => {
        open = await startAdapter();
    });

    test('the first value arrives while the others are still to be made', async () => {
        const body = await open('/slow', '');
        const pieces: string[] = [];
        for await (const piece of body.setEncoding('utf8')) pieces.push(piece);
        expect(pieces[0]).toBe('data: 1\n\n');
        expect(pieces.join('')).toBe('data: 1\n\ndata: 2\n\nevent: end\ndata: {}\n\n');
    });

    test('a slow reader holds the generator up, and gets everything', async () => {
        const body = await open('/count', '[400, 65536]');
        let last = -1;
        while (last !== made) {
            last = made;
            await sleep(200);
        }
        // Of 26 MB: what fits into the buffers of the system and of node.
        expect(made).toBeLessThan(300);
        const events = (await text(body)).split('\n\n');
        expect(events).toHaveLength(402);
        expect(events[399]).toMatch(/^data: "399 /);
        expect(events[400]).toBe('event: end\ndata: {}');
        expect(notes).toEqual(['finally']);
    });

    test('10,000 values arrive in their order', async () => {
        const events = (await text(await open('/count', '[10000, 1]'))).split('\n\n');
        expect(events.slice(0, 10_000)).toEqual(Array.from({length: 10_000}, (_, index) => `data: "${index} "`));
    });

    test('a client that leaves a stream in flow ends the generator', async () => {
        const body = await open('/count', '[1e9, 1000]');
        body.once('data', () => body.destroy());
        await until(() => notes.includes('finally'));
        expect(notes).toEqual(['abort', 'finally']);
    });

    test('a client that leaves while it waits for a value ends the generator', async () => {
        const body = await open('/wait', '');
        body.once('data', () => body.destroy());
        await until(() => notes.includes('finally'));
    });

    test('bytes that fail are broken off, so that the client knows', async () => {
        const body = await open('/broken', '');
        const pieces: Buffer[] = [];
        body.on('data', (piece) => pieces.push(piece));
        await expect(new Promise((done, fail) => body.on('end', done).on('error', fail))).rejects.toThrow();
        expect(String(Buffer.concat(pieces))).toBe('A');
    });
});

describe('a node server', () => {
    test('that closes lets streams come to their end', async () => {
        const server = await start();
        const body = await openHttp1(getPort(server), '/slow', '');
        const closed = new Promise((done) => server.close(done));
        expect(await text(body)).toContain('event: end\n');
        await closed;
    });

    test('that closes on a signal cuts the streams that take longer than it waits', async () => {
        const server = await start({closeOnSignals: ['SIGUSR2'], closeTimeoutMs: 50});
        const body = await openHttp1(getPort(server), '/wait', '');
        process.emit('SIGUSR2');
        await expect(text(body)).rejects.toThrow('aborted');
        await until(() => notes.includes('finally'));
    });

    test('that compresses does not compress streams', async () => {
        const server = await start({compression: true, compressionMinSize: 1});
        const body = await openHttp1(getPort(server), '/count', '[2, 2000]', {'accept-encoding': 'gzip'});
        expect(body.headers).toMatchObject({'content-type': 'text/event-stream; charset=utf-8', 'transfer-encoding': 'chunked'});
        expect(body.headers['content-encoding']).toBeUndefined();
        expect(await text(body)).toMatch(/^data: "0 x+"\n\n/);
    });

    test('closes a stream that a raw hook has answered for', async () => {
        const body = await openHttp1(getPort(await start()), '/answered/stream', '[5, 1]');
        expect(await text(body)).toBe('raw');
        expect(made).not.toBe(5);
    });
});

describe('fetch', () => {
    const handle = createFetchHandler(router);
    async function open(path: string, body = '', init: RequestInit = {}): Promise<ReadableStreamDefaultReader<Uint8Array>> {
        const headers = {'content-type': 'application/json'};
        const response = await handle(new Request(`https://example.com${path}`, {method: 'POST', headers, body, ...init}));
        return (response.body as ReadableStream<Uint8Array>).getReader();
    }

    test('a value is made when the runtime asks for it', async () => {
        made = -1;
        const reader = await open('/count', '[100, 5]');
        await sleep(10);
        expect(made).toBe(-1);
        for (let pieces = 0; pieces < 3; pieces++) {
            await reader.read();
            await sleep(1);
            expect(made).toBe(pieces);
        }
        await reader.cancel();
        expect(notes).toEqual(['abort', 'finally']);
    });

    test('a request that is aborted ends the generator, also while it waits', async () => {
        const controller = new AbortController();
        const reader = await open('/wait', '', {signal: controller.signal});
        await reader.read();
        const pending = reader.read();
        controller.abort();
        expect(await pending).toEqual({done: true, value: undefined});
        await until(() => notes.includes('finally'));
    });

    test('bytes that fail fail the body', async () => {
        const reader = await open('/broken');
        expect((await reader.read()).value).toEqual(new Uint8Array([65]));
        await expect(reader.read()).rejects.toMatchObject({message: 'private'});
    });
});
