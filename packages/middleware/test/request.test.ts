import {expect, test} from '@jest/globals';
import {middleware} from '../src/index.ts';
import {thenable} from './trace.ts';

test('event and context default to empty objects, and only to replace undefined', async () => {
    const run = middleware((event, context) => [event, context]);
    expect(await run()).toEqual([{}, {}]);
    expect(await run(null)).toEqual([null, {}]);
});

test('the handler gets the event and context that the befores left', async () => {
    const run = middleware((event, context) => [event, context]).before((request) => {
        request.event = 'other event';
        request.context = {...request.context, awsRequestId: 'other'};
    });
    expect(await run('event')).toEqual(['other event', {awsRequestId: 'other'}]);
});

test('the handler gets no callback, and what Lambda passes as one is not used', async () => {
    const seen: unknown[] = [];
    const run = middleware((...params: unknown[]) => {
        seen.push(params.length, typeof params[2]);
    });
    await Reflect.apply(run, undefined, [{}, {}, () => seen.push('called')]);
    expect(seen).toEqual([3, 'object']);
    expect(run).toHaveLength(2); // Lambda's Node 24 runtime takes three parameters for a callback handler
});

test('middlewares get the request alone, and no `this`', async () => {
    const seen: unknown[] = [];
    function step(this: unknown, ...params: unknown[]) {
        seen.push(this, params.length);
    }
    await middleware(() => 'handled').use({before: step, after: step, finally: step})();
    expect(seen).toEqual([undefined, 1, undefined, 1, undefined, 1]);
});

test('`internal` is fresh for each invocation, has no prototype, and starts with the options’ values', async () => {
    const seed = {region: 'eu-west-1'};
    const run = middleware(() => 'handled', {internal: seed})
        .before(({internal}) => {
            internal.count = Number(internal.count ?? 0) + 1;
        })
        .after(({internal}) => ({
            internal,
            hasPrototype: Object.getPrototypeOf(internal) !== null,
            constructor: internal.constructor,
        }));
    expect(await run()).toEqual({internal: {region: 'eu-west-1', count: 1}, hasPrototype: false, constructor: undefined});
    expect(await run()).toMatchObject({internal: {count: 1}});
    expect(seed).toEqual({region: 'eu-west-1'});
});

test('invocations at the same time don’t see each other', async () => {
    const run = middleware(async (event) => {
        await null;
        return event;
    })
        .before(async ({event, internal}) => {
            await null;
            internal.event = event;
        })
        .after(({event, internal, response}) => [event, internal.event, response]);
    const results = await Promise.all(['a', 'b', 'c'].map((event) => run(event)));
    expect(results).toEqual(['a', 'b', 'c'].map((event) => [event, event, event]));
});

test.each([
    ['a promise of another library', thenable((resolve) => resolve('handled'))],
    ['a value', 'handled'],
    ['a promise', Promise.resolve('handled')],
])('a handler may return %s', async (_, result) => {
    expect(await middleware(() => result).after(({response}) => `${response}!`)()).toBe('handled!');
});

test('synchronous functions run in one go, without a turn of the event loop between them', async () => {
    const trace: string[] = [];
    const run = middleware(() => void trace.push('handler'))
        .before(() => void trace.push('before'))
        .after(() => void trace.push('after'));
    const running = run();
    trace.push('caller');
    await running;
    expect(trace).toEqual(['before', 'handler', 'after', 'caller']);
});

test('the invocation is a promise even where everything is synchronous and fails', async () => {
    const running = middleware(() => {
        throw new Error('broken');
    })();
    expect(running).toBeInstanceOf(Promise);
    await expect(running).rejects.toThrow('broken');
});
