import {describe, expect, test} from '@jest/globals';
import {middleware} from '../src/index.ts';

const keysMessage =
    'A middleware must be an object with at least one of the keys "before", "after", "onError", "around", "finally".';
const loose = middleware as unknown as (...params: unknown[]) => {
    use(value: unknown): void;
    before(value: unknown): void;
    handler(value: unknown): void;
    (): Promise<unknown>;
};

describe('what is no middleware', () => {
    test.each([
        [undefined],
        [null],
        [1],
        ['before'],
        [{}],
        [() => {}],
        [[{}]],
        [[[]]],
        [{befor: () => {}}],
        [{before: undefined}],
    ])('%p is refused, and the message lists the keys', (value) => {
        expect(() => loose(() => {}).use(value)).toThrow(keysMessage);
    });

    test.each([['before'], ['after'], ['onError'], ['around'], ['finally']])(
        'something else than a function under "%s" is refused',
        (key) => {
            expect(() => loose(() => {}).use({[key]: 'text'})).toThrow(
                `The "${key}" of a middleware must be a function, but is of type string.`,
            );
        },
    );

    test('an inline middleware that is no function is refused', () => {
        expect(() => loose(() => {}).before({})).toThrow(
            'The "before" of a middleware must be a function, but is of type object.',
        );
        expect(() => loose(() => {}).before(undefined)).toThrow(keysMessage);
    });

    test('a handler that is no function is refused', () => {
        expect(() => loose().handler(undefined)).toThrow('A handler must be a function, but is of type undefined.');
    });
});

test('of an array with one that is no middleware, none is registered', async () => {
    const trace: string[] = [];
    const run = loose(() => 'handled');
    expect(() => run.use([{before: () => void trace.push('1')}, {}])).toThrow(keysMessage);
    await run();
    expect(trace).toEqual([]);
});

test('keys that are false or null are as if they were not there', async () => {
    const run = loose(() => 'handled');
    run.use({before: false, after: null, onError: () => {}});
    expect(await run()).toBe('handled');
});

test('an array may be empty', async () => {
    expect(await middleware(() => 'handled').use([])()).toBe('handled');
});

test('everything is chainable and returns the same handler', () => {
    const run = middleware(() => 'handled');
    const step = () => {};
    const results: unknown[] = [run.use({before: step}), run.before(step), run.after(step), run.onError(step), run.finally(step)];
    results.push(
        run.around((_, next) => next()),
        run.handler(step),
    );
    for (const result of results) expect(result).toBe(run);
});

test('the handler may be left out, come first, or be set and replaced later', async () => {
    expect(await middleware()()).toBeUndefined();
    expect(await middleware(() => 'first')()).toBe('first');
    expect(await middleware(() => 'first').handler(() => 'second')()).toBe('second');
    expect(await middleware({internal: {key: 'seeded'}}).before(({internal}) => internal.key)()).toBe('seeded');
    expect(await middleware(undefined, {internal: {key: 'seeded'}}).before(({internal}) => internal.key)()).toBe('seeded');
});

test('one middleware object used twice runs twice', async () => {
    const trace: string[] = [];
    const counting = {before: () => void trace.push('before'), finally: () => void trace.push('finally')};
    await middleware(() => 'handled')
        .use(counting)
        .use(counting)();
    expect(trace).toEqual(['before', 'before', 'finally', 'finally']);
});

test('one middleware object used in two stacks has nothing in common between them', async () => {
    const trace: string[] = [];
    const shared = {before: () => void trace.push('before'), finally: () => void trace.push('finally')};
    await middleware(() => 'a').use(shared)();
    await middleware(() => 'b')
        .before(() => 'early')
        .use(shared)();
    expect(trace).toEqual(['before', 'finally']);
});

test('what is registered while a request runs takes effect at the next invocation', async () => {
    const trace: string[] = [];
    const run = middleware(() => 'first');
    run.before(async () => {
        trace.push('registering');
        if (trace.length > 1) return;
        run.before(() => void trace.push('before'));
        run.after(() => void trace.push('after'));
        run.finally(() => void trace.push('finally'));
        run.around((_, next) => {
            trace.push('around');
            return next();
        });
        run.handler(() => 'second');
    });
    expect(await run()).toBe('first');
    expect(trace).toEqual(['registering']);
    expect(await run()).toBe('second');
    expect(trace.slice(1)).toEqual(['around', 'registering', 'before', 'after', 'finally']);
});
