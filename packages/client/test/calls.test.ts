import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {isRpcError, type MethodsMetadata} from '@mionkit/core';
import {getMethodsMetadata} from '@mionkit/router';
import {initClient} from '../src/index.ts';
import {recordFetch} from './record-fetch.ts';
import {serve, type TestServer} from './serve.ts';
import {type Kinds, Money, type Order, router, type TestApi, type User} from './test-api.ts';

let server: TestServer;
beforeAll(async () => {
    server = await serve(router);
});
afterAll(() => server.close());

function createClient(options: {headers?: Record<string, string>; metadata?: MethodsMetadata; prefix?: string} = {}) {
    const recorded = recordFetch();
    const all = {baseURL: server.baseURL, prefix: 'api/v1', suffix: '.json', fetch: recorded.fetch, ...options};
    return {...initClient<TestApi>(all), ...recorded};
}

describe('a call resolves with what the route returned', () => {
    const ada: User = {id: '1', name: 'Ada', born: new Date('1815-12-10T00:00:00Z')};
    const order: Order = {
        items: [{sku: 'a', count: 2}],
        placed: new Date('2026-01-02T03:04:05.678Z'),
        delivered: null,
        status: 'open',
        position: [1.5, -2],
        note: undefined,
    };

    test('with dates, nested and recursive types', async () => {
        const user = await createClient().routes.users.get('7').call();
        expect(user).toEqual({...ada, id: '7', friends: [ada]});
        expect(user.friends?.[0]?.born).toBeInstanceOf(Date);
    });

    test.each([
        ['everything', order],
        ['optional properties left out', {...order, delivered: new Date(0), note: 'ring twice'}],
        ['text that needs escaping', {...order, note: '"\\\u2028\n ü 😀'}],
    ])('with params of any type: %s', async (_title, value) => {
        expect(await createClient().routes.orders.echo(value).call()).toEqual(value);
    });

    test('with every kind that JSON does not have', async () => {
        const kinds: Kinds = {
            big: 2n ** 80n,
            set: new Set([1, 2]),
            map: new Map([['a', new Date(0)]]),
            url: new URL('https://example.com/?a=1'),
            pattern: /a+/giu,
            bytes: new Uint8Array([0, 255]),
            dateOrText: new Date(1),
            price: new Money(5),
            counts: {a: 1},
            size: '5px',
        };
        const {utils} = createClient().routes;
        const received = await utils.kinds(kinds).call();
        expect({...received, counts: {...received.counts}}).toEqual({...kinds, price: new Money(10)});
        expect(received.price.double().cents).toBe(20);
        expect((await utils.kinds({...kinds, dateOrText: '1970-01-01'}).call()).dateOrText).toBe('1970-01-01');
    });

    test('a promised result, a union with null', async () => {
        const {users} = createClient().routes;
        expect(await users.find('1').call()).toEqual(ada);
        expect(await users.find('2').call()).toBeNull();
    });

    test('optional, default and rest params', async () => {
        const {utils} = createClient().routes;
        expect(await utils.hello().call()).toBe('Hello world');
        expect(await utils.hello('Ada').call()).toBe('Hello Ada');
        expect(await utils.hello(undefined).call()).toBe('Hello world');
        expect(await utils.sum().call()).toBe(0);
        expect(await utils.sum(1, 2, 3).call()).toBe(6);
        const from = new Date(1);
        expect(await utils.between(from).call()).toEqual({from, to: null});
        expect(await utils.between(from, from).call()).toEqual({from, to: from});
    });

    test('nothing', async () => {
        const result = await createClient().routes.utils.nothing().result();
        expect(result).toEqual({data: undefined, hooks: []});
        expect('error' in result).toBe(false);
    });

    test('any JSON value where the type is unknown', async () => {
        const value = {'@errors': {a: {name: 'x', statusCode: 1}}, nested: [null, {toString: 1}]};
        expect(await createClient().routes.utils.anything(value).call()).toEqual(value);
    });

    test('whatever the route is named', async () => {
        const {utils} = createClient().routes;
        expect(await utils.toString().call()).toBe('not the inherited one');
        expect(await utils["it's a name"]().call()).toBe(true);
    });

    test('from the tree with both kinds', async () => {
        const {methods} = createClient();
        expect(await methods.secured.secret().call(methods.secured.auth('token'))).toBe(42);
    });

    test('each time it is sent', async () => {
        const {routes, getCallPaths} = createClient();
        const call = routes.utils.sum(1, 2);
        expect([await call.call(), await call.call()]).toEqual([3, 3]);
        expect(getCallPaths()).toEqual(['/api/v1/utils/sum.json', '/api/v1/utils/sum.json']);
    });

    test('when there is a slash too many', async () => {
        const {routes} = initClient<TestApi>({baseURL: `${server.baseURL}/`, prefix: '/api/v1/', suffix: '.json'});
        expect(await routes.utils.sum(1).call()).toBe(1);
    });
});

