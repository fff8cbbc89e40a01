import {describe, expect, test} from '@jest/globals';
import {type MiddlewareOptions, type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, outcomeOf} from './trace.ts';

const broken = new Error('broken');

function tracing(trace: string[]): MiddlewareOptions {
    return {
        beforePrefetch: () => trace.push('beforePrefetch'),
        requestStart: ({event}) => trace.push(`requestStart ${event}`),
        beforeMiddleware: (name) => trace.push(`> ${name}`),
        afterMiddleware: (name) => trace.push(`< ${name}`),
        beforeHandler: () => trace.push('> handler'),
        afterHandler: () => trace.push('< handler'),
        requestEnd: ({response}) => trace.push(`requestEnd ${response}`),
    };
}

describe.each(['sync', 'async'])('%s functions: the hooks run', (kind) => {
    const step = (name: string, run: () => unknown = () => undefined) =>
        Object.defineProperty(kind === 'async' ? async () => run() : () => run(), 'name', {value: name});

    test('around each function, with its name', async () => {
        const trace: string[] = [];
        const run = middleware(
            step('base', () => 'handled'),
            tracing(trace),
        ).use({
            before: step('open'),
            after: step('close'),
            finally: step('clean'),
        });
        expect(await run('event')).toBe('handled');
        expect(trace).toEqual([
            ...['beforePrefetch', 'requestStart event', '> open', '< open', '> handler', '< handler'],
            ...['> close', '< close', '> clean', '< clean', 'requestEnd handled'],
        ]);
    });

    test('not after a function that throws, but at the end of the request', async () => {
        const trace: string[] = [];
        const run = middleware(
            step('base', () => fail(broken)),
            tracing(trace),
        ).onError(step('recover', () => 'recovered'));
        expect(await run('event')).toBe('recovered');
        expect(trace.slice(2)).toEqual(['> handler', '> recover', '< recover', 'requestEnd recovered']);
    });
});

test('an around is one of the functions', async () => {
    const trace: string[] = [];
    const run = middleware(() => 'handled', tracing(trace)).around(function wrap(_, next) {
        return next();
    });
    await run('event');
    expect(trace.slice(2)).toEqual(['> wrap', '> handler', '< handler', '< wrap', 'requestEnd handled']);
});

test('each hook works without the others', async () => {
    for (const hook of [
        'requestStart',
        'beforeMiddleware',
        'afterMiddleware',
        'beforeHandler',
        'afterHandler',
        'requestEnd',
    ] as const) {
        let calls = 0;
        const run = middleware(async () => 'handled', {[hook]: () => ++calls}).before(async () => {});
        expect(await run()).toBe('handled');
        expect([hook, calls]).toEqual([hook, 1]);
    }
});

test('`beforePrefetch` runs when the stack is made', () => {
    const trace: string[] = [];
    middleware({beforePrefetch: () => trace.push('prefetch')});
    expect(trace).toEqual(['prefetch']);
});

test('a `requestStart` that throws is an error like any other', async () => {
    const seen: unknown[] = [];
    const options = {requestStart: () => fail(broken), requestEnd: ({error}: MiddlewareRequest) => void seen.push(error)};
    expect(await outcomeOf(middleware(() => 'handled', options)())).toEqual({error: broken});
    expect(await middleware(() => 'handled', options).onError(() => 'recovered')()).toBe('recovered');
    expect(seen).toEqual([broken, broken]);
});

test('a `requestEnd` that throws is reported and changes nothing', async () => {
    const reported: unknown[] = [];
    const options = {requestEnd: () => fail(broken), onFinallyError: (error: unknown) => reported.push(error)};
    expect(await middleware(() => 'handled', options)()).toBe('handled');
    expect(reported).toEqual([broken]);
});

test('a handler that is set later is observed too', async () => {
    const trace: string[] = [];
    await middleware({beforeHandler: () => trace.push('> handler')}).handler(() => trace.push('handler'))();
    expect(trace).toEqual(['> handler', 'handler']);
});
