import {beforeEach, describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {createRouter, type Hooks, type Routes} from '../src/index.ts';
import {sendRequest} from './send-request.ts';

/** What ran, in order. */
let steps: string[] = [];
beforeEach(() => {
    steps = [];
});

/** A function that notes that it ran. */
const note = (name: string) => (): void => {
    steps.push(name);
};

/** A function that notes that it ran, and fails. */
const fail =
    (name: string, statusCode = 418) =>
    (): void => {
        steps.push(name);
        throw new RpcError({statusCode, name});
    };

const always = {runOnError: true} as const;

describe('the order of a plan', () => {
    const routes = {
        a1: {hook: note('a1')},
        users: {
            b1: {hook: note('b1')},
            list: note('LIST'),
            b2: {rawHook: note('b2')},
            deep: {c1: {hook: note('c1')}, get: note('GET'), c2: {hook: note('c2')}},
            b3: {hook: note('b3')},
        },
        a2: {headerName: 'x-a', hook: note('a2')},
        root: note('ROOT'),
        a3: {hook: note('a3')},
    } satisfies Routes;
    const startHooks = {s1: {hook: note('s1')}, s2: {hook: note('s2')}} satisfies Hooks;
    const endHooks = {e1: {hook: note('e1')}} satisfies Hooks;

    test.each([
        ['/users/list', 'a1 b1 LIST b2 b3 a2 a3'],
        ['/users/deep/get', 'a1 b1 b2 c1 GET c2 b3 a2 a3'],
        ['/root', 'a1 a2 ROOT a3'],
    ])('%s', async (path, expected) => {
        const router = createRouter();
        router.registerRoutes(routes);
        await sendRequest(router, path);
        expect(steps.join(' ')).toBe(expected);
    });

    test('a hook runs for the routes of its own group, not for those of one whose name begins alike', async () => {
        const router = createRouter();
        router.registerRoutes({
            user: {guard: {hook: note('user guard')}, get: note('USER')},
            users: {guard: {hook: note('users guard')}, get: note('USERS')},
        });
        await sendRequest(router, '/user/get');
        await sendRequest(router, '/users/get');
        expect(steps).toEqual(['user guard', 'USER', 'users guard', 'USERS']);
    });

    test('hooks of the router surround every tree, whenever they are added', async () => {
        const router = createRouter();
        router.addStartHooks(startHooks);
        router.registerRoutes(routes);
        await sendRequest(router, '/root');
        router.addEndHooks(endHooks);
        router.registerRoutes({other: note('OTHER')});
        await sendRequest(router, '/root');
        await sendRequest(router, '/other');
        expect(steps.join(' ')).toBe('s1 s2 a1 a2 ROOT a3 s1 s2 a1 a2 ROOT a3 e1 s1 s2 OTHER e1');
    });

    test('a route can not stand among the hooks of the router', () => {
        const hooks = {s1: {hook: note('s1')}, a: {route: note('A')}};
        expect(() => Reflect.apply(createRouter().addStartHooks, createRouter(), [hooks])).toThrow(
            "addStartHooks: 'a' is a route, and only hooks can stand here.",
        );
    });

    test('a plan waits for what is asynchronous, and keeps its order', async () => {
        const router = createRouter();
        const later = (name: string) => async (): Promise<void> => {
            await Promise.resolve();
            steps.push(name);
        };
        router.registerRoutes({
            a: {hook: later('a')},
            b: {hook: note('b')},
            get: later('GET'),
            c: {hook: later('c')},
            d: {hook: note('d')},
        });
        await sendRequest(router, '/get');
        expect(steps.join(' ')).toBe('a b GET c d');
    });
});

describe('after an error', () => {
    const routes = {
        before: {hook: fail('before'), ...always},
        auth: {
            headerName: 'authorization',
            hook: (_ctx, token: string): void => (token === 'good' ? note('auth') : fail('auth', 401))(),
        },
        users: {
            inner: {hook: note('inner')},
            get: note('GET'),
            boom: fail('BOOM', 500),
            innerLog: {hook: note('innerLog'), forceRunOnError: true},
        },
        skipped: {hook: note('skipped')},
        log: {hook: note('log'), ...always},
    } satisfies Routes;
    const quiet = {...routes, before: {hook: note('before'), ...always}} satisfies Routes;

    test.each([
        ['nothing fails', '/users/get', 'good', 'before auth inner GET innerLog skipped log', 200],
        ['a hook fails', '/users/get', 'bad', 'before auth innerLog log', 401],
        ['the route fails', '/users/boom', 'good', 'before auth inner BOOM innerLog log', 500],
        ['no route has the path', '/nowhere', 'good', 'before log', 404],
    ])('%s', async (_title, path, token, expected, status) => {
        const router = createRouter();
        router.registerRoutes(quiet);
        const response = await sendRequest(router, path, {headers: {authorization: token}});
        expect(steps.join(' ')).toBe(expected);
        expect(response.status).toBe(status);
    });

    test('the first error sets the status, later ones stand beside it', async () => {
        const router = createRouter();
        router.registerRoutes({
            ...routes,
            log: {hook: (_ctx, level?: string): void => fail(`log ${level}`, 500)(), ...always},
        });
        const {status, body} = await sendRequest(router, '/users/get', {headers: {authorization: 'bad'}});
        expect(status).toBe(418);
        expect(Object.keys(body['@errors'])).toEqual(['@request', 'log']);
        expect(steps.join(' ')).toBe('before innerLog log undefined');
    });
});

describe('requests that reach no handler', () => {
    const routes = {
        first: {hook: note('first'), ...always},
        never: {hook: note('never')},
        users: {log: {hook: note('users/log'), ...always}, get: note('GET')},
        last: {hook: note('last'), ...always},
    } satisfies Routes;
    const more = {first: routes.first, other: note('OTHER'), third: {rawHook: note('third'), ...always}} satisfies Routes;

    test.each([
        ['404', '/nowhere', {}, 'first last third end'],
        ['400, no JSON', '/users/get', {body: '{'}, 'first users/log last end'],
        ['400, no object', '/users/get', {body: 'null'}, 'first users/log last end'],
        ['413', '/users/get', {error: new RpcError({statusCode: 413})}, 'first users/log last end'],
        ['413 and 404', '/nowhere', {error: new RpcError({statusCode: 413})}, 'first last third end'],
        ['415', '/users/get', {headers: {'content-type': 'text/plain'}}, 'first users/log last end'],
        ['405', '/users/get', {method: 'PUT'}, 'first users/log last end'],
        ['409', '/users/get', {body: {'@hash': 'old'}}, 'first users/log last end'],
    ])('%s: the hooks that run on errors do, each once', async (_title, path, request, expected) => {
        const router = createRouter();
        router.registerRoutes(routes);
        router.registerRoutes(more);
        router.addEndHooks({end: {hook: note('end'), ...always}});
        await sendRequest(router, path, request);
        expect(steps.join(' ')).toBe(expected);
    });

    test('they see the error, and can set headers', async () => {
        const router = createRouter();
        router.registerRoutes({
            a: note('A'),
            log: {
                hook: (ctx): void => {
                    steps.push(
                        `${ctx.path} ${ctx.response.statusCode} ${ctx.response.hasErrors} ${ctx.request.internalErrors[0]?.name}`,
                    );
                    ctx.response.headers.set('x-seen', 'yes');
                },
                ...always,
            },
        });
        const {headers, status} = await sendRequest(router, '/nowhere');
        expect(steps).toEqual(['/nowhere 404 true Not Found']);
        expect(headers.get('x-seen')).toBe('yes');
        expect(status).toBe(404);
    });

    test('one whose params are absent or do not fit is skipped, and says so only on the server', async () => {
        let notes: readonly Error[] = [];
        const router = createRouter();
        router.registerRoutes({
            a: note('A'),
            needsTag: {hook: (_ctx, tag: string): void => note(`needsTag ${tag}`)(), ...always},
            needsHeader: {headerName: 'x-tag', hook: (_ctx, tag: string): void => note(`needsHeader ${tag}`)(), ...always},
            takesTag: {hook: (_ctx, tag?: string): void => note(`takesTag ${tag}`)(), ...always},
            log: {
                hook: (ctx): void => {
                    notes = ctx.request.internalErrors;
                },
                ...always,
            },
        });
        const {body, status} = await sendRequest(router, '/nowhere');
        expect(status).toBe(404);
        expect(Object.keys(body['@errors'])).toEqual(['@request']);
        expect(steps).toEqual(['takesTag undefined']);
        expect(notes.map(({name}) => name)).toEqual(['Not Found', 'Validation Error', 'Bad Request']);
    });
});