describe('a call rejects with the RpcError that the server sent', () => {
    const notAllowed = {name: 'NotAllowed', statusCode: 403, message: 'You may not', id: 'error-1'};

    test('from a header hook', async () => {
        const {routes, hooks} = createClient();
        const call = routes.secured.secret().call(hooks.secured.auth('other'));
        await expect(call).rejects.toMatchObject({...notAllowed, errorData: {reason: 'other'}});
        expect(isRpcError(await call.catch((error: unknown) => error))).toBe(true);
    });

    test('from a hook that runs after the route', async () => {
        const {routes, hooks} = createClient();
        const call = routes.tracked.who().call(hooks.tracked.tenant('acme', new Date(0)), hooks.tracked.check(true));
        await expect(call).rejects.toMatchObject({...notAllowed, errorData: {reason: 'checked'}});
    });

    test('from a private hook', async () => {
        await expect(createClient().routes.closed.inside().call()).rejects.toMatchObject({name: 'Closed', statusCode: 423});
    });

    test('from a route that throws anything else', async () => {
        const error = await createClient()
            .routes.utils.crash()
            .call()
            .catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({name: 'Internal Server Error', statusCode: 500, id: expect.any(String)});
        expect(String(error)).not.toContain('private');
    });

    test('about the request as a whole', async () => {
        const huge = 'x'.repeat(300_000);
        await expect(createClient().routes.utils.hello(huge).call()).rejects.toMatchObject({
            name: 'Payload Too Large',
            statusCode: 413,
        });
    });

    test('about a path that no route has', async () => {
        const metadata = getMethodsMetadata(router);
        const call = createClient({metadata, prefix: 'api/v2'}).routes.utils.sum().call();
        await expect(call).rejects.toMatchObject({name: 'Not Found', statusCode: 404});
    });

    test('and result resolves with it', async () => {
        const {routes, hooks} = createClient();
        const result = await routes.secured.secret().result(hooks.secured.auth('other'));
        expect(result.error).toMatchObject(notAllowed);
        expect('data' in result).toBe(false);
    });
});

describe('params that do not fit are found before the route is called', () => {
    test.each([
        ['a wrong type', 'utils/hello', [1]],
        ['a missing param', 'users/get', []],
        ['a param too many', 'users/get', ['1', '2']],
        ['a wrong type deep inside', 'users/rename', [{id: '1', name: 'Ada', born: 'soon', friends: [{id: 1}]}, 'Eve']],
    ])('%s', async (_title, id, params) => {
        const {methods, getCallPaths} = createClient();
        const method = id.split('/').reduce<unknown>((place, name) => Reflect.get(place as object, name), methods);
        const local = await (method as typeof methods.utils.anything)(...(params as [unknown])).result();
        expect(local.error).toMatchObject({name: 'Validation Error', statusCode: 400});
        expect(getCallPaths()).toEqual([]);
        expect(JSON.parse(JSON.stringify(local.error))).toEqual(await askServer(id, params));
    });

    // What JSON would have made null of.
    test.each([
        ['an invalid date', 'at[0]', [new Date(Number.NaN)], 'an invalid date'],
        ['a number that is not finite', 'at[1]', [new Date(0), Number.POSITIVE_INFINITY], 'a number that is not finite'],
    ])('%s', async (_title, path, [when, count], received) => {
        const {error} = await createClient()
            .routes.utils.pair([when as Date, count as number])
            .result();
        const errors = [{path, expected: expect.any(String), received}];
        expect(error).toMatchObject({name: 'Validation Error', statusCode: 400, errorData: {errors}});
    });

    // What the server says to the same params as JSON.
    async function askServer(id: string, params: readonly unknown[]): Promise<unknown> {
        const headers = {'content-type': 'application/json'};
        const body = JSON.stringify({[id]: params});
        const response = await fetch(`${server.baseURL}/api/v1/${id}.json`, {method: 'POST', headers, body});
        const answer: unknown = await response.json();
        return (answer as {'@errors': Record<string, unknown>})['@errors'][id];
    }
});

