import {describe, expect, test} from '@jest/globals';
import {middleware} from '../../src/index.ts';
import {getInternal, sanitizeKey} from '../../src/util/index.ts';

const internal = {
    plain: 'value',
    pending: Promise.resolve('resolved'),
    nested: {inner: {deep: 1}, pending: Promise.resolve({deep: 2})},
    later: Promise.resolve({inner: {deep: 3}}),
    'with.dots': 'own key',
    '/ssm/key-1': 'by path',
    nothing: undefined,
};

test.each([
    ['one', 'plain', {plain: 'value'}],
    ['one that is a promise', 'pending', {pending: 'resolved'}],
    ['several', ['plain', 'pending'], {plain: 'value', pending: 'resolved'}],
    ['by new names', {newKey: 'plain', other: 'nested.inner.deep'}, {newKey: 'value', other: 1}],
    ['by a path into a promise', {deep: 'later.inner.deep'}, {deep: 3}],
    ['by a path through a promise', {deep: 'nested.pending.deep'}, {deep: 2}],
    ['by a path alone, whose name is sanitized', 'nested.inner.deep', {nested_inner_deep: 1}],
    ['a key that has dots itself', 'with.dots', {with_dots: 'own key'}],
    ['a key that is no name', ['/ssm/key-1'], {_ssm_key_1: 'by path'}],
    [
        'what isn’t there',
        ['missing', 'plain.missing', 'missing.deep'],
        {missing: undefined, plain_missing: undefined, missing_deep: undefined},
    ],
    [
        'what every object has, but not as its own',
        ['constructor', 'plain.toString', 'nested.__proto__'],
        {constructor: undefined, plain_toString: undefined, nested_proto_: undefined},
    ],
    ['none', false, {}],
    ['none of none', [], {}],
])('%s', async (_, keys, expected) => {
    expect({...(await getInternal(keys, {internal}))}).toEqual(expected);
});

test('all: each own key as it is, dots included', async () => {
    const all = await getInternal(true, {internal});
    expect(Object.keys(all)).toEqual(['plain', 'pending', 'nested', 'later', 'with_dots', '_ssm_key_1', 'nothing']);
    expect(all).toMatchObject({pending: 'resolved', with_dots: 'own key'});
});

test('the result has no prototype', async () => {
    expect(Object.getPrototypeOf(await getInternal('plain', {internal}))).toBeNull();
});

test('what is no promise is not waited for', async () => {
    const trace: string[] = [];
    const getting = getInternal(['plain', 'nested.inner.deep'], {internal}).then(() => trace.push('got'));
    await null;
    await null;
    expect(trace).toEqual(['got']);
    await getting;
});

describe('where promises are rejected', () => {
    const failing = () => ({
        good: 1,
        one: Promise.reject(new Error('no access')),
        two: Promise.reject('gone'),
        later: Promise.reject(new Error('late')),
    });
    const silence = (store: ReturnType<typeof failing>) => {
        for (const value of Object.values(store)) Promise.resolve(value).catch(() => {});
        return store;
    };

    test('the error names the key', async () => {
        await expect(getInternal({password: 'one'}, {internal: silence(failing())})).rejects.toThrow(
            'Failed to resolve internal values: "one" (no access)',
        );
    });

    test('the error names each of several, and has the reasons', async () => {
        const error = await getInternal(['good', 'one', 'later.inner', 'two'], {internal: silence(failing())}).catch(
            (error) => error,
        );
        expect(error.message).toBe('Failed to resolve internal values: "one" (no access), "later.inner" (late), "two" (gone)');
        expect(error.cause.data).toEqual([new Error('no access'), new Error('late'), 'gone']);
    });
});

test('a rejection in a before is an error of the invocation', async () => {
    const handler = middleware(() => 'handled')
        .before(({internal}) => {
            internal.secret = Promise.reject(new Error('no access'));
        })
        .before(async (request) => void Object.assign(request.context, await getInternal('secret', request)));
    await expect(handler()).rejects.toThrow('"secret" (no access)');
});

test.each([
    ['key', 'key'],
    ['1st', '_1st'],
    ['/dev/service_name/key-name', '_dev_service_name_key_name'],
    ['a..b', 'a_b'],
    ['ключ', '_'],
    ['', ''],
])('sanitizeKey(%p) is %p', (key, name) => {
    expect(sanitizeKey(key)).toBe(name);
});
