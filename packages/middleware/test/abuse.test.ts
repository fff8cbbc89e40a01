import {describe, expect, test} from '@jest/globals';
import {type MiddlewareObj, type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, never, outcomeOf, thenable} from './trace.ts';

const context = {getRemainingTimeInMillis: () => 30} as never;

const hostile: Record<string, unknown> = {
    'an error': new Error('broken'),
    'a frozen error': Object.freeze(new Error('frozen')),
    'an error whose properties throw': new Proxy(new Error('trap'), {set: () => fail('set'), get: () => fail('get')}),
    null: null,
    undefined: undefined,
    'a text': 'text',
    'not a number': Number.NaN,
    'a symbol': Symbol('thrown'),
    'a function': () => {},
    'an object without a prototype': Object.create(null),
    'an error that is its own cause': Object.assign(new Error('circular'), {cause: undefined}),
};
Object.assign(hostile['an error that is its own cause'] as object, {cause: hostile['an error that is its own cause']});

const places = ['before', 'handler', 'after', 'onError', 'around', 'finally'] as const;
const kinds: Record<string, (thrown: unknown) => unknown> = {
    'throws synchronously': (thrown) => fail(thrown),
    rejects: async (thrown) => fail(thrown),
    'rejects in a thenable of its own': (thrown) => thenable((_, reject) => reject(thrown)),
    'throws in its `then`': (thrown) => thenable(() => fail(thrown)),
};
const throwing = places.flatMap((place) =>
    Object.keys(kinds).flatMap((kind) => Object.keys(hostile).map((name) => [place, kind, name] as const)),
);

test.each(throwing)('%s that %s: %s', async (place, kind, name) => {
    const thrown = hostile[name];
    const misbehave = () => kinds[kind]?.(thrown);
    const reported: unknown[] = [];
    const cleaned: unknown[] = [];
    const handler = place === 'handler' || place === 'onError' ? misbehave : () => 'handled';
    const run = middleware(handler, {onFinallyError: (error) => reported.push(error)})
        .finally(() => void cleaned.push('cleaned'))
        .use(place === 'handler' ? {finally: () => {}} : {[place]: misbehave});
    const outcome = await outcomeOf(run());
    expect(cleaned).toEqual(['cleaned']);
    if (place === 'finally') {
        expect(outcome).toEqual({response: 'handled'});
        expect(reported[0]).toBe(thrown);
    } else {
        expect(Object.keys(outcome)).toEqual(['error']);
        expect(Object.is((outcome as {error: unknown}).error, thrown)).toBe(true);
    }
});

describe('what never settles is answered for by the early timeout', () => {
    test.each([
        ['before', {before: () => never}],
        ['around, inside of `next`', {around: (_: unknown, next: () => unknown) => next(), before: () => never}],
    ] as [string, MiddlewareObj][])('%s', async (_, stuck) => {
        const run = middleware(async () => 'handled', {timeoutEarlyInMillis: 20, timeoutEarlyResponse: () => 'timed out'}).use(
            stuck,
        );
        expect(await run({}, context)).toBe('timed out');
    });
});

describe('a middleware that mutates everything', () => {
    test.each(['event', 'context', 'response', 'error', 'internal', 'earlyResponse'])(
        'deletes `%s` of the request',
        async (key) => {
            const destroy = (request: MiddlewareRequest) => void Reflect.deleteProperty(request, key);
            const run = middleware(() => 'handled').use({before: destroy, after: destroy, onError: destroy, finally: destroy});
            const expected = key === 'response' ? {response: undefined} : {response: 'handled'};
            expect(await outcomeOf(run())).toEqual(expected);
            expect(Object.keys(await outcomeOf(middleware(() => fail('broken')).use({onError: destroy})()))).toEqual(['error']);
        },
    );

    test('freezes the request: the invocation fails, and the next one does not', async () => {
        const run = middleware(() => 'handled').before((request) => void (request.event.freeze && Object.freeze(request)));
        expect(Object.keys(await outcomeOf(run({freeze: true})))).toEqual(['error']);
        expect(await run({})).toBe('handled');
    });

    test('replaces the internal store, which does not reach another invocation', async () => {
        const run = middleware(() => 'handled', {internal: {key: 'seeded'}})
            .before((request) => {
                const {key} = request.internal;
                request.internal = {key: 'replaced', seen: key};
            })
            .after(({internal}) => internal);
        expect([await run(), await run()]).toEqual([
            {key: 'replaced', seen: 'seeded'},
            {key: 'replaced', seen: 'seeded'},
        ]);
    });

    test('changes the middleware objects after they were attached, which changes nothing', async () => {
        const own: MiddlewareObj = {before: () => undefined};
        const list = [own];
        const run = middleware(() => 'handled').use(list);
        own.before = () => 'early';
        list.push({before: () => 'early'});
        expect(await run()).toBe('handled');
    });

    test('gives the context a useless `getRemainingTimeInMillis`', async () => {
        const run = middleware(async () => 'handled', {timeoutEarlyInMillis: 20}).before((request) => {
            Object.assign(request.context, {getRemainingTimeInMillis: () => 'soon'});
        });
        expect(await run({}, {...(context as object)} as never)).toBe('handled');
    });
});

test('an object with a getter that throws is not registered, nor are those before it in the array', async () => {
    const trace: string[] = [];
    const trapped = {
        get before(): never {
            return fail(new Error('trap'));
        },
    };
    const run = middleware(() => 'handled');
    expect(() => run.use([{before: () => void trace.push('before')}, trapped])).toThrow('trap');
    await run();
    expect(trace).toEqual([]);
});

test('ten thousand middlewares are only slow, not too deep', async () => {
    let calls = 0;
    const counting = {before: () => void calls++, after: async () => void calls++};
    const many = Array.from({length: 1000}, () => counting);
    const run = middleware(() => 'handled');
    for (let times = 0; times < 10; times++) run.use(many);
    expect(await run()).toBe('handled');
    expect(calls).toBe(20_000);
});

test('a middleware may invoke its own handler again', async () => {
    const run = middleware((event) => `handled ${event}`).before(async (request) => {
        if (request.event === 'outer') request.event = await run('inner');
    });
    expect(await run('outer')).toBe('handled handled inner');
});

test('a stack may be the handler of another one', async () => {
    const trace: string[] = [];
    const inner = middleware(() => fail('broken')).finally(() => void trace.push('inner'));
    const outer = middleware(inner)
        .onError(({error}) => `recovered from ${error}`)
        .finally(() => void trace.push('outer'));
    expect(await outer()).toBe('recovered from broken');
    expect(trace).toEqual(['inner', 'outer']);
});
