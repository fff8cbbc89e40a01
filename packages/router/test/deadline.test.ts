import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {type AdapterRequest, type CallContext, createRouter, type RouterOptions, type Routes} from '../src/index.ts';
import {sendRequest, toAdapterRequest} from './send-request.ts';

const never = () => new Promise<string>(() => undefined);
const seen: unknown[] = [];

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
