import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {clientRoutes} from '@mionkit/common';
import {createRouter, type Router} from '@mionkit/router';
import {expectTypeOf} from 'expect-type';
import {callAll, initClient} from '../src/index.ts';
import {recordFetch} from './record-fetch.ts';
import {serve, type TestServer} from './serve.ts';
import {router, type TestApi, type User} from './test-api.ts';

let server: TestServer;
beforeAll(async () => {
    server = await serve(router);
});
afterAll(() => server.close());

function createClient(baseURL = server.baseURL) {
    const recorded = recordFetch();
    const options = {baseURL, prefix: 'api/v1', suffix: '.json', fetch: recorded.fetch};
    return {...recorded, ...initClient<TestApi>(options)};
}

describe('several calls go in one request', () => {
    test('and end in their order, decoded', async () => {
        const {routes, requests} = createClient();
        const results = await callAll([routes.users.get('7'), routes.utils.hello(), routes.utils.hello('Ada')]);
        const [user, ...greetings] = results;
        expectTypeOf(user.data).toEqualTypeOf<User | undefined>();
        expect(user.data?.born).toBeInstanceOf(Date);
        expect(greetings.map(({data}) => data)).toEqual(['Hello world', 'Hello Ada']);
        expect(requests.map(({path}) => path)).toEqual(['/api/v1/mion/methods.json', '/api/v1/mion/calls.json']);
    });

    test('with hooks for each of them', async () => {
        const {routes, hooks} = createClient();
        const options = {hooks: [hooks.secured.auth('token')]} as const;
        const [secret, refused] = await callAll([routes.secured.secret(), routes.tracked.who()], options);
        expect(secret).toEqual({data: 42, hooks: [undefined]});
        expect(refused.error).toMatchObject({statusCode: 400, message: expect.stringContaining('hooks.tracked.tenant(…)')});
    });

    test('with the hooks of all calls', async () => {
        const {client, routes, hooks} = createClient();
        client.setHooks(hooks.secured.auth('token'));
        expect(await callAll([routes.secured.secret()])).toEqual([{data: 42, hooks: []}]);
    });

    test('and no request when there is none', async () => {
        expect(await callAll([])).toEqual([]);
    });
});

describe('what fails', () => {
    test('on the server fails alone', async () => {
        const {routes, hooks} = createClient();
        const calls = [routes.utils.crash(), routes.secured.secret(), routes.utils.hello()] as const;
        const [crash, secret, hello] = await callAll(calls, {hooks: [hooks.secured.auth('no')]});
        expect(crash.error).toMatchObject({name: 'Internal Server Error', statusCode: 500});
        expect(secret.error).toMatchObject({name: 'NotAllowed', statusCode: 403, errorData: {reason: 'no'}});
        expect(hello.data).toBe('Hello world');
    });

    test('by its params is not sent', async () => {
        const {routes, requests} = createClient();
        const wrong = routes.utils.hello as unknown as (name: number) => ReturnType<typeof routes.utils.hello>;
        const [refused, hello] = await callAll([wrong(1), routes.utils.hello()]);
        expect(refused.error).toMatchObject({name: 'Validation Error'});
        expect(hello.data).toBe('Hello world');
        expect(requests.at(-1)?.body['@calls']).toHaveLength(1);
    });

    test('by its params, all of them, makes no request', async () => {
        const {routes, getCallPaths} = createClient();
        const [refused] = await callAll([routes.secured.secret()]);
        expect(refused.error).toMatchObject({name: 'Unauthorized', statusCode: 401});
        expect(getCallPaths()).toEqual([]);
    });

    test('as a whole is the error of each', async () => {
        const {routes} = createClient();
        const results = await callAll(Array.from({length: 11}, () => routes.utils.hello()));
        expect(new Set(results.map(({error}) => error?.name))).toEqual(new Set(['Invalid Request Body']));
        const signal = AbortSignal.abort();
        const [aborted] = await callAll([routes.utils.hello()], {signal});
        expect(aborted.error).toMatchObject({name: 'Request Aborted', statusCode: 0});
    });

    test('because the server takes one call per request says so', async () => {
        const strict = await serve(createGreeter(1));
        const {routes} = createGreeterClient(strict);
        const [hello] = await callAll([routes.hello()]);
        expect(hello.error).toMatchObject({statusCode: 404, message: expect.stringContaining('maxCallsPerRequest')});
        await strict.close();
    });

    test('because it is no call, or of another client, throws', async () => {
        const {routes} = createClient();
        await expect(callAll([routes.utils.hello(), createClient().routes.utils.hello()])).rejects.toThrow('several clients');
        const {id, params} = routes.utils.hello();
        await expect(callAll([{id, params} as never])).rejects.toThrow('no call of a mion client');
    });
});

function createGreeter(maxCallsPerRequest: number): Router {
    const greeter = createRouter({maxCallsPerRequest});
    greeter.registerRoutes({hello: () => 'hello'});
    greeter.registerRoutes(clientRoutes);
    return greeter;
}

function createGreeterClient({baseURL}: TestServer) {
    return initClient<import('@mionkit/core').Api<{hello(ctx: unknown): string}>>({baseURL});
}
