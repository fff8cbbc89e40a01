import {describe, expect, test} from '@jest/globals';
import {
    createRouter,
    headersHook,
    hook,
    initRouter,
    type RouterOptions,
    type Routes,
    rawHook,
    resetRouter,
    route,
} from '../src/index.ts';
import {compiledRoutes, registerAsIs} from './register-as-is.ts';
import {sendRequest} from './send-request.ts';

interface Item {
    name: string;
    at: Date;
}
const wireItem = {name: 'a', at: '2020-01-02T03:04:05.000Z'};

const routes = {
    echo: (_ctx, item: Item): Item => item,
    kind: (_ctx, item: Item): string => `${typeof item.name} ${Object.prototype.toString.call(item.at)} ${Object.keys(item)}`,
    lenient: {route: (_ctx, item: Item): string => typeof item.name, useValidation: false},
    raw: {route: (_ctx, item: Item): string => typeof item.at, enableSerialization: false},
    boom: (): string => {
        throw new Error('x');
    },
} satisfies Routes;

function createItemRouter(options: Partial<RouterOptions> = {}) {
    const router = createRouter(options);
    router.registerRoutes(routes);
    return router;
}

test('options are frozen, with their defaults', () => {
    const given = {prefix: 'a', suffix: undefined as never};
    const {options} = createRouter(given);
    expect(Object.isFrozen(options)).toBe(true);
    expect(options).toEqual({
        autoGenerateErrorId: false,
        bodyParser: JSON,
        enableSerialization: true,
        enableValidation: true,
        getPublicRoutesData: false,
        maxBodySize: 262_144,
        maxCallsPerRequest: 1,
        maxDepth: 64,
        maxValidationErrors: 50,
        maxValidationSteps: 64,
        maxBigIntDigits: 1300,
        maxUrlLength: 8192,
        maxRegExpLength: 1024,
        prefix: 'a',
        reflectionOptions: {},
        requireJsonContentType: true,
        suffix: '',
        timeoutMs: 0,
        streamKeepAliveMs: 15_000,
        unknownProperties: 'drop',
        validateReturn: false,
    });
    expect(createRouter().options.prefix).toBe('');
    expect(Object.isFrozen(given)).toBe(false);
});

test.each<[name: keyof RouterOptions, value: number]>([
    ['maxBodySize', 0],
    ['maxBodySize', Number.NaN],
    ['maxBodySize', '1kb' as never],
    ['maxDepth', -1],
    ['streamKeepAliveMs', -1],
    ['maxBigIntDigits', 0],
    ['maxUrlLength', Number.NaN],
    ['maxRegExpLength', '9' as never],
    ['maxCallsPerRequest', 0],
    ['maxValidationErrors', Number.NaN],
    ['maxValidationSteps', 0],
    ['timeoutMs', Number.NaN],
    ['timeoutMs', -1],
])('%s can not be %p', (name, value) => {
    expect(() => createRouter({[name]: value})).toThrow(`The router's option \`${name}\` is ${value}`);
});

describe('enableValidation', () => {
    test.each<[options: Partial<RouterOptions>, path: string, status: number]>([
        [{}, '/kind', 400],
        [{enableValidation: true}, '/kind', 400],
        [{enableValidation: false}, '/kind', 200],
        [{useValidation: false}, '/kind', 200],
        [{}, '/lenient', 200],
        [{enableValidation: true}, '/lenient', 200],
    ])('%j: %s with a param that does not fit is %d', async (options, path, status) => {
        const response = await sendRequest(createItemRouter(options), path, {body: [{...wireItem, name: 7}]});
        expect(response.status).toBe(status);
    });

    test('off, what can not be built is refused all the same, and undeclared properties are dropped', async () => {
        const router = createItemRouter({enableValidation: false});
        for (const at of ['no date', '2020-13-45T00:00:00Z', 7, {}, null]) {
            const response = await sendRequest(router, '/kind', {body: [{name: 'a', at}]});
            expect(response.status).toBe(400);
            expect(response.body['@errors'].kind).toMatchObject({
                name: 'Validation Error',
                errorData: {errors: [{path: 'item.at'}]},
            });
        }
        const {body} = await sendRequest(router, '/kind', {body: [{...wireItem, isAdmin: true}]});
        expect(body).toEqual({kind: 'string [object Date] name,at'});
    });
});