describe('hooks', () => {
    test('give back what they returned, in headers and body', async () => {
        const {routes, hooks, requests} = createClient();
        const {tenant, visits, flags, isNew, check} = hooks.tracked;
        const since = new Date(0);
        const result = await routes.tracked.who().result(tenant('acme', since), visits(4), flags(), isNew(), check());
        expect(result).toEqual({data: 'tracked', hooks: [{name: 'acme', since}, 5, ['a', 'b'], true, 'checked']});
        const call = requests.at(-1);
        expect(call?.headers.get('x-visits')).toBe('4');
        expect(call?.body['tracked/tenant']).toEqual(['acme', '1970-01-01T00:00:00.000Z']);
    });

    test('give back what they returned before an error', async () => {
        const {routes, hooks} = createClient();
        const {tenant, visits, check} = hooks.tracked;
        const {error, hooks: results} = await routes.tracked.who().result(visits(1), tenant('acme', new Date(0)), check(true));
        expect(error).toMatchObject({name: 'NotAllowed'});
        expect(results).toEqual([2, {name: 'acme', since: new Date(0)}, undefined]);
    });

    test('are validated before the route is called', async () => {
        const {routes, hooks, getCallPaths} = createClient();
        const {error} = await routes.tracked.who().result(hooks.tracked.tenant('acme', new Date(Number.NaN)));
        expect(error).toMatchObject({name: 'Validation Error', message: "The params of 'tracked/tenant' don't fit their types."});
        expect(getCallPaths()).toEqual([]);
    });

    test.each([
        ['a line break', 'a\r\nx-admin: true'],
        ['text outside ASCII', 'tökèn'],
    ])('refuse %s in a header, and do not repeat it', async (_title, token) => {
        const {routes, hooks, getCallPaths} = createClient();
        const {error} = await routes.secured.secret().result(hooks.secured.auth(token));
        expect(error).toMatchObject({name: 'Validation Error', errorData: {errors: [{path: 'token'}]}});
        expect(JSON.stringify(error)).not.toContain(token.slice(-2));
        expect(getCallPaths()).toEqual([]);
    });

    test('that the route needs and that were not given are an error', async () => {
        const {routes, getCallPaths} = createClient();
        expect((await routes.secured.secret().result()).error).toMatchObject({
            name: 'Unauthorized',
            statusCode: 401,
            message: 'Pass hooks.secured.auth(…) to the call, or to client.setHooks for all calls.',
        });
        expect((await routes.tracked.who().result()).error).toMatchObject({name: 'Bad Request', statusCode: 400});
        expect(getCallPaths()).toEqual([]);
    });

    test('are not needed when the header is given otherwise', async () => {
        expect(
            await createClient({headers: {Authorization: 'token'}})
                .routes.secured.secret()
                .call(),
        ).toBe(42);
        const headers = {authorization: 'token'};
        expect(await createClient().routes.secured.secret().withOptions({headers}).call()).toBe(42);
    });

    test('are not joined with a header of the same name: the call wins over the client, a hook over both', async () => {
        const {routes, hooks, requests} = createClient({headers: {Authorization: 'client', 'X-Visits': '1'}});
        const call = routes.secured.secret().withOptions({headers: {AUTHORIZATION: 'call', 'x-visits': '2'}});
        await call.result();
        await call.result(hooks.secured.auth('hook'));
        const sent = requests.slice(-2).map(({headers}) => [headers.get('authorization'), headers.get('x-visits')]);
        expect(sent).toEqual([
            ['call', '2'],
            ['hook', '2'],
        ]);
    });

    test('that the route does not run are ignored by the server', async () => {
        const {routes, hooks} = createClient();
        expect(await routes.utils.sum(1).call(hooks.secured.auth('token'))).toBe(1);
    });
});

