import {describe, expect, test} from '@jest/globals';
import {createRouter, type Routes} from '../src/index.ts';
import {sendRequest, type TestRequest} from './send-request.ts';

interface Point {
    x: number;
    y?: number;
}

const ran: string[] = [];
const routes = {
    tag: {hook: (_ctx, tag?: string): string | undefined => tag && `tag ${tag}`},
    add: (_ctx, a: number, b: number): number => a + b,
    move: (_ctx, point: Point): string => JSON.stringify(point),
    list: (_ctx, ...names: string[]): number => names.length,
    maybe: (_ctx, name?: string): string => name ?? 'nobody',
    withDefault: (_ctx, size = 5): number => size,
    echo: (_ctx, value: unknown): unknown => value,
    ping: (): string => 'pong',
    status: {route: (_ctx, verbose = false): string => (verbose ? 'fine, thanks' : 'fine'), readOnly: true},
    byId: {route: (_ctx, id: string): string => id, readOnly: true},
    other: {
        secret: {
            hook: (_ctx, key?: string): void => {
                ran.push(`secret ${key}`);
            },
        },
        delete: (): void => {
            ran.push('delete');
        },
    },
} satisfies Routes;
const router = createRouter();
router.registerRoutes(routes);

const issue = (path: string, expected: string, received: string) => ({path, expected, received});

describe('params', () => {
    test.each<[title: string, path: string, body: unknown, expected: unknown]>([
        ['by id', '/add', {add: [1, 2]}, {add: 3}],
        ['as a shorthand', '/add', [1, 2], {add: 3}],
        ['absent: no body', '/ping', '', {ping: 'pong'}],
        ['absent: no key', '/ping', {}, {ping: 'pong'}],
        ['absent: null', '/ping', {ping: null}, {ping: 'pong'}],
        ['absent: an empty array', '/ping', [], {ping: 'pong'}],
        ['optional, absent', '/maybe', '', {maybe: 'nobody'}],
        ['with a default, absent', '/withDefault', {}, {withDefault: 5}],
        ['with a default, null in its place', '/withDefault', [null], {withDefault: 5}],
        ['rest, none', '/list', [], {list: 0}],
        ['rest, many', '/list', ['a', 'b', 'c'], {list: 3}],
        ['of a hook and the route', '/add', {add: [1, 2], tag: ['x']}, {tag: 'tag x', add: 3}],
        ['undeclared properties are dropped', '/move', [{x: 1, isAdmin: true, y: 2}], {move: '{"x":1,"y":2}'}],
        ['unknown takes any JSON', '/echo', [{a: [1, null, 'x']}], {echo: {a: [1, null, 'x']}}],
        [
            'keys of methods outside the plan are ignored',
            '/ping',
            {'other/secret': ['x'], 'other/delete': [], nowhere: 1},
            {ping: 'pong'},
        ],
        ['keys named like prototypes are ignored', '/ping', {constructor: {}, toString: 1, hasOwnProperty: []}, {ping: 'pong'}],
    ])('%s', async (_title, path, body, expected) => {
        const response = await sendRequest(router, path, {body});
        expect(response.body).toEqual(expected);
        expect(response.status).toBe(200);
        expect(ran).toEqual([]);
    });

    test.each<[title: string, path: string, body: unknown, id: string, errors: unknown[]]>([
        ['too few', '/add', [1], 'add', [issue('b', 'a number', 'nothing')]],
        [
            'of another type',
            '/add',
            ['1', null],
            'add',
            [issue('a', 'a number', 'a string of 1 character'), issue('b', 'a number', 'null')],
        ],
        ['of a rest param', '/list', ['a', 1], 'list', [issue('names[1]', 'a string', 'a number')]],
        ['inside an object', '/move', [{x: 1, y: []}], 'move', [issue('point.y', 'a number', 'an array of 0 items')]],
        ['more than declared', '/add', [1, 2, 3], 'add', [issue('params', 'at most 2', 'an array of 3 items')]],
        ['more than none', '/ping', ['x'], 'ping', [issue('params', 'at most 0', 'an array of 1 item')]],
        ['no array but an object', '/ping', {ping: {}}, 'ping', [issue('params', 'an array', 'an object with 0 properties')]],
        [
            'no array but a string',
            '/add',
            {add: 'constructor'},
            'add',
            [issue('params', 'an array', 'a string of 11 characters')],
        ],
        ['no array but false', '/ping', {ping: false}, 'ping', [issue('params', 'an array', 'a boolean')]],
        ['of a hook', '/ping', {tag: [1]}, 'tag', [issue('tag', 'a string', 'a number')]],
    ])('refused: %s', async (_title, path, body, id, errors) => {
        const response = await sendRequest(router, path, {body});
        expect(response.status).toBe(400);
        const error = response.body['@errors'][id];
        expect(error).toMatchObject({
            name: 'Validation Error',
            statusCode: 400,
            message: `The params of '${id}' don't fit their types.`,
        });
        expect(error.errorData).toEqual({errors});
    });

    test('numbers that JSON text can overflow to infinity are refused', async () => {
        expect((await sendRequest(router, '/add', {body: '[1e999, 1]'})).status).toBe(400);
    });
});