describe('enableSerialization', () => {
    test.each<[options: Partial<RouterOptions>, path: string, expected: string]>([
        [{}, '/kind', 'string [object Date] name,at'],
        [{enableSerialization: false}, '/kind', 'string [object String] name,at'],
        [{useSerialization: false}, '/kind', 'string [object String] name,at'],
        [{}, '/raw', 'string'],
        [{enableSerialization: true}, '/raw', 'string'],
    ])('%j: %s sees %s', async (options, path, expected) => {
        const {body} = await sendRequest(createItemRouter(options), path, {body: [wireItem]});
        expect(body).toEqual({[path.slice(1)]: expected});
    });

    test('off, results are written as plain JSON', async () => {
        const router = createItemRouter({enableSerialization: false});
        const {body} = await sendRequest(router, '/echo', {body: [{...wireItem, more: 1}]});
        expect(body).toEqual({echo: {...wireItem, more: 1}});
    });
});

describe('bodyParser', () => {
    const bodyParser = {
        parse: (text: string): unknown => (text === 'bad' ? JSON.parse('{') : JSON.parse(text.replace('OPEN', '['))),
        stringify: (value: unknown): string => JSON.stringify(`parsed ${typeof value}`),
    };

    test('reads bodies, and writes results where serialization is off', async () => {
        const router = createItemRouter({bodyParser, enableSerialization: false});
        expect((await sendRequest(router, '/kind', {body: `OPEN${JSON.stringify(wireItem)}]`})).body).toEqual({
            kind: 'parsed string',
        });
    });

    test('what it throws and what it makes is checked like JSON', async () => {
        const evil = {parse: () => JSON.parse('{"echo": [{"__proto__": {}}]}'), stringify: JSON.stringify};
        expect((await sendRequest(createItemRouter({bodyParser}), '/kind', {body: 'bad'})).body['@errors']['@request'].name).toBe(
            'Invalid JSON',
        );
        expect(
            (await sendRequest(createItemRouter({bodyParser: evil}), '/kind', {body: 'x'})).body['@errors']['@request'].name,
        ).toBe('Invalid Request Body');
    });
});

describe('requireJsonContentType', () => {
    test('off, any content type will do', async () => {
        const request = {body: [wireItem], headers: {'content-type': null}};
        expect((await sendRequest(createItemRouter(), '/kind', request)).status).toBe(415);
        expect((await sendRequest(createItemRouter({requireJsonContentType: false}), '/kind', request)).status).toBe(200);
    });
});

describe('autoGenerateErrorId', () => {
    test.each<[autoGenerateErrorId: boolean, path: string, hasId: boolean]>([
        [false, '/nowhere', false],
        [true, '/nowhere', true],
        [false, '/boom', true],
        [true, '/boom', true],
    ])('%s: the error of %s has an id: %s', async (autoGenerateErrorId, path, hasId) => {
        const {body} = await sendRequest(createItemRouter({autoGenerateErrorId}), path);
        const [error] = Object.values<{id?: string}>(body['@errors']);
        expect(error?.id !== undefined).toBe(hasId);
    });
});

