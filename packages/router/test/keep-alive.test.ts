import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {createRouter, type RouterOptions, type Routes} from '../src/index.ts';
import {toAdapterRequest} from './send-request.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const routes = {
    slow: async function* (): AsyncGenerator<number> {
        await pause(250);
        yield 1;
        await pause(50);
        yield 2;
    },
    failing: async function* (): AsyncGenerator<number> {
        await pause(150);
        yield* [];
        throw new Error('private');
    },
    never: {
        route: (): AsyncIterable<number> => ({[Symbol.asyncIterator]: () => ({next: () => new Promise(() => {})})}),
        timeoutMs: 350,
    },
    bytes: (): ReadableStream<Uint8Array> =>
        new ReadableStream({pull: (controller) => pause(250).then(() => controller.close())}) as never,
} satisfies Routes;

async function open(path: string, options: Partial<RouterOptions> = {}) {
    const router = createRouter({streamKeepAliveMs: 100, ...options});
    router.registerRoutes(routes);
    const {stream} = await router.dispatch(path, toAdapterRequest({}));
    if (stream === undefined) throw new Error('There is no stream.');
    return stream;
}

beforeEach(() => {
    jest.useFakeTimers();
});
afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
});

/** The pieces of a stream with the times at which they came. */
async function readPieces(path: string, options?: Partial<RouterOptions>): Promise<string[]> {
    const stream = await open(path, options);
    const pieces: string[] = [];
    const start = Date.now();
    const reading = (async () => {
        for await (const piece of stream) pieces.push(`${Date.now() - start} ${String(piece).split('\n', 1)}`);
    })();
    await jest.advanceTimersByTimeAsync(1000);
    await reading;
    return pieces;
}

describe('streamKeepAliveMs', () => {
    test.each<[path: string, options: Partial<RouterOptions>, pieces: readonly string[]]>([
        ['/slow', {}, ['100 : ', '200 : ', '250 data: 1', '300 data: 2', '300 event: end']],
        ['/slow', {streamKeepAliveMs: 0}, ['250 data: 1', '300 data: 2', '300 event: end']],
        ['/slow', {streamKeepAliveMs: 1000}, ['250 data: 1', '300 data: 2', '300 event: end']],
        ['/slow', {streamKeepAliveMs: Number.POSITIVE_INFINITY}, ['250 data: 1', '300 data: 2', '300 event: end']],
        ['/failing', {}, ['100 : ', '150 event: error']],
        ['/never', {}, ['100 : ', '200 : ', '300 : ', '350 event: error']],
        ['/bytes', {}, []],
    ])('%s with %j is %j', async (path, options, pieces) => {
        expect(await readPieces(path, options)).toEqual(pieces);
    });

    test('a value that comes while nobody asks is kept, and nothing is sent that nobody asks for', async () => {
        const stream = await open('/slow');
        const first = stream.next();
        await jest.advanceTimersByTimeAsync(100);
        expect((await first).value).toBe(': \n\n');
        await jest.advanceTimersByTimeAsync(500);
        expect((await stream.next()).value).toBe('data: 1\n\n');
        await stream.return();
    });

    test('an error that comes while nobody asks is kept, and ends the stream', async () => {
        const stream = await open('/failing');
        const first = stream.next();
        await jest.advanceTimersByTimeAsync(100);
        await first;
        await jest.advanceTimersByTimeAsync(500);
        expect((await stream.next()).value).toMatch(/^event: error/);
        expect(await stream.next()).toEqual({done: true, value: undefined});
    });

    test('a client that leaves in a silence leaves no timer', async () => {
        const stream = await open('/never');
        const first = stream.next();
        await stream.return();
        expect(await first).toEqual({done: true, value: undefined});
    });

    test('a response that is taken as a whole has no comments', async () => {
        const collected = (await open('/slow')).collect(1e6);
        await jest.advanceTimersByTimeAsync(1000);
        expect((await collected).rawBody).toBe('data: 1\n\ndata: 2\n\nevent: end\ndata: {}\n\n');
    });
});