describe('bodies', () => {
    test.each<[title: string, body: string, name: string]>([
        ['no JSON', '{"a":', 'Invalid JSON'],
        ['white space only', ' ', 'Invalid JSON'],
        ['a byte order mark', '\ufeff{}', 'Invalid JSON'],
        ['two values', '{}{}', 'Invalid JSON'],
        ['null', 'null', 'Invalid Request Body'],
        ['a number', '7', 'Invalid Request Body'],
        ['a string', '"add"', 'Invalid Request Body'],
        ['true', 'true', 'Invalid Request Body'],
        ['__proto__ as a key', '{"__proto__": {"x": 1}}', 'Invalid Request Body'],
        ['__proto__ with an escape', '{"\\u005f_proto__": []}', 'Invalid Request Body'],
        ['__proto__ with other escapes', '{"echo": [{"__\\u0070roto\\u005F_": 1}]}', 'Invalid Request Body'],
        ['__proto__ deep inside', '{"echo": [{"a": [[{"__proto__": null}]]}]}', 'Invalid Request Body'],
        ['__proto__ in the shorthand', '[{"__proto__": 1}]', 'Invalid Request Body'],
    ])('%s is a 400 under @request that quotes no engine text', async (_title, body, name) => {
        const response = await sendRequest(router, '/echo', {body});
        expect(response.status).toBe(400);
        expect(Object.keys(response.body)).toEqual(['@errors']);
        expect(Object.keys(response.body['@errors'])).toEqual(['@request']);
        expect(response.body['@errors']['@request']).toMatchObject({name, statusCode: 400});
        expect(response.text).not.toMatch(/Unexpected|position|token|SyntaxError/);
    });

    test.each([['["__proto__"]'], ['["\\u005f_proto__"]'], ['["\\"__proto__\\": 1"]'], ['["\\u00e9"]']])(
        '%s is a value like any other',
        async (body) => {
            const response = await sendRequest(router, '/echo', {body});
            expect(response.body).toEqual({echo: JSON.parse(body)[0]});
        },
    );

    test('nesting deeper than the stack is refused where the type is unknown, and does not crash', async () => {
        const deep = '['.repeat(100_000) + ']'.repeat(100_000);
        expect((await sendRequest(router, '/echo', {body: deep})).status).toBe(400);
        expect((await sendRequest(router, '/echo', {body: deep.replace('[[', '["\\u0041",[')})).status).toBe(400);
        expect((await sendRequest(router, '/ping', {body: {x: 1, y: {}}})).status).toBe(200);
    });

    test('the prototype of objects is as before', () => {
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as {x?: unknown}).x).toBeUndefined();
    });
});

describe('content types', () => {
    test.each<[title: string, headers: TestRequest['headers'], status: number]>([
        ['JSON', {'content-type': 'application/json; charset=utf-8'}, 200],
        ['a JSON dialect', {'content-type': 'application/vnd.mion+json'}, 200],
        ['that of a cross-site form', {'content-type': 'text/plain'}, 415],
        ['that of another cross-site form', {'content-type': 'application/x-www-form-urlencoded'}, 415],
        ['none, though the body is empty', {'content-type': null}, 415],
        ['twice', {'content-type': ['application/json', 'application/json']}, 400],
    ])('%s', async (_title, headers, status) => {
        expect((await sendRequest(router, '/ping', {headers: headers ?? {}})).status).toBe(status);
    });

    test('the refusal says what to send', async () => {
        const {body} = await sendRequest(router, '/ping', {headers: {'content-type': 'text/plain'}});
        expect(body['@errors']['@request']).toEqual({
            name: 'Unsupported Media Type',
            statusCode: 415,
            message: 'Send the header `content-type: application/json`, also when the body is empty.',
        });
    });
});

describe('methods', () => {
    test.each<[method: string, path: string, status: number, allow: string | undefined]>([
        ['GET', '/status', 200, undefined],
        ['HEAD', '/status', 200, undefined],
        ['GET', '/byId', 405, 'POST'],
        ['GET', '/ping', 405, 'POST'],
        ['HEAD', '/ping', 405, 'POST'],
        ['PUT', '/status', 405, 'GET, HEAD, POST'],
        ['DELETE', '/other/delete', 405, 'POST'],
        ['get', '/status', 405, 'GET, HEAD, POST'],
        ['', '/ping', 405, 'POST'],
        ['GET', '/nowhere', 404, undefined],
        ['GET', '/tag', 404, undefined],
    ])('%s %s is %d', async (method, path, status, allow) => {
        const response = await sendRequest(router, path, {method, headers: {'content-type': null}});
        expect(response.status).toBe(status);
        expect(response.headers.get('allow')).toBe(allow);
        expect(ran).toEqual([]);
    });

    test('GET has no params, whatever its body says', async () => {
        const {body} = await sendRequest(router, '/status', {method: 'GET', body: [true]});
        expect(body).toEqual({status: 'fine'});
    });
});

describe('headers', () => {
    test.each([['authorization'], ['content-type'], ['host'], ['Host'], ['content-encoding']])(
        '%s twice is a 400',
        async (name) => {
            const response = await sendRequest(router, '/ping', {headers: {[name]: ['application/json', 'application/json']}});
            expect(response.status).toBe(400);
            expect(response.body['@errors']['@request']).toMatchObject({
                name: 'Bad Request',
                message: `The header '${name.toLowerCase()}' stands more than once.`,
            });
        },
    );

    test('of a response', async () => {
        expect((await sendRequest(router, '/ping')).headers.flat).toEqual([
            'content-type',
            'application/json; charset=utf-8',
            'x-content-type-options',
            'nosniff',
            'cache-control',
            'no-store',
        ]);
    });
});

describe('stale metadata', () => {
    test('the hash of the route passes, any other is a 409 before anything runs', async () => {
        for (const stale of ['', '0000000000000000', 7, {}, []]) {
            const response = await sendRequest(router, '/other/delete', {body: {'@hash': stale}});
            expect(response.status).toBe(409);
            expect(response.body['@errors']['@request']).toMatchObject({name: 'Stale Metadata', statusCode: 409});
        }
        expect(ran).toEqual([]);
    });
});