describe('pathTransform', () => {
    test('changes the path before the look-up, and the call context shows the new one', async () => {
        const router = createRouter({
            pathTransform: (request: {version: string}, path) => `/${request.version}${path}`,
            prefix: 'v2',
        });
        router.registerRoutes({a: (ctx) => ctx.path});
        const response = await sendRequest(router, '/a', {rawRequest: {version: 'v2'}});
        expect(response.body).toEqual({a: '/v2/a'});
        expect((await sendRequest(router, '/a', {rawRequest: {version: 'v1'}})).status).toBe(404);
    });

    test('what it throws is a 500 under @request, and hooks that run on errors do', async () => {
        let runs = 0;
        const router = createRouter({
            pathTransform: () => {
                throw new Error('secret');
            },
        });
        router.registerRoutes({a: () => 1, log: {hook: () => void runs++, runOnError: true}});
        const response = await sendRequest(router, '/a');
        expect(response.status).toBe(500);
        expect(Object.keys(response.body)).toEqual(['@errors']);
        expect(response.text).not.toContain('secret');
        expect(runs).toBe(1);
    });
});

describe('sharedDataFactory', () => {
    test('makes the data that the hooks and the route of one request share', async () => {
        const router = createRouter<{count: number; path: string}>({sharedDataFactory: (ctx) => ({count: 0, path: ctx.path})});
        router.registerRoutes({
            h: {
                hook: (ctx) => {
                    ctx.shared.count++;
                },
            },
            a: (ctx) => `${ctx.shared.path} ${ctx.shared.count}`,
        });
        expect((await sendRequest(router, '/a')).body).toEqual({a: '/a 1'});
        expect((await sendRequest(router, '/a')).body).toEqual({a: '/a 1'});
    });

    test('requests that reach no handler have it too', async () => {
        const seen: unknown[] = [];
        const router = createRouter<{user: string}>({sharedDataFactory: () => ({user: 'nobody'})});
        router.registerRoutes({a: () => 1, log: {hook: (ctx) => void seen.push(ctx.shared.user), runOnError: true}});
        await sendRequest(router, '/nowhere');
        await sendRequest(router, '/a', {body: '{'});
        expect(seen).toEqual(['nobody', 'nobody']);
    });

    test('what it throws is a 500, and no handler runs', async () => {
        let runs = 0;
        const router = createRouter({
            sharedDataFactory: () => {
                throw new Error('secret');
            },
        });
        router.registerRoutes({a: () => void runs++});
        expect((await sendRequest(router, '/a')).status).toBe(500);
        expect(runs).toBe(0);
    });

    test('without it each request has an object of its own', async () => {
        const router = createRouter();
        router.registerRoutes({
            a: (ctx) => {
                const before = Object.keys(ctx.shared).length;
                ctx.shared.seen = true;
                return before;
            },
        });
        await sendRequest(router, '/a');
        expect((await sendRequest(router, '/a')).body).toEqual({a: 0});
    });
});

describe('getPublicRoutesData', () => {
    const tree = {
        auth: {headerName: 'authorization', hook: (_ctx, token: string): void => void token},
        quiet: {hook: (): void => undefined},
        users: {get: (): string => 'x'},
    } satisfies Routes;

    test('on, registering returns what clients may know, where it stands in the tree', () => {
        const hash = expect.stringMatching(/^[\da-f]{16}$/);
        expect(createRouter({getPublicRoutesData: true}).registerRoutes(tree)).toEqual({
            auth: {id: 'auth', kind: 'headersHook', headerName: 'authorization', hookIds: [], hash},
            users: {get: {id: 'users/get', kind: 'route', hookIds: ['auth'], hash}},
        });
    });

    test('off, it returns an empty object', () => {
        expect(createRouter().registerRoutes(tree)).toEqual({});
    });
});

describe('reflectionOptions', () => {
    test('compileRoutes stands in where the compiler injected nothing', async () => {
        const router = createRouter({
            reflectionOptions: {
                compileRoutes: (methods) =>
                    compiledRoutes(Object.fromEntries(methods.map(({id}) => [id, {getCodec: () => ({encode: () => '"made"'})}]))),
            },
        });
        registerAsIs(router, {a: () => 1});
        expect((await sendRequest(router, '/a')).body).toEqual({a: 'made'});
    });
});

