import {getEventListeners} from 'node:events';
import {describe, expect, test} from '@jest/globals';
import {type Api, isRpcError, type MethodMetadata, type MethodsMetadata} from '@mionkit/core';
import {initClient} from '../src/index.ts';
import {answerCases} from './answer-cases.ts';

// For what a real server can't be made to do. Everything else is tested with one, in calls.test.ts.
type FakeApi = Api<{readonly users: {get(ctx: unknown): string; born(ctx: unknown): Date}}>;
type Fetch = typeof fetch;

function createMethod(id: string, returns: MethodMetadata['returns']): MethodMetadata {
    return {id, kind: 'route', params: [], returns, hookIds: [], hash: 'abc'};
}
const metadata: MethodsMetadata = {
    'users/get': createMethod('users/get', {kind: 'string'}),
    'users/born': createMethod('users/born', {kind: 'date'}),
};

function createClient(send: Fetch) {
    return initClient<FakeApi>({baseURL: 'http://fake', metadata, fetch: send}).routes;
}

describe('an answer that no mion server wrote is an error', () => {
    test.each(answerCases)('$title', async ({status, text, error}) => {
        const body = status === 204 ? null : text;
        const result = await createClient(async () => new Response(body, {status}))
            .users.get()
            .result();
        expect(result.error).toMatchObject(error);
        expect(isRpcError(result.error)).toBe(true);
        expect(result).not.toHaveProperty('data');
    });

    test('a value that its type cannot be built from', async () => {
        const {users} = createClient(async () => Response.json({'users/born': 'yesterday'}));
        const publicMessage = expect.stringMatching(/^'users\/born': the response can't be read: .*date/);
        expect((await users.born().result()).error).toMatchObject({name: 'Invalid Response', statusCode: 502, publicMessage});
    });

    test('a value of a class that the client has no codec for', async () => {
        const price = createMethod('price', {kind: 'codec', name: 'Amount', wire: {kind: 'string'}});
        const client = initClient<Api<{price(ctx: unknown): string}>>({
            baseURL: '',
            metadata: {price},
            fetch: async () => Response.json({price: '5'}),
        });
        const publicMessage = expect.stringContaining("There is no codec 'Amount'. Call `defineCodec('Amount', …)`");
        expect((await client.routes.price().result()).error).toMatchObject({name: 'Invalid Response', publicMessage});
    });

    test('no value where one is declared', async () => {
        const {users} = createClient(async () => Response.json({'users/other': 'Ada'}));
        expect((await users.get().result()).error).toMatchObject({name: 'Invalid Response', statusCode: 502});
    });

    test('a value that every object inherits is none', async () => {
        const inherited = createMethod('toString', {kind: 'unknown'});
        const client = initClient<Api<{toString(): unknown}>>({
            baseURL: '',
            metadata: {toString: inherited},
            fetch: async () => Response.json({}),
        });
        expect(await client.routes.toString().call()).toBeUndefined();
    });
});

describe('no answer is an error with status 0', () => {
    const failures: readonly [string, () => unknown, string][] = [
        ['what fetch says', () => new TypeError('Failed to fetch'), 'Failed to fetch'],
        [
            'the reason that Node keeps in the cause',
            () => new TypeError('fetch failed', {cause: new Error('connect ECONNREFUSED')}),
            'connect ECONNREFUSED',
        ],
        [
            'the code that Node has for a name with several addresses',
            () => new TypeError('fetch failed', {cause: Object.assign(new AggregateError([]), {code: 'ECONNREFUSED'})}),
            'ECONNREFUSED',
        ],
        ['what is no error', () => 'offline', 'offline'],
        ['nothing at all', () => undefined, 'undefined'],
    ];
    test.each(failures)('%s', async (_title, createCause, reason) => {
        const cause = createCause();
        const call = createClient(() => Promise.reject(cause))
            .users.get()
            .call();
        const error = {
            name: 'Network Error',
            statusCode: 0,
            message: `'users/get' at http://fake/users/get: ${reason}`,
            originalError: cause,
        };
        await expect(call).rejects.toMatchObject(error);
    });

    test('an answer that breaks off', async () => {
        const body = new ReadableStream({pull: (controller) => controller.error(new Error('socket hang up'))});
        const call = createClient(async () => new Response(body))
            .users.get()
            .call();
        await expect(call).rejects.toMatchObject({name: 'Network Error', message: "'users/get': socket hang up"});
    });
});

describe('a call that is ended early', () => {
    const hang: Fetch = (_url, init) =>
        new Promise((_resolve, reject) => {
            const signal = init?.signal;
            if (signal?.aborted) reject(signal.reason);
            signal?.addEventListener('abort', () => reject(signal.reason));
        });

    test('by its signal', async () => {
        const controller = new AbortController();
        const call = createClient(hang).users.get().withOptions({signal: controller.signal}).call();
        controller.abort();
        await expect(call).rejects.toMatchObject({name: 'Request Aborted', statusCode: 0});
    });

    test('by a signal that aborted before', async () => {
        const call = createClient(hang)
            .users.get()
            .withOptions({signal: AbortSignal.abort('left')})
            .call();
        await expect(call).rejects.toMatchObject({name: 'Request Aborted', message: "'users/get': left", originalError: 'left'});
    });

    test('by its timeout', async () => {
        const call = createClient(hang).users.get().withOptions({timeoutMs: 1}).call();
        await expect(call).rejects.toMatchObject({name: 'Request Timeout', statusCode: 0});
    });

    test("by the client's timeout, unless the call has its own", async () => {
        const {routes} = initClient<FakeApi>({baseURL: '', metadata, fetch: hang, timeoutMs: 1});
        await expect(routes.users.get().call()).rejects.toMatchObject({name: 'Request Timeout'});
        const controller = new AbortController();
        const patient = routes.users.get().withOptions({timeoutMs: 0, signal: controller.signal}).call();
        controller.abort();
        await expect(patient).rejects.toMatchObject({name: 'Request Aborted'});
    });

    test('by nothing, and it leaves nothing at a signal that lives on', async () => {
        const {signal} = new AbortController();
        const answer = Response.json({'users/get': 'Ada'});
        await createClient(async () => answer)
            .users.get()
            .withOptions({signal})
            .call();
        expect(getEventListeners(signal, 'abort')).toEqual([]);
    });

    test('while its metadata is on the way, which goes on for others', async () => {
        let answer = (_response: Response): void => {};
        const send: Fetch = async (url) =>
            String(url).endsWith('/mion/methods')
                ? new Promise((resolve) => (answer = resolve))
                : Response.json({'users/get': 'Ada'});
        const {routes} = initClient<FakeApi>({baseURL: 'http://fake', fetch: send});
        const controller = new AbortController();
        const aborted = routes.users.get().withOptions({signal: controller.signal}).call();
        const patient = routes.users.get().call();
        controller.abort();
        await expect(aborted).rejects.toMatchObject({name: 'Request Aborted'});
        answer(Response.json({'mion/methods': metadata}));
        expect(await patient).toBe('Ada');
    });
});
