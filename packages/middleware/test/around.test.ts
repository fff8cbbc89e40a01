import {AsyncLocalStorage} from 'node:async_hooks';
import {describe, expect, test} from '@jest/globals';
import {middleware, type Next} from '../src/index.ts';
import {fail, outcomeOf, respond, tracer} from './trace.ts';

const broken = new Error('broken');

function spanning(trace: string[], name: string) {
    return async (_: unknown, next: Next) => {
        trace.push(`${name}:open`);
        try {
            return await next();
        } finally {
            trace.push(`${name}:close`);
        }
    };
}

test('arounds enclose befores, handler and afters; the first attached is the outermost; finallys come after them', async () => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const run = middleware(() => void trace.push('handler'))
        .use(traced('1'))
        .around(spanning(trace, 'outer'))
        .around(spanning(trace, 'inner'));
    await run();
    expect(trace).toEqual([
        ...['outer:open', 'inner:open', '1:before', 'handler', '1:after', 'inner:close', 'outer:close', '1:finally'],
    ]);
});

test('arounds enclose the onErrors', async () => {
    const trace: string[] = [];
    const run = middleware(() => fail(broken))
        .use(tracer(trace)('1', {onError: respond('recovered')}))
        .around(spanning(trace, 'around'));
    expect(await run()).toBe('recovered');
    expect(trace).toEqual(['around:open', '1:before', '1:onError', 'around:close', '1:finally']);
});

test('an AsyncLocalStorage reaches every function that an around encloses', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const look = () => void seen.push(storage.getStore());
    const run = middleware(async () => look())
        .around((request, next) => storage.run(request.event, next))
        .use({before: look, after: async () => look()});
    await Promise.all([run('one'), run('two')]);
    expect(seen.filter((store) => store === 'one')).toHaveLength(3);
    expect(seen.filter((store) => store === 'two')).toHaveLength(3);
});

describe('`next`', () => {
    test('resolves with the response, an early one too', async () => {
        const seen: unknown[] = [];
        const run = middleware(() => 'handled')
            .around(async (_, next) => void seen.push(await next()))
            .before(({event}) => event.early);
        expect(await run({})).toBe('handled');
        expect(await run({early: 'early'})).toBe('early');
        expect(seen).toEqual(['handled', 'early']);
    });

    test('rejects with the error that no onError handled', async () => {
        const seen: unknown[] = [];
        const run = middleware(() => fail(broken)).around(async (_, next) => {
            await next().catch((error: unknown) => seen.push(error));
            return 'rescued';
        });
        expect(await run()).toBe('rescued');
        expect(seen).toEqual([broken]);
    });

    test('rejects with what `request.error` is then, which an onError may have thrown', async () => {
        const second = new Error('second');
        const run = middleware(() => fail(broken))
            .around((request, next) => next().catch((error: unknown) => [error === second, request.error === second]))
            .onError(() => fail(second));
        expect(await run()).toEqual([true, true]);
    });

    test('called again runs the rest again, with a fresh response', async () => {
        const seen: unknown[] = [];
        let calls = 0;
        const run = middleware(() => (++calls < 3 ? fail(broken) : 'handled'))
            .around(async (_, next) => {
                for (;;) {
                    try {
                        return await next();
                    } catch {}
                }
            })
            .before(({response, error}) => void seen.push([response, error]));
        expect(await run()).toBe('handled');
        expect(seen).toEqual([
            [undefined, undefined],
            [undefined, undefined],
            [undefined, undefined],
        ]);
    });

    test('keeps a response that the around has set before its first call, as after a before', async () => {
        const trace: string[] = [];
        const run = middleware(() => trace.push('handler'))
            .before(() => void trace.push('before'))
            .around((request, next) => {
                respond('cached')(request);
                return next();
            });
        expect(await run()).toBe('cached');
        expect(trace).toEqual(['before']);
    });

    test('called again forgets an early response', async () => {
        let calls = 0;
        const run = middleware(() => 'handled')
            .around(async (_, next) => {
                await next();
                return next();
            })
            .before(() => (++calls === 1 ? 'early' : undefined));
        expect(await run()).toBe('handled');
    });

    test('that is never called leaves everything out but the finallys', async () => {
        const trace: string[] = [];
        const run = middleware(() => void trace.push('handler'))
            .use(tracer(trace)('1'))
            .around(() => 'closed for maintenance')
            .finally(() => void trace.push('finally'));
        expect(await run()).toBe('closed for maintenance');
        expect(trace).toEqual(['finally']);
    });
});

test('what an around returns is the response, unless it is undefined', async () => {
    const run = middleware(() => 'handled').around(async (request, next) => {
        await next();
        return request.event;
    });
    expect(await run(undefined)).toEqual({});
    expect(await run(null)).toBeNull();
    expect(await middleware(() => 'handled').around(async (_, next) => void (await next()))()).toBe('handled');
});

test('an around may change the response that it got', async () => {
    const run = middleware(() => ({statusCode: 200})).around(async (request, next) => {
        await next();
        Object.assign(request, {response: {...request.response, headers: {'x-id': '1'}}});
    });
    expect(await run()).toEqual({statusCode: 200, headers: {'x-id': '1'}});
});

describe('an error of an around itself', () => {
    test.each([
        ['before `next`', async () => fail(broken)],
        ['thrown synchronously', () => fail(broken)],
        ['after `next`', async (_: unknown, next: Next) => (await next()) && fail(broken)],
    ])('%s goes to the onErrors', async (_, around) => {
        const run = middleware(() => 'handled')
            .around(around)
            .onError((request) => `recovered from ${request.error?.message}`);
        expect(await run()).toBe('recovered from broken');
    });

    test('in place of the one that `next` rejected with goes to the onErrors', async () => {
        const seen: unknown[] = [];
        const run = middleware(() => fail(broken))
            .around((_, next) => next().catch(() => fail(new Error('translated'))))
            .onError(({error}) => void seen.push(error?.message));
        await expect(run()).rejects.toThrow('translated');
        expect(seen).toEqual(['broken', 'translated']);
    });

    test('that it got from `next` goes there only once', async () => {
        const seen: unknown[] = [];
        const run = middleware(() => fail(broken))
            .around((_, next) => next())
            .around((_, next) => next())
            .onError(({error}) => void seen.push(error));
        expect(await outcomeOf(run())).toEqual({error: broken});
        expect(seen).toEqual([broken]);
    });

    test('is seen by the arounds outside of it if no onError handles it', async () => {
        const trace: string[] = [];
        const run = middleware(() => 'handled')
            .around(spanning(trace, 'outer'))
            .around(() => fail(broken));
        expect(await outcomeOf(run())).toEqual({error: broken});
        expect(trace).toEqual(['outer:open', 'outer:close']);
    });
});