describe('validateReturn', () => {
    interface Level {
        level: 'low' | 'high';
        at: Date;
    }
    const routes = {
        good: (): Level => ({level: 'low', at: new Date(0)}),
        // Each can be written, and none is what its type says.
        literal: (): Level => ({level: 'other' as 'low', at: new Date(0)}),
        later: async (): Promise<'a' | 'b'> => 'c' as 'a',
        hooked: {spoken: {hook: (): 'x' => 'y' as 'x'}, nothing: (): void => undefined},
    } satisfies Routes;

    test.each([
        [false, 'good', 200],
        [true, 'good', 200],
        [true, 'literal', 500],
        [true, 'later', 500],
    ])('%s: the result of %s is %d', async (validateReturn, id, status) => {
        const router = createRouter({validateReturn});
        router.registerRoutes(routes);
        const response = await sendRequest(router, `/${id}`);
        expect(response.status).toBe(status);
        if (status === 500) expect(response.body['@errors'][id].name).toBe('Internal Server Error');
    });

    test('it holds for the results of hooks', async () => {
        const router = createRouter({validateReturn: true});
        router.registerRoutes(routes);
        expect(Object.keys((await sendRequest(router, '/hooked/nothing')).body['@errors'])).toEqual(['hooked/spoken']);
    });

    test('on, routes that were not compiled for it are refused', () => {
        const register = () => registerAsIs(createRouter({validateReturn: true}), {a: () => 1}, compiledRoutes({a: {}}));
        expect(register).toThrow('Set it in the tsconfig too: `"mion": {"validateReturn": true}`.');
    });
});

describe('unknownProperties', () => {
    interface Point {
        x: number;
        inner?: {y: number};
    }
    const pointRoutes = {
        set: (_ctx, point: Point): string => Object.keys(point).join(),
        any: (_ctx, value: unknown): string => typeof value,
    } satisfies Routes;

    test.each<[unknownProperties: 'drop' | 'reject', path: string, param: unknown, status: number]>([
        ['drop', '/set', {x: 1, more: 2}, 200],
        ['reject', '/set', {x: 1, inner: {y: 2}}, 200],
        ['reject', '/set', {x: 1, more: 2}, 400],
        ['reject', '/set', {x: 1, inner: {y: 2, more: 3}}, 400],
        ['reject', '/set', {x: 'a', more: 2}, 400],
        ['reject', '/any', {more: 2}, 200],
    ])('%s: %s with %j is %d', async (unknownProperties, path, param, status) => {
        const router = createRouter({unknownProperties});
        router.registerRoutes(pointRoutes);
        const response = await sendRequest(router, path, {body: [param]});
        expect(response.status).toBe(status);
        if (status === 400) expect(response.body['@errors'].set.errorData.errors).toHaveLength(1);
    });

    test('the error says where', async () => {
        const router = createRouter({unknownProperties: 'reject'});
        router.registerRoutes(pointRoutes);
        const {body} = await sendRequest(router, '/set', {body: [{x: 1, inner: {y: 2, more: 3}}]});
        expect(body['@errors'].set.errorData.errors[0].path).toBe('point.inner.more');
    });

    test('reject: routes that were not compiled for it are refused', () => {
        const withoutIt = compiledRoutes({a: {paramCount: 1}});
        const tree = {a: (_ctx: unknown, _value: unknown) => undefined};
        expect(() => registerAsIs(createRouter({unknownProperties: 'reject'}), tree, withoutIt)).toThrow('`unknownProperties`');
    });
});

