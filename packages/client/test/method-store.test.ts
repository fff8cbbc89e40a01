import {describe, expect, jest, test} from '@jest/globals';
import {type MethodMetadata, type MethodsMetadata, RpcError} from '@mionkit/core';
import {createMethodStore, type FetchMethods, getMethod} from '../src/method-store.ts';

function createMethod(id: string, hash = '1'): MethodMetadata {
    return {id, kind: 'route', params: [], returns: {kind: 'undefined'}, hookIds: [], hash};
}

/** A server that knows these ids. */
function createServer(...known: string[]) {
    return jest.fn<FetchMethods>(async (ids) => {
        const unknownIds = ids.filter((id) => !known.includes(id));
        if (unknownIds.length > 0) throw new RpcError({statusCode: 404, errorData: {ids: unknownIds}});
        return Object.fromEntries(ids.map((id) => [id, createMethod(id)]));
    });
}

describe('metadata is asked for once', () => {
    test('by calls at the same moment, of one and of several methods, in one request', async () => {
        const server = createServer('a', 'b', 'c');
        const store = createMethodStore(server);
        await Promise.all([store.load(['a']), store.load(['a', 'b']), store.load(['c'])]);
        expect(server.mock.calls).toEqual([[['a', 'b', 'c']]]);
    });

    test('while a request is on its way', async () => {
        const server = createServer('a', 'b');
        const store = createMethodStore(server);
        const first = store.load(['a']);
        await Promise.resolve();
        await Promise.resolve();
        await Promise.all([first, store.load(['a', 'b'])]);
        expect(server.mock.calls).toEqual([[['a']], [['b']]]);
    });

    test('and never for what is known', async () => {
        const server = createServer();
        const store = createMethodStore(server, {a: createMethod('a')});
        expect((await store.load(['a'])).get('a')).toEqual(createMethod('a'));
        expect(server).not.toHaveBeenCalled();
    });

    test('with the hooks that came along', async () => {
        const server = jest.fn<FetchMethods>(async () => ({a: createMethod('a'), auth: createMethod('auth')}));
        const store = createMethodStore(server);
        await store.load(['a']);
        await store.load(['auth']);
        expect(server).toHaveBeenCalledTimes(1);
    });
});

describe('what fails', () => {
    test('is asked for again by the next call', async () => {
        const server = createServer('a').mockRejectedValueOnce(new Error('offline'));
        const store = createMethodStore(server);
        await expect(store.load(['a'])).rejects.toThrow('offline');
        expect((await store.load(['a'])).has('a')).toBe(true);
    });

    test('for an unknown id fails for that id only', async () => {
        const server = createServer('a', 'b');
        const store = createMethodStore(server);
        const [a, gone, b] = await Promise.all([store.load(['a']), store.load(['gone']), store.load(['b'])]);
        expect(getMethod(a, 'a')).toEqual(createMethod('a'));
        expect(getMethod(b, 'b')).toEqual(createMethod('b'));
        expect(() => getMethod(gone, 'gone')).toThrow("There is no metadata of 'gone'.");
        expect(server.mock.calls).toEqual([[['a', 'gone', 'b']], [['a', 'b']]]);
    });

    test('for unknown ids only is not repeated', async () => {
        const server = createServer();
        await createMethodStore(server).load(['gone', 'lost']);
        expect(server).toHaveBeenCalledTimes(1);
    });

    test('with a 404 that names no ids fails for all, once', async () => {
        const server = jest.fn<FetchMethods>(() => Promise.reject(new RpcError({statusCode: 404})));
        const store = createMethodStore(server);
        await expect(Promise.all([store.load(['a']), store.load(['b'])])).rejects.toThrow('Not Found');
        expect(server).toHaveBeenCalledTimes(1);
    });
});

describe('what is stale', () => {
    test('is forgotten as a whole and asked for anew', async () => {
        const server = createServer('a', 'b');
        const store = createMethodStore(server);
        store.forget(await store.load(['a', 'b']));
        await store.load(['a']);
        await store.load(['b']);
        expect(server.mock.calls).toEqual([[['a', 'b']], [['a']], [['b']]]);
    });

    test('is forgotten once, whoever else finds it stale', async () => {
        const server = createServer('a');
        const store = createMethodStore(server);
        const stale = await store.load(['a']);
        store.forget(stale);
        await store.load(['a']);
        store.forget(stale);
        await store.load(['a']);
        expect(server).toHaveBeenCalledTimes(2);
    });

    test('stays whole for the call that loaded it', async () => {
        const store = createMethodStore(createServer('a'));
        const methods = await store.load(['a']);
        store.forget(methods);
        expect(methods.has('a')).toBe(true);
    });
});

test('an id that every object inherits is not known', async () => {
    const server = jest.fn<FetchMethods>(async (): Promise<MethodsMetadata> => ({}));
    const store = createMethodStore(server);
    expect((await store.load(['toString'])).get('toString')).toBeUndefined();
    expect(server).toHaveBeenCalledTimes(1);
});
