import {describe, expect, test} from '@jest/globals';
import {createRouter, initRouter, type Routes, registerRoutes, resetRouter} from '../src/index.ts';
import {compiledRoutes, registerAsIs} from './register-as-is.ts';
import {sendRequest} from './send-request.ts';

const nothing = () => undefined;
const named = (name: string) => Object.fromEntries([[name, nothing]]);

describe('a tree is refused, by what it holds', () => {
    const cases: [title: string, tree: unknown, message: string][] = [
        ['an empty name', {'': nothing}, "'' can't be a name in a route tree: it is empty"],
        ['a name like an integer', {a: {7: nothing}}, "'a/7' can't be a name in a route tree: it is"],
        ['a name with a slash', {'a/b': nothing}, "'a/b' can't be a name in a route tree: it is"],
        ['a name that starts with @', {'@request': nothing}, "'@request' can't be a name"],
        ['a name that ends a path', {'a?b': nothing}, "'a?b' can't be a name in a route tree: it is"],
        ['then', named('then'), "'then' can't be a name"],
        ['__proto__', JSON.parse('{"__proto__": {}}'), "'__proto__' can't be a name"],
        ['constructor', {users: {constructor: nothing}}, "'users/constructor' can't be a name"],
        ['prototype', {prototype: nothing}, "'prototype' can't be a name"],
        ['a group named route', {route: {a: nothing}}, "'route' can't be a name in a route tree: it is"],
        ['a group named rawHook', {a: {rawHook: {}}}, "'a/rawHook' can't be a name"],
        ['a number', {a: 5}, "'a' is neither a function, a definition nor a group of them."],
        ['null', {a: {b: null}}, "'a/b' is neither a function"],
        ['an array', {a: [nothing]}, "'a' is neither a function"],
        [
            'an unknown option of a route',
            {a: {route: nothing, runOnError: true}},
            "'a' has the key `runOnError`, which is not an option of a `route`.",
        ],
        [
            'an unknown option of a hook',
            {a: {hook: nothing, readOnly: true}},
            "'a' has the key `readOnly`, which is not an option of a `hook`.",
        ],
        [
            'a definition of two kinds',
            {a: {route: nothing, hook: nothing}},
            "'a' has the key `hook`, which is not an option of a `route`.",
        ],
        [
            'a raw hook with a header',
            {a: {rawHook: nothing, headerName: 'x'}},
            "'a' has the key `headerName`, which is not an option of a `rawHook`.",
        ],
        [
            'an empty header name',
            {a: {hook: nothing, headerName: ''}},
            "'a' has a `headerName` that is not the name of a header.",
        ],
        ['a header name of two lines', {a: {hook: nothing, headerName: 'x\r\ny'}}, "'a' has a `headerName`"],
        ['a header name that is no text', {a: {hook: nothing, headerName: 7}}, "'a' has a `headerName`"],
        [
            'hooks without a route',
            {a: {hook: nothing}, b: {c: {rawHook: nothing}}},
            'the tree has hooks and no route, so they would never run. Use `addStartHooks`',
        ],
    ];
    test.each(cases)('%s', (_title, tree, message) => {
        expect(() => registerAsIs(createRouter(), tree, compiledRoutes({}))).toThrow(message);
    });

    test('one error names everything that is wrong', () => {
        const tree = {a: 5, ...named('then'), b: nothing};
        expect(() => registerAsIs(createRouter(), tree, compiledRoutes({c: {}}))).toThrow(
            /'a' is neither[\s\S]*'then' can't be[\s\S]*'b' is a route[\s\S]*'c' is absent in the tree/,
        );
    });
});