describe('hooks of all calls', () => {
    test('are sent to the routes that run them, and to no others', async () => {
        const {client, routes, hooks, requests} = createClient();
        client.setHooks(hooks.secured.auth('token'));
        expect(await routes.secured.secret().call()).toBe(42);
        await routes.utils.sum().call();
        const withToken = requests.filter(({headers}) => headers.has('authorization')).map(({path}) => path);
        expect(withToken).toEqual(['/api/v1/secured/secret.json']);
    });

    test('give way to those of the call', async () => {
        const {client, routes, hooks} = createClient();
        client.setHooks(hooks.secured.auth('old'));
        expect(await routes.secured.secret().call(hooks.secured.auth('token'))).toBe(42);
    });

    test('replace those set before', async () => {
        const {client, routes, hooks} = createClient();
        client.setHooks(hooks.secured.auth('token'));
        client.setHooks();
        await expect(routes.secured.secret().call()).rejects.toMatchObject({statusCode: 401});
    });
});

describe('metadata', () => {
    test('is asked for once, for concurrent calls in one request', async () => {
        const {routes, requests} = createClient();
        await Promise.all([routes.utils.sum(1).call(), routes.utils.sum(2).call(), routes.utils.hello().call()]);
        await routes.utils.sum(3).call();
        const asked = requests.filter(({path}) => path === '/api/v1/mion/methods.json').map(({body}) => body);
        expect(asked).toEqual([{'mion/methods': [['utils/sum', 'utils/hello']]}]);
    });

    test('of a contract is enough', async () => {
        const metadata = getMethodsMetadata(router);
        const {routes, hooks, requests} = createClient({metadata});
        expect(await routes.secured.secret().call(hooks.secured.auth('token'))).toBe(42);
        expect(requests.map(({path}) => path)).toEqual(['/api/v1/secured/secret.json']);
    });

    test('that a contract lacks is an error', async () => {
        const {routes, requests} = createClient({metadata: {}});
        await expect(routes.utils.sum().call()).rejects.toMatchObject({
            statusCode: 404,
            message: "There is no metadata of 'utils/sum'.",
        });
        expect(requests).toEqual([]);
    });

    test('of a route that the server does not have is an error', async () => {
        const {routes} = createClient();
        const missing = (routes.utils as unknown as {gone: typeof routes.utils.sum}).gone();
        await expect(missing.call()).rejects.toMatchObject({statusCode: 404, message: "There is no metadata of 'utils/gone'."});
    });

    test('that the server does not serve is an error that says what to do', async () => {
        const call = createClient({prefix: 'api/v2'}).routes.utils.sum().call();
        await expect(call).rejects.toMatchObject({statusCode: 404, message: expect.stringContaining('Check baseURL and prefix')});
    });
});

test('a server that is not there is an error that says why', async () => {
    const gone = await serve(router);
    await gone.close();
    const {routes} = initClient<TestApi>({baseURL: gone.baseURL});
    const error = {name: 'Network Error', statusCode: 0, message: expect.stringContaining('ECONNREFUSED')};
    await expect(routes.utils.sum().call()).rejects.toMatchObject(error);
});

test('a client without an address is an error where it is made', () => {
    const options = JSON.parse('{}');
    expect(() => initClient<TestApi>(options)).toThrow(
        new TypeError('initClient: baseURL is undefined, and has to be the address of the server.'),
    );
});
