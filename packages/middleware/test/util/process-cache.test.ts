import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {clearCache, getCache, modifyCache, processCache} from '../../src/util/index.ts';
import {fail} from '../trace.ts';

const start = 1_700_000_000_000;
const day = 86_400_000;

beforeEach(() => void jest.useFakeTimers({now: start, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate']}));
afterEach(() => {
    clearCache();
    jest.useRealTimers();
});

/** A fetch that answers 1, 2, 3, … */
function counter(): () => number {
    let count = 0;
    return () => ++count;
}

/** A fetch of one value, `key`, that does what the list says, call by call. */
function fetching(...calls: (() => Promise<unknown>)[]) {
    return () => ({key: calls.shift()?.()});
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('`cacheExpiry`', () => {
    test.each([
        ['-1: for ever', -1, Number.POSITIVE_INFINITY],
        ['a duration', 1000, start + 1000],
        ['the longest duration, a day', day, start + day],
        ['a time since the epoch', start + 5000, start + 5000],
    ])('%s', (_, cacheExpiry, expiry) => {
        const options = {cacheExpiry};
        const fetch = counter();
        expect(processCache(options, fetch)).toEqual({value: 1, expiry});
        expect(processCache(options, fetch)).toEqual({value: 1, expiry, cache: true});
        jest.setSystemTime(Math.min(expiry - 1, start + 100 * day));
        expect(processCache(options, fetch)).toMatchObject({value: 1});
        if (expiry === Number.POSITIVE_INFINITY) return;
        jest.setSystemTime(expiry);
        expect(processCache(options, fetch)).toMatchObject({value: 2});
    });

    test.each([[0], [undefined]])('%p: never', (cacheExpiry) => {
        const options = {cacheKey: 'never', ...(cacheExpiry === undefined ? {} : {cacheExpiry})};
        const fetch = counter();
        expect(processCache(options, fetch)).toEqual({value: 1, expiry: start});
        expect(processCache(options, fetch)).toEqual({value: 2, expiry: start});
        expect(getCache('never')).toEqual({});
    });

    test('a time that is over: fetched each time', () => {
        const options = {cacheExpiry: start - 1};
        const fetch = counter();
        expect([processCache(options, fetch).value, processCache(options, fetch).value]).toEqual([1, 2]);
    });

    test.each([[Number.NaN], [-2], [1.5], [Number.POSITIVE_INFINITY]])('%p is none', (cacheExpiry) => {
        expect(() => processCache({cacheExpiry}, counter())).toThrow(
            `\`cacheExpiry\` is ${cacheExpiry}. It must be -1 (for ever)`,
        );
    });

    test('`cacheKeyExpiry` goes before it, by own keys only', () => {
        const fetch = counter();
        const options = {cacheKey: 'key', cacheExpiry: -1, cacheKeyExpiry: {key: 10}};
        expect(processCache(options, fetch).expiry).toBe(start + 10);
        expect(processCache({...options, cacheKey: 'constructor'}, fetch).expiry).toBe(Number.POSITIVE_INFINITY);
    });

    test('a time that is moved forward ends an entry that was to live longer', () => {
        const fetch = counter();
        processCache({cacheKey: 'rotated', cacheExpiry: start + 9000}, fetch);
        jest.setSystemTime(start + 5000);
        expect(processCache({cacheKey: 'rotated', cacheExpiry: start + 4000}, fetch).value).toBe(2);
    });
});

describe('what shares an entry', () => {
    test('two instances never do unless they name it: the default key is the options object', () => {
        const fetch = counter();
        const [one, two] = [{cacheExpiry: -1}, {cacheExpiry: -1}];
        expect([one, two, one].map((options) => processCache(options, fetch).value)).toEqual([1, 2, 1]);
    });

    test('those with the same `cacheKey` do, even one that is a name of every object', () => {
        const fetch = counter();
        for (const cacheKey of ['shared', 'constructor', '__proto__', '']) {
            const [one, two] = [
                {cacheKey, cacheExpiry: -1},
                {cacheKey, cacheExpiry: -1},
            ];
            expect(processCache(one, fetch).value).toBe(processCache(two, fetch).value);
        }
    });

    test('misses at the same time share one fetch', async () => {
        const options = {cacheExpiry: -1};
        const fetch = jest.fn(() => ({key: turn().then(() => 'value')}));
        const results = await Promise.all([1, 2, 3].map(async () => (processCache(options, fetch).value as {key: unknown}).key));
        expect(results).toEqual(['value', 'value', 'value']);
        expect(fetch).toHaveBeenCalledTimes(1);
    });
});

describe('a fetch that fails', () => {
    const options = {cacheKey: 'failing', cacheExpiry: 1000};
    const key = (result: {value: unknown}) => (result.value as {key: Promise<unknown>}).key;
    const broken = new Error('broken');

    test('is never served twice: the next call fetches again', async () => {
        const fetch = fetching(
            async () => fail(broken),
            async () => 'value',
        );
        await expect(key(processCache(options, fetch))).rejects.toBe(broken);
        expect(await key(processCache(options, fetch))).toBe('value');
        expect(await key(processCache(options, fetch))).toBe('value');
    });

    test('as one promise for everything, neither', async () => {
        const calls = [async () => fail(broken), async () => 'value'];
        const fetch = () => calls.shift()?.();
        await expect(processCache(options, fetch).value).rejects.toBe(broken);
        expect(await processCache(options, fetch).value).toBe('value');
    });

    test('by throwing leaves no entry', () => {
        expect(() => processCache(options, () => fail(broken))).toThrow(broken);
        expect(getCache('failing')).toEqual({});
    });

    test('in part keeps the other part, and asks for the missing one alone', async () => {
        const asked: unknown[] = [];
        const fetch = (_: unknown, cached?: unknown) => {
            asked.push(cached);
            return cached ? {bad: Promise.resolve('now good')} : {good: Promise.resolve('good'), bad: Promise.reject(broken)};
        };
        const first = processCache(options, fetch).value as Record<string, Promise<string>>;
        await expect(first.bad).rejects.toBe(broken);
        const second = processCache(options, fetch).value as Record<string, Promise<string>>;
        expect([await second.good, await second.bad]).toEqual(['good', 'now good']);
        expect(asked).toEqual([undefined, {good: expect.any(Promise)}]);
        expect(processCache(options, fetch)).toMatchObject({expiry: start + 1000, cache: true});
        expect(asked).toHaveLength(2);
    });

    test('where it was to refresh an expired value, that one is used, and the next call tries again', async () => {
        const fetch = fetching(
            async () => 'old',
            async () => fail(broken),
            async () => fail(broken),
            async () => 'new',
        );
        expect(await key(processCache(options, fetch))).toBe('old');
        for (const expected of ['old', 'old', 'new', 'new']) {
            jest.setSystemTime(Date.now() + (expected === 'old' ? 1000 : 1));
            expect(await key(processCache(options, fetch))).toBe(expected);
        }
    });

    test('by throwing where it was to refresh, the same', () => {
        const calls = [() => 'old', () => fail(broken), () => 'new'];
        const fetch = () => calls.shift()?.();
        expect(processCache(options, fetch).value).toBe('old');
        jest.setSystemTime(start + 1000);
        expect(processCache(options, fetch).value).toBe('old');
        expect(processCache(options, fetch).value).toBe('new');
    });

    test('and was cleared meanwhile doesn’t touch the new entry', async () => {
        let reject: (error: unknown) => void = () => {};
        const first = processCache(options, () => ({key: new Promise((_, no) => (reject = no))}));
        clearCache('failing');
        processCache(options, () => ({key: 'new'}));
        reject(broken);
        await expect(key(first)).rejects.toBe(broken);
        expect(getCache('failing')).toMatchObject({value: {key: 'new'}});
        expect(getCache('failing').modified).toBeUndefined();
    });
});

test('no timer is ever started', () => {
    const options = {cacheExpiry: 1000};
    processCache(options, counter());
    jest.setSystemTime(start + 2000);
    processCache(options, counter());
    expect(jest.getTimerCount()).toBe(0);
});

test('the request is handed to the fetch', () => {
    const request = {internal: {}};
    expect(processCache({}, (given) => given, request).value).toBe(request);
    expect(processCache({}, (given) => given).value).toBeUndefined();
    expect(processCache({}).value).toBeUndefined();
});

describe('`modifyCache`', () => {
    test('makes the next call fetch what is missing', () => {
        const options = {cacheKey: 'modified', cacheExpiry: -1};
        const fetch = (_: unknown, cached: unknown = {}) =>
            'one' in Object(cached) ? {two: 'two, again'} : {one: 'one', two: 'two'};
        processCache(options, fetch);
        modifyCache('modified', {one: 'one'});
        expect(processCache(options, fetch).value).toEqual({one: 'one', two: 'two, again'});
    });

    test('without an entry does nothing', () => {
        modifyCache('nothing', 'value');
        expect(getCache('nothing')).toEqual({});
    });
});

test.each([
    ['one', 'one', [2, 1, 1]],
    ['several', ['one', 'two'], [2, 2, 1]],
    ['all, with no key', undefined, [2, 2, 2]],
    ['all, with null', null, [2, 2, 2]],
])('`clearCache` removes %s', (_, keys, expected) => {
    const counters = new Map(['one', 'two', 'three'].map((cacheKey) => [cacheKey, counter()]));
    const values = () => [...counters].map(([cacheKey, fetch]) => processCache({cacheKey, cacheExpiry: -1}, fetch).value);
    expect(values()).toEqual([1, 1, 1]);
    clearCache(keys);
    expect(values()).toEqual(expected);
});

test('`clearCache` removes the entries without a name too', () => {
    const options = {cacheExpiry: -1};
    const fetch = counter();
    processCache(options, fetch);
    clearCache();
    expect(processCache(options, fetch).value).toBe(2);
    clearCache(options);
    expect(processCache(options, fetch).value).toBe(3);
});
