import {beforeEach, describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {createRouter, type RouterOptions, type Routes} from '../src/index.ts';
import {sendRequest, type TestRequest} from './send-request.ts';

let steps: string[] = [];
beforeEach(() => {
    steps = [];
});

const routes = {
    log: {hook: (ctx): void => void steps.push(`log ${ctx.path}`), runOnError: true},
    auth: {
        headerName: 'authorization',
        hook: (_ctx, token?: string): void => {
            if (token !== 'good') throw new RpcError({statusCode: 401});
        },
    },
    tag: {hook: (_ctx, tag?: string): string | undefined => tag},
    add: async (_ctx, a: number, b: number): Promise<number> => a + b,
    boom: (): string => {
        throw new RpcError({statusCode: 418, name: 'Teapot'});
    },
    ping: (): void => undefined,
    cookie: (ctx, value: string): void => ctx.response.headers.append('set-cookie', value),
    admin: {
        guard: {
            hook: (ctx): void => {
                if (ctx.path.startsWith('/api/admin')) throw new RpcError({statusCode: 403});
            },
        },
        delete: (): void => void steps.push('DELETED'),
    },
} satisfies Routes;

function send(calls: unknown, request: TestRequest = {}, options: Partial<RouterOptions> = {}) {
    const router = createRouter({prefix: 'api', maxCallsPerRequest: 3, ...options});
    router.registerRoutes(routes);
    return sendRequest(router, '/api/mion/calls', {body: {'@calls': calls}, headers: {authorization: 'good'}, ...request});
}

test('each call runs its whole plan, and none fails the others', async () => {
    const response = await send([{add: [1, 2], tag: ['x']}, {boom: null}, {add: [3, 4]}]);
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
        '@results': [
            {'@status': 200, tag: 'x', add: 3},
            {'@status': 418, '@errors': {boom: {name: 'Teapot', statusCode: 418, message: 'Error'}}},
            {'@status': 200, add: 7},
        ],
    });
    expect(steps).toEqual(['log /api/add', 'log /api/boom', 'log /api/add']);
});

test('a call without results has its status alone', async () => {
    expect((await send([{ping: []}])).text).toBe('{"@results":[{"@status":200}]}');
    expect((await send([])).body).toEqual({'@results': []});
});

describe('protection holds for each call', () => {
    test('by path', async () => {
        const response = await send([{'admin/delete': []}, {ping: []}]);
        expect(response.body['@results'].map((result: Record<string, unknown>) => result['@status'])).toEqual([403, 200]);
        expect(steps).not.toContain('DELETED');
    });

    test('by header', async () => {
        const response = await send([{add: [1, 2]}, {'admin/delete': []}], {headers: {authorization: 'bad'}});
        expect(response.body['@results'].map((result: Record<string, unknown>) => result['@status'])).toEqual([401, 401]);
    });

    test('by hash', async () => {
        const response = await send([{ping: [], '@hash': 'stale'}, {ping: []}]);
        expect(response.body['@results'].map((result: Record<string, unknown>) => result['@status'])).toEqual([409, 200]);
    });
});

describe('what is no call', () => {
    test.each<[title: string, call: unknown]>([
        ['two routes', {add: [1, 2], ping: []}],
        ['no route', {tag: ['x']}],
        ['nothing', {}],
        ['null', null],
        ['the shorthand', [1, 2]],
        ['calls inside calls', {'@calls': [{ping: []}]}],
        ['the path of calls', {'mion/calls': [[{ping: []}]]}],
        ['a name of Object.prototype', {constructor: []}],
    ])('%s is a 400 of its own', async (_title, call) => {
        const response = await send([call, {ping: []}]);
        expect(response.status).toBe(200);
        expect(response.body['@results']).toEqual([
            {
                '@status': 400,
                '@errors': {
                    '@request': {
                        name: 'Invalid Request Body',
                        statusCode: 400,
                        message: 'Each call holds the params of exactly one route, by its id.',
                    },
                },
            },
            {'@status': 200},
        ]);
    });
});

describe('the request as a whole', () => {
    test.each<[title: string, request: TestRequest, status: number]>([
        ['more calls than allowed', {body: {'@calls': [{ping: []}, {ping: []}, {ping: []}, {ping: []}]}}, 400],
        ['no calls', {body: {}}, 400],
        ['no array', {body: {'@calls': {}}}, 400],
        ['an array', {body: [{ping: []}]}, 400],
        ['no JSON', {body: '{'}, 400],
        ['no body', {body: ''}, 400],
        ['__proto__', {body: '{"@calls":[{"__proto__":[]}]}'}, 400],
        ['another content type', {headers: {'content-type': 'text/plain'}}, 415],
        ['GET', {method: 'GET'}, 405],
        ['too large', {error: new RpcError({statusCode: 413})}, 413],
    ])('%s is refused, and nothing but the hooks that run on errors runs', async (_title, request, status) => {
        const response = await send([{ping: []}], request);
        expect(response.status).toBe(status);
        expect(Object.keys(response.body['@errors'])).toEqual(['@request']);
        expect(steps).toEqual(['log /api/mion/calls']);
    });

    test('a call that nests deeper than the stack fails alone', async () => {
        const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
        const response = await send([], {body: `{"@calls":[{"ping":${deep}},{"ping":[]}]}`});
        expect(response.status).toBe(200);
        expect(response.body['@results'].map((result: Record<string, unknown>) => result['@status'])).toEqual([400, 200]);
    });

    test('is unknown by default', async () => {
        expect((await send([{ping: []}], {}, {maxCallsPerRequest: 1})).status).toBe(404);
    });

    test('cookies of all calls are sent', async () => {
        const response = await send([{cookie: ['a=1']}, {cookie: ['b=2']}]);
        expect(response.headers.get('set-cookie')).toEqual(['a=1', 'b=2']);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    });

    test('has the CORS headers once', async () => {
        const cors = {origins: ['https://a.example']};
        const response = await send(
            [{ping: []}, {ping: []}],
            {headers: {origin: 'https://a.example', authorization: 'good'}},
            {cors},
        );
        expect(response.headers.get('access-control-allow-origin')).toBe('https://a.example');
        expect(response.headers.get('vary')).toBe('Origin');
    });
});