describe('a tree is refused, by how it was compiled', () => {
    test.each([['register'], ['esbuild'], ['vite'], ['rollup'], ['jest'], ['mion build']])(
        'not at all: the message names %s',
        (way) => {
            expect(() => registerAsIs(createRouter(), {a: nothing})).toThrow(way);
            expect(() => registerAsIs(createRouter(), {a: nothing})).toThrow(
                'registerRoutes: these routes were not compiled, so nothing would be validated.',
            );
        },
    );

    const cases: [title: string, tree: object, methods: Parameters<typeof compiledRoutes>[0], message: string][] = [
        [
            'a method that the type lacks',
            {a: nothing, b: nothing},
            {a: {}},
            "'b' is a route with 0 params in the tree, but absent in its type.",
        ],
        [
            'a method named like one of Object.prototype',
            {a: nothing, toString: nothing},
            {a: {}},
            "'toString' is a route with 0 params in the tree, but absent in its type.",
        ],
        [
            'a method that the tree lacks',
            {a: nothing},
            {a: {}, 'b/c': {}},
            "'b/c' is absent in the tree, but a route with 0 params in its type.",
        ],
        [
            'a method that is undefined',
            {a: nothing, b: undefined},
            {a: {}, b: {}},
            "'b' is absent in the tree, but a route with 0 params in its type.",
        ],
        [
            'another kind',
            {a: nothing, b: {hook: nothing}},
            {a: {}, b: {}},
            "'b' is a hook with 0 params in the tree, but a route with 0 params in its type.",
        ],
        [
            'a header hook without its header',
            {a: nothing, b: {hook: nothing}},
            {a: {}, b: {kind: 'headersHook'}},
            "'b' is a hook with 0 params in the tree, but a headersHook with 0 params in its type.",
        ],
        [
            'more params',
            {a: (_ctx: unknown, _a: unknown, _b: unknown) => 1},
            {a: {paramCount: 1}},
            "'a' is a route with 2 params in the tree, but a route with 1 params in its type. Give the tree a type that fits it.",
        ],
    ];
    test.each(cases)('%s', (_title, tree, methods, message) => {
        expect(() => registerAsIs(createRouter(), tree, compiledRoutes(methods))).toThrow(message);
    });

    test('by another version', () => {
        const compiled = {...compiledRoutes({a: {}}), version: 0 as never};
        expect(() => registerAsIs(createRouter(), {a: nothing}, compiled)).toThrow('compiled by another version of mion');
    });

    test.each<[title: string, tree: object, methods: Parameters<typeof compiledRoutes>[0]]>([
        ['an optional method that is absent', {a: nothing}, {a: {}, b: {optional: true}}],
        ['an optional method that is undefined', {a: nothing, b: undefined}, {a: {}, b: {optional: true}}],
        ['default values and rest params', {a: (_ctx: unknown, _a = 1, ..._rest: unknown[]) => 1}, {a: {paramCount: -1}}],
        ['a handler that ignores its params', {a: nothing}, {a: {paramCount: 3}}],
        [
            'the four params of a raw hook',
            {a: nothing, b: {rawHook: (...[_a, _b, _c, _d]: unknown[]) => 1}},
            {a: {}, b: {kind: 'rawHook'}},
        ],
        ['an empty tree', {}, {}],
    ])('but not for %s', (_title, tree, methods) => {
        expect(() => registerAsIs(createRouter(), tree, compiledRoutes(methods))).not.toThrow();
    });
});

test('the functions of a router can be taken from it', async () => {
    const router = createRouter();
    const {registerRoutes: register, addStartHooks, addEndHooks} = router;
    const ran: string[] = [];
    addStartHooks({before: {hook: () => void ran.push('before')}});
    addEndHooks({after: {hook: () => void ran.push('after')}});
    register({users: {get: () => void ran.push('route')}} satisfies Routes);
    await sendRequest(router, '/users/get');
    expect(ran).toEqual(['before', 'route', 'after']);
});

