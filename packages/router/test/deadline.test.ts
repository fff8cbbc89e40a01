import {Readable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {type AdapterRequest, type CallContext, createRouter, type RouterOptions, type Routes} from '../src/index.ts';
import {sendRequest, toAdapterRequest} from './send-request.ts';

const never = () => new Promise<string>(() => undefined);
const seen: unknown[] = [];

/** Gives something when the time of the call is over. */
const afterwards = <TValue>(give: () => TValue) => new Promise<TValue>((done) => setTimeout(() => done(give()), 3000));

function noteStep(what: string): IteratorReturnResult<undefined> {
    seen.push(what);
    return {done: true, value: undefined};
}

/** An iterable that notes what is asked of it. */
const watched = (): AsyncIterable<number> => ({
    [Symbol.asyncIterator]: () => ({
        next: async () => noteStep('next'),
        return: async () => noteStep('closed'),
    }),
});

const unclosable = (): AsyncIterable<number> => ({
    [Symbol.asyncIterator]: () => ({
        next: async () => ({done: true, value: undefined}),
        return: () => Promise.reject(new Error('can not close')),
    }),
});

const routes = {
    quick: (): string => 'quick',
    soon: async (): Promise<string> => 'soon',
    slow: (): Promise<string> => never(),
    patient: {route: (): Promise<string> => new Promise((done) => setTimeout(() => done('patient'), 5000)), timeoutMs: 0},
    hasty: {route: (): Promise<string> => never(), timeoutMs: 10},
    late: (): Promise<string> => new Promise((_done, fail) => setTimeout(() => fail(new Error('too late')), 3000)),
    watching: async (ctx: CallContext): Promise<string> => {
        ctx.signal.addEventListener('abort', () => seen.push((ctx.signal.reason as Error).name));
        return never();
    },
    asksLate: async (ctx: CallContext): Promise<string> => {
        await new Promise((done) => setTimeout(done, 2000));
        seen.push(ctx.signal.aborted);
        return 'x';
    },
    streams: {
        values: (): Promise<AsyncIterable<number>> => afterwards(watched),
        node: (): Promise<Readable> => afterwards(() => new Readable({destroy: () => void seen.push('closed')})),
        web: (): Promise<ReadableStream<number>> =>
            afterwards(() => new ReadableStream({cancel: () => void seen.push('closed')})) as Promise<ReadableStream<number>>,
        inTime: async (): Promise<AsyncIterable<number>> => watched(),
        absent: (): Promise<AsyncIterable<number>> => afterwards(() => undefined as never),
        unclosable: (): Promise<AsyncIterable<number>> => afterwards(unclosable),
        returned: (): Promise<AsyncIterable<number> | RpcError<'Gone'>> =>
            afterwards(() => new RpcError({statusCode: 410, name: 'Gone' as const, message: 'returned late'})),
    },
    // Does its work whenever it is asked, as queries of some database clients do.
    query: (): PromiseLike<string> => ({
        // biome-ignore lint/suspicious/noThenProperty: what this is about
        then: (done, fail) => {
            seen.push('query');
            return never().then(done, fail);
        },
    }),
    after: {hook: (): void => void seen.push('after')},
    log: {
        hook: async (ctx): Promise<void> => {
            await new Promise((done) => setTimeout(done, 50));
            seen.push(`log ${ctx.response.statusCode}`);
        },
        runOnError: true,
    },
} satisfies Routes;

function createTimedRouter(options: Partial<RouterOptions>) {
    const router = createRouter(options);
    router.registerRoutes(routes);
    return router;
}

beforeEach(() => {
    jest.useFakeTimers();
    seen.length = 0;
});
afterEach(() => {
    jest.useRealTimers();
});

const timeout = {name: 'Gateway Timeout', statusCode: 504, message: 'The call did not end in the time that it had.'};

describe('timeoutMs', () => {
    test.each<[path: string, options: Partial<RouterOptions>]>([
        ['/slow', {timeoutMs: 1000}],
        ['/hasty', {timeoutMs: 1000}],
        ['/hasty', {}],
        ['/late', {timeoutMs: 1000}],
    ])('%s with %j is a 504 under @request, and the hooks that run on errors do', async (path, options) => {
        const pending = sendRequest(createTimedRouter(options), path);
        await jest.advanceTimersByTimeAsync(9);
        expect(seen).toEqual([]);
        await jest.advanceTimersByTimeAsync(5000);
        const response = await pending;
        expect(response.status).toBe(504);
        expect(response.body).toEqual({'@errors': {'@request': timeout}});
        expect(seen).toEqual(['log 504']);
    });

    test.each([['/quick'], ['/soon'], ['/patient']])('%s ends in time, and leaves no timer', async (path) => {
        const pending = sendRequest(createTimedRouter({timeoutMs: 1000}), path);
        await jest.advanceTimersByTimeAsync(6000);
        const response = await pending;
        expect(response.body).toEqual({[path.slice(1)]: path.slice(1)});
        expect(seen).toEqual(['after', 'log 200']);
        expect(jest.getTimerCount()).toBe(0);
    });

    test('without it nothing is timed', async () => {
        void sendRequest(createTimedRouter({}), '/slow');
        expect(jest.getTimerCount()).toBe(0);
    });
});

describe('what comes after the time', () => {
    const internalErrors: Error[] = [];
    const keepErrors = (ctx: CallContext) => void Object.assign(ctx.request, {internalErrors});
    const {message} = timeout;

    test.each<[path: string, seen: readonly string[], noted: readonly string[]]>([
        ['/streams/values', ['closed'], []],
        ['/streams/node', ['closed'], []],
        ['/streams/web', ['closed'], []],
        ['/streams/absent', [], ['The result is no stream and no async iterable']],
        ['/streams/unclosable', [], ['can not close']],
        ['/streams/returned', [], ['returned late']],
        ['/late', [], ['too late']],
    ])('%s: a stream is closed unread, and an error noted', async (path, then, noted) => {
        internalErrors.length = 0;
        const pending = sendRequest(createTimedRouter({timeoutMs: 1000, sharedDataFactory: keepErrors}), path);
        await jest.advanceTimersByTimeAsync(2000);
        expect((await pending).status).toBe(504);
        expect(seen.splice(0)).toEqual(['log 504']);
        await jest.advanceTimersByTimeAsync(2000);
        expect(seen).toEqual(then);
        expect(internalErrors.map((error) => error.message)).toEqual([message, ...noted]);
    });

    test('a stream that comes in time is left open', async () => {
        const router = createTimedRouter({timeoutMs: 1000});
        const pending = router.dispatch('/streams/inTime', toAdapterRequest({}));
        await jest.advanceTimersByTimeAsync(60);
        const {stream} = await pending;
        expect(seen.splice(0)).toEqual(['after', 'log 200']);
        await stream?.next();
        expect(seen).toEqual(['next']);
    });

    test('what is no native promise is asked once', async () => {
        const pending = sendRequest(createTimedRouter({timeoutMs: 1000}), '/query');
        await jest.advanceTimersByTimeAsync(2000);
        expect((await pending).status).toBe(504);
        expect(seen).toEqual(['query', 'log 504']);
    });
});

describe('ctx.signal', () => {
    test('aborts when the time is over', async () => {
        const pending = sendRequest(createTimedRouter({timeoutMs: 1000}), '/watching');
        await jest.advanceTimersByTimeAsync(2000);
        expect((await pending).status).toBe(504);
        expect(seen).toEqual(['Gateway Timeout', 'log 504']);
    });

    test('is aborted when it is first read after that', async () => {
        const pending = sendRequest(createTimedRouter({timeoutMs: 1000}), '/asksLate');
        await jest.advanceTimersByTimeAsync(5000);
        await pending;
        expect(seen).toEqual(['log 504', true]);
    });

    test('aborts when the client goes away, and the adapter is asked only when it is read', async () => {
        const listeners: (() => void)[] = [];
        const request: AdapterRequest = {...toAdapterRequest({}), onAbort: (listener) => void listeners.push(listener)};
        const router = createTimedRouter({});
        await Promise.all([router.dispatch('/quick', request), jest.advanceTimersByTimeAsync(100)]);
        expect(listeners).toHaveLength(0);
        void router.dispatch('/watching', request);
        expect(listeners).toHaveLength(1);
        listeners[0]?.();
        expect(seen).toEqual(['after', 'log 200', 'AbortError']);
    });

    test('is the same object whenever it is read, and works where the platform can not tell', async () => {
        const router = createRouter();
        router.registerRoutes({a: (ctx) => new Set([ctx.signal, ctx.signal]).size === 1 && !ctx.signal.aborted});
        expect((await sendRequest(router, '/a')).body).toEqual({a: true});
    });
});
