import {describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {type CorsOptions, createRouter, type Routes} from '../src/index.ts';
import {sendRequest, type TestRequest} from './send-request.ts';

const app = 'https://app.example.com';
let runs = 0;
const routes = {
    count: {hook: (): void => void runs++, runOnError: true},
    auth: {headerName: 'Authorization', hook: (_ctx, token?: string): string | undefined => token},
    save: (): string => 'saved',
    read: {route: (): string => 'read', readOnly: true},
    boom: (): string => {
        throw new Error('x');
    },
} satisfies Routes;

function createCorsRouter(cors?: CorsOptions) {
    const router = createRouter(cors === undefined ? {} : {cors});
    router.registerRoutes(routes);
    return router;
}

function corsHeaders(headers: {entries(): Iterable<[string, unknown]>}) {
    return Object.fromEntries([...headers.entries()].filter(([name]) => name.startsWith('access-control') || name === 'vary'));
}

function preflight(origin: string): TestRequest {
    return {
        method: 'OPTIONS',
        headers: {
            'content-type': null,
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'x-evil',
        },
    };
}

describe('options that would not do what they say', () => {
    test.each<[cors: CorsOptions, message: string]>([
        [{origins: '*', credentials: true}, 'allows credentials to all origins'],
        [{origins: ['*']}, "'*', which no browser sends as an origin"],
        [{origins: [`${app}/`]}, `'${app}/'`],
        [{origins: [app, 'app.example.com']}, "'app.example.com'"],
        [{origins: [`${app}/path`]}, "/path'"],
        [{origins: ['null']}, "'null'"],
        [{origins: ['https://*.example.com/x']}, 'no browser sends'],
    ])('%j', (cors, message) => {
        expect(() => createRouter({cors})).toThrow(message);
    });

    test.each(['true', `{"origins": "${app}"}`, '{}'])('%s, from plain JavaScript', (text) => {
        expect(() => createRouter({cors: JSON.parse(text)})).toThrow("needs `origins`: '*', or a list");
    });
});

describe('a preflight', () => {
    test('is answered before any hook', async () => {
        runs = 0;
        const response = await sendRequest(
            createCorsRouter({origins: [app], credentials: true, maxAge: 600, headers: ['X-Client']}),
            '/save',
            preflight(app),
        );
        expect(response.status).toBe(204);
        expect(response.text).toBe('');
        expect(response.headers.has('content-type')).toBe(false);
        expect(corsHeaders(response.headers)).toEqual({
            'access-control-allow-origin': app,
            'access-control-allow-credentials': 'true',
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'content-type, x-client, authorization',
            'access-control-max-age': '600',
            vary: 'Origin',
        });
        expect(runs).toBe(0);
    });

    test.each<[title: string, cors: CorsOptions, path: string, origin: string, expected: object]>([
        ['of a read-only route', {origins: [app]}, '/read', app, {'access-control-allow-methods': 'GET, HEAD, POST'}],
        ['of a path that is unknown', {origins: [app]}, '/nowhere', app, {'access-control-allow-headers': 'content-type'}],
        ['with all origins allowed', {origins: '*'}, '/save', 'https://any.example', {'access-control-allow-origin': '*'}],
    ])('%s', async (_title, cors, path, origin, expected) => {
        const response = await sendRequest(createCorsRouter(cors), path, preflight(origin));
        expect(response.status).toBe(204);
        expect(corsHeaders(response.headers)).toMatchObject(expected);
    });

    test.each([
        ['of another origin', 'https://evil.example'],
        ['of a longer origin', `${app}.evil.example`],
        ['of another scheme', 'http://app.example.com'],
        ['of another port', `${app}:8443`],
        ['of another case', app.toUpperCase()],
        ['of no origin', 'null'],
    ])('%s allows nothing, and caches may not mix it up', async (_title, origin) => {
        const response = await sendRequest(createCorsRouter({origins: [app], credentials: true}), '/save', preflight(origin));
        expect(response.status).toBe(204);
        expect(corsHeaders(response.headers)).toEqual({vary: 'Origin'});
    });

    test('without the option is a plain OPTIONS request', async () => {
        const response = await sendRequest(createCorsRouter(), '/save', preflight(app));
        expect(response.status).toBe(204);
        expect(corsHeaders(response.headers)).toEqual({});
        expect(response.headers.get('allow')).toBe('POST, OPTIONS');
        expect((await sendRequest(createCorsRouter(), '/nowhere', preflight(app))).status).toBe(404);
    });
});

describe('other responses', () => {
    const allowed = {'access-control-allow-origin': app, 'access-control-expose-headers': 'authorization', vary: 'Origin'};
    test.each<[title: string, path: string, request: TestRequest, status: number, expected: object]>([
        ['200', '/save', {}, 200, allowed],
        ['GET', '/read', {method: 'GET'}, 200, allowed],
        ['400', '/save', {body: '{'}, 400, allowed],
        ['404', '/nowhere', {}, 404, {'access-control-allow-origin': app, vary: 'Origin'}],
        ['405', '/save', {method: 'PUT'}, 405, allowed],
        ['413', '/save', {error: new RpcError({statusCode: 413})}, 413, allowed],
        ['415', '/save', {headers: {'content-type': 'text/plain'}}, 415, allowed],
        ['500', '/boom', {}, 500, allowed],
    ])('%s', async (_title, path, request, status, expected) => {
        const response = await sendRequest(createCorsRouter({origins: [app]}), path, {
            ...request,
            headers: {...request.headers, origin: app},
        });
        expect(response.status).toBe(status);
        expect(corsHeaders(response.headers)).toEqual(expected);
    });

    test.each<[title: string, cors: CorsOptions | undefined, origin: string | null, expected: object]>([
        ['no option', undefined, app, {}],
        ['no origin', {origins: [app]}, null, {vary: 'Origin'}],
        ['another origin', {origins: [app]}, 'https://evil.example', {vary: 'Origin'}],
        ['no origin is allowed', {origins: []}, app, {vary: 'Origin'}],
        [
            'all origins',
            {origins: '*', exposeHeaders: ['X-Total']},
            'null',
            {'access-control-allow-origin': '*', 'access-control-expose-headers': 'x-total, authorization'},
        ],
    ])('%s', async (_title, cors, origin, expected) => {
        const response = await sendRequest(createCorsRouter(cors), '/save', {headers: {origin}});
        expect(response.status).toBe(200);
        expect(corsHeaders(response.headers)).toEqual(expected);
    });

    test('a hook can add to `vary`', async () => {
        const router = createRouter({cors: {origins: [app]}});
        router.registerRoutes({h: {hook: (ctx): void => ctx.response.headers.append('vary', 'accept-language')}, a: () => 1});
        expect((await sendRequest(router, '/a')).headers.get('vary')).toEqual(['accept-language', 'Origin']);
    });
});
