import {describe, expect, test} from '@jest/globals';
import {HeaderList} from '@mionkit/core';
import {createRouter, type Router, type Routes} from '@mionkit/router';
import {clientRoutes} from '../src/index.ts';

const routes = {
    auth: {headerName: 'Authorization', hook: (_ctx, token: string): void => void token},
    users: {
        get: (_ctx, id: string): {id: string; born: Date} => ({id, born: new Date(0)}),
        audit: {hook: (_ctx, reason?: string) => reason ?? 'none'},
    },
    sum: (_ctx, ...numbers: number[]): number => numbers.length,
    raw: {rawHook: () => {}},
    log: {forceRunOnError: true, hook: (ctx): void => void ctx.path},
} satisfies Routes;

const router = createRouter({prefix: 'api'});
router.registerRoutes(routes);
router.registerRoutes(clientRoutes);

async function ask(params: readonly unknown[], from: Router = router) {
    const headers = new HeaderList(['content-type', 'application/json']);
    const rawBody = JSON.stringify({'mion/methods': params});
    const {statusCode, rawBody: answer} = await from.dispatch('/api/mion/methods', {method: 'POST', headers, rawBody});
    const body = JSON.parse(answer);
    return {statusCode, methods: body['mion/methods'], error: body['@errors']?.['mion/methods']};
}

const hash = expect.stringMatching(/^[\da-f]{16}$/);
const userGet = {
    id: 'users/get',
    kind: 'route',
    hookIds: ['auth', 'users/audit'],
    hash,
    params: [{name: 'id', type: {kind: 'string'}}],
    returns: {
        kind: 'object',
        properties: [
            {name: 'id', type: {kind: 'string'}},
            {name: 'born', type: {kind: 'date'}},
        ],
    },
};
const auth = {
    id: 'auth',
    kind: 'headersHook',
    headerName: 'authorization',
    hookIds: [],
    hash,
    params: [{name: 'token', type: {kind: 'string'}}],
    returns: {kind: 'undefined'},
};
const audit = {
    id: 'users/audit',
    kind: 'hook',
    hookIds: [],
    hash,
    params: [{name: 'reason', type: {kind: 'string'}, optional: true}],
    returns: {kind: 'string'},
};

describe('mion/methods serves', () => {
    test('a route with the public hooks of its plan', async () => {
        const {statusCode, methods} = await ask([['users/get']]);
        expect(statusCode).toBe(200);
        expect(methods).toEqual({'users/get': userGet, auth, 'users/audit': audit});
    });

    test('a hook', async () => {
        expect((await ask([['auth']])).methods).toEqual({auth});
    });

    test('nothing when nothing is asked for', async () => {
        expect((await ask([[]])).methods).toEqual({});
    });

    test('all public methods, its own included, whatever ids come along', async () => {
        const {methods} = await ask([['unknown'], true]);
        expect(Object.keys(methods)).toEqual(['auth', 'users/get', 'users/audit', 'sum', 'mion/methods']);
    });

    test('the hooks that surround every route', async () => {
        const surrounded = createRouter({prefix: 'api'});
        surrounded.addStartHooks({trace: {hook: (_ctx, id?: number): number => id ?? 0}});
        surrounded.registerRoutes({ping: () => 'pong'});
        surrounded.registerRoutes(clientRoutes);
        const {methods} = await ask([['ping']], surrounded);
        expect(methods.ping.hookIds).toEqual(['trace']);
        expect(methods.trace.params).toEqual([{name: 'id', type: {kind: 'number'}, optional: true}]);
    });
});

describe('mion/methods refuses', () => {
    test.each([
        ['an id that no method has', ['nobody']],
        ['a private hook', ['log']],
        ['a raw hook', ['raw']],
        ['a group', ['users']],
        ['names that every object inherits', ['toString', 'constructor', '__proto__']],
    ])('%s', async (_title, ids) => {
        const {statusCode, error, methods} = await ask([['sum', ...ids]]);
        expect({statusCode, methods}).toEqual({statusCode: 404, methods: undefined});
        const message = `There are no public methods with these ids: ${ids.join(', ')}.`;
        expect(error).toEqual({name: 'Not Found', statusCode: 404, message, errorData: {ids}});
    });

    test.each([['users/get'], [[1]], [[['users/get']]], [null]])('ids %j, by their type', async (ids) => {
        expect(await ask([ids])).toMatchObject({statusCode: 400, error: {name: 'Validation Error'}});
    });
});

test('registering twice is harmless', async () => {
    const twice = createRouter({prefix: 'api'});
    twice.registerRoutes(clientRoutes);
    twice.registerRoutes(clientRoutes);
    expect(Object.keys((await ask([[], true], twice)).methods)).toEqual(['mion/methods']);
});

test('each router serves its own methods', async () => {
    const other = createRouter({prefix: 'api'});
    other.registerRoutes({other: () => 1});
    other.registerRoutes(clientRoutes);
    expect((await ask([['users/get']], other)).statusCode).toBe(404);
    expect(Object.keys((await ask([['other']], other)).methods)).toEqual(['other']);
});