describe('registering more than once', () => {
    const shared = {hook: (): string => 'shared'};

    test('an id that is taken is refused, and nothing of the second tree stays', async () => {
        const router = createRouter();
        router.registerRoutes({a: () => 1});
        expect(() => router.registerRoutes({b: () => 2, a: () => 3})).toThrow(
            "registerRoutes: 'a' is registered already, with something else. Rename it, or call `resetRouter` first.",
        );
        expect((await sendRequest(router, '/a')).body).toEqual({a: 1});
        expect((await sendRequest(router, '/b')).status).toBe(404);
    });

    test('the same objects again are harmless', async () => {
        const router = createRouter();
        const routes = {shared, a: () => 1} satisfies Routes;
        router.registerRoutes(routes);
        router.registerRoutes(routes);
        expect((await sendRequest(router, '/a')).body).toEqual({shared: 'shared', a: 1});
        expect(router.getMethodIds()).toEqual(['shared', 'a']);
    });

    test('one hook object serves two trees', async () => {
        const router = createRouter();
        router.registerRoutes({shared, a: () => 1});
        router.registerRoutes({b: () => 2, shared});
        expect((await sendRequest(router, '/a')).text).toBe('{"shared":"shared","a":1}');
        expect((await sendRequest(router, '/b')).text).toBe('{"b":2,"shared":"shared"}');
    });

    test('one definition at two places is two methods, and stays as it was', async () => {
        const router = createRouter({prefix: 'p'});
        const definition = Object.freeze({hook: (): string => 'x', runOnError: true});
        router.registerRoutes({first: definition, group: {second: definition, a: () => 1}});
        expect((await sendRequest(router, '/p/group/a')).text).toBe('{"first":"x","group/second":"x","group/a":1}');
    });
});

describe('routers side by side', () => {
    test('have routes and options of their own', async () => {
        const routes = {a: (ctx) => ctx.router.options.prefix} satisfies Routes;
        const [one, two] = [createRouter({prefix: 'one'}), createRouter({prefix: 'two'})];
        one.registerRoutes(routes);
        two.registerRoutes(routes);
        expect((await sendRequest(one, '/one/a')).body).toEqual({a: 'one'});
        expect((await sendRequest(two, '/two/a')).body).toEqual({a: 'two'});
        expect((await sendRequest(one, '/two/a')).status).toBe(404);
    });

    test('the default one takes options before routes, and forgets both', async () => {
        const router = initRouter({prefix: 'old'});
        registerRoutes({a: () => 1});
        expect((await sendRequest(router, '/old/a')).status).toBe(200);
        expect(() => initRouter({prefix: 'new'})).toThrow('initRouter: routes are registered already');
        resetRouter();
        initRouter({prefix: 'new'});
        registerRoutes({a: () => 2});
        expect((await sendRequest(router, '/new/a')).body).toEqual({a: 2});
        expect((await sendRequest(router, '/old/a')).status).toBe(404);
        resetRouter();
    });
});

describe('paths', () => {
    const routes = {
        users: {getById: () => 1, 'a b': () => 2, grüße: () => 3, valueOf: () => 4},
    } satisfies Routes;

    test.each([
        ['', '', '/users/getById'],
        ['api/v1', '', '/api/v1/users/getById'],
        ['/api/v1/', '.json', '/api/v1/users/getById.json'],
        ['', '', '/users/a%20b'],
        ['', '', '/users/a b'],
        ['', '', '/users/gr%C3%BC%C3%9Fe'],
        ['', '', '/users/grüße'],
        ['ä', '', '/%C3%A4/users/getById'],
        ['', '', '/users/valueOf'],
    ])('with prefix %j and suffix %j there is %j', async (prefix, suffix, path) => {
        const router = createRouter({prefix, suffix});
        router.registerRoutes(routes);
        expect((await sendRequest(router, path)).status).toBe(200);
    });

    test.each([
        ['/'],
        [''],
        ['/users'],
        ['/users/'],
        ['/users/getById/'],
        ['//users/getById'],
        ['/Users/getById'],
        ['users/getById'],
        ['/constructor'],
        ['/__proto__'],
        ['/toString'],
        ['/users/getbyid'],
        ['/users%2FgetById'],
        ['/users/%67etById'],
        ['/users/gr%c3%bc%c3%9fe'],
        ['/users/gr%C3%BCße'],
        ['/users/a%2520b'],
        ['/users/%'],
        ['/users/getById?a'],
    ])('there is no %j', async (path) => {
        const router = createRouter();
        router.registerRoutes(routes);
        const {status, body} = await sendRequest(router, path);
        expect(status).toBe(404);
        expect(body).toEqual({'@errors': {'@request': {name: 'Not Found', statusCode: 404, message: 'No route has this path.'}}});
    });
});