describe('maxBigIntDigits, maxUrlLength and maxRegExpLength', () => {
    const textRoutes = {
        integer: (_ctx, value: bigint): bigint => value,
        url: (_ctx, value: URL): URL => value,
        regexp: (_ctx, value: RegExp): RegExp => value,
    } satisfies Routes;
    const digits = (count: number) => '7'.repeat(count);
    const toUrl = (length: number) => 'https://a.b/'.padEnd(length, 'x');
    const toRegExp = (length: number) => `/${'x'.repeat(length - 2)}/`;

    test.each<[id: keyof typeof textRoutes, options: Partial<RouterOptions>, text: string, status: number]>([
        ['integer', {}, digits(1300), 200],
        ['integer', {}, `-${digits(1300)}`, 200],
        ['integer', {}, digits(1301), 400],
        ['integer', {}, `-${digits(1301)}`, 400],
        ['integer', {maxBigIntDigits: 3}, '-777', 200],
        ['integer', {maxBigIntDigits: 3}, '7777', 400],
        ['integer', {maxBigIntDigits: 2000}, digits(2000), 200],
        ['integer', {maxBigIntDigits: 2000}, digits(2001), 400],
        ['url', {}, toUrl(8192), 200],
        ['url', {}, toUrl(8193), 400],
        ['url', {maxUrlLength: 20}, toUrl(20), 200],
        ['url', {maxUrlLength: 20}, toUrl(21), 400],
        ['url', {maxUrlLength: 9000}, toUrl(9000), 200],
        ['regexp', {}, toRegExp(1024), 200],
        ['regexp', {}, toRegExp(1025), 400],
        ['regexp', {maxRegExpLength: 20}, toRegExp(21), 400],
        ['regexp', {maxRegExpLength: 2000}, toRegExp(2000), 200],
    ])('%s with %j, and without validation', async (id, options, text, status) => {
        for (const enableValidation of [true, false]) {
            const router = createRouter({...options, enableValidation});
            router.registerRoutes(textRoutes);
            const response = await sendRequest(router, `/${id}`, {body: [text]});
            expect(response.status).toBe(status);
            if (status === 200) expect(response.body).toEqual({[id]: text});
            else expect(response.body['@errors'][id].errorData.errors).toMatchObject([{path: 'value'}]);
        }
    });
});

test('params that were refused for want of steps get an error that says so, where the rules find nothing wrong', async () => {
    const router = createRouter();
    const compiled = compiledRoutes({
        a: {paramCount: 1, getCodec: () => ({params: {isWire: () => false}})},
    });
    registerAsIs(router, {a: (_ctx: unknown, _value: unknown) => undefined}, {...compiled, listIssues: () => []});
    const {status, body} = await sendRequest(router, '/a', {body: [{}]});
    expect(status).toBe(400);
    expect(body['@errors'].a.errorData.errors).toEqual([
        {path: 'params', expected: 'params that take fewer steps to check', received: 'an array of 1 item'},
    ]);
});

describe('helpers mean the same as definitions, and have no defaults of their own', () => {
    test('they return what would be written by hand', () => {
        const f = () => 1;
        expect(route(f)).toEqual({route: f});
        expect(route(f, {readOnly: true})).toEqual({route: f, readOnly: true});
        expect(hook(f, {runOnError: true})).toEqual({hook: f, runOnError: true});
        expect(headersHook('x-a', f)).toEqual({hook: f, headerName: 'x-a'});
        expect(rawHook(f, {description: 'd'})).toEqual({rawHook: f, description: 'd'});
    });

    test.each<[options: Partial<RouterOptions>, status: number]>([
        [{}, 400],
        [{enableValidation: false}, 200],
    ])('with the router options %j a wrong param is %d', async (options, status) => {
        const router = createRouter(options);
        router.registerRoutes({a: route((_ctx, name: string): string => typeof name)});
        expect((await sendRequest(router, '/a', {body: [7]})).status).toBe(status);
    });

    test('the default router takes the same options', () => {
        initRouter({autoGenerateErrorId: true});
        expect(initRouter({suffix: '.json'}).options).toMatchObject({suffix: '.json', autoGenerateErrorId: false});
        resetRouter();
    });
});
