import {describe, expect, test} from '@jest/globals';
import {isRpcError, RpcError} from '@mionkit/core';
import {type CallContext, createRouter, type Routes} from '../src/index.ts';
import {sendRequest} from './send-request.ts';

const uuid = expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
const internal = {name: 'Internal Server Error', statusCode: 500, message: 'Something went wrong on the server.', id: uuid};

/** What the last request left for logs. */
let internalErrors: readonly RpcError[] = [];
const log = {
    hook: (ctx: CallContext): void => {
        internalErrors = ctx.request.internalErrors;
    },
    runOnError: true,
};

const notFound = () =>
    new RpcError({statusCode: 404, name: 'UserNotFound', message: 'secret', publicMessage: 'No such user', errorData: {id: '7'}});
const publicNotFound = {name: 'UserNotFound', statusCode: 404, message: 'No such user', errorData: {id: '7'}};

describe('errors that handlers choose', () => {
    const routes = {
        throws: (): string => {
            throw notFound();
        },
        rejects: async (): Promise<string> => {
            throw notFound();
        },
        returns: () => notFound(),
        resolves: async () => notFound(),
        resolvesLate: async () => {
            await new Promise((done) => setTimeout(done, 1));
            return notFound();
        },
        log,
    } satisfies Routes;
    const router = createRouter();
    router.registerRoutes(routes);

    test.each(Object.keys(routes).filter((id) => id !== 'log'))(
        '%s: its own status and public fields, never its private message',
        async (id) => {
            const response = await sendRequest(router, `/${id}`);
            expect(response.status).toBe(404);
            expect(response.body).toEqual({'@errors': {[id]: publicNotFound}});
            expect(response.text).not.toContain('secret');
            expect(internalErrors.map(({message}) => message)).toEqual(['secret']);
        },
    );
});

describe('the fields of an error that travels', () => {
    test.each<[title: string, error: RpcError, expected: unknown]>([
        [
            'a private message gives way to the reason phrase',
            new RpcError({statusCode: 403, message: 'secret'}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden'},
        ],
        [
            'an own id stays',
            new RpcError({statusCode: 403, id: 'mine'}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden', id: 'mine'},
        ],
        [
            'an empty id stays',
            new RpcError({statusCode: 403, id: ''}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden', id: ''},
        ],
        [
            'the original error stays behind',
            new RpcError({statusCode: 403, originalError: new Error('secret')}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden'},
        ],
        [
            'data that is falsy travels',
            new RpcError({statusCode: 403, errorData: 0}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden', errorData: 0},
        ],
        [
            'data of null travels',
            new RpcError({statusCode: 403, errorData: null}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden', errorData: null},
        ],
        [
            'data that JSON can not write is left out',
            new RpcError({statusCode: 403, errorData: {big: 1n}}),
            {name: 'Forbidden', statusCode: 403, message: 'Forbidden'},
        ],
        [
            'a name like one of Object.prototype',
            new RpcError({statusCode: 403, name: 'constructor', errorData: 1}),
            {name: 'constructor', statusCode: 403, message: 'Forbidden', errorData: 1},
        ],
    ])('%s', async (_title, error, expected) => {
        const router = createRouter();
        router.registerRoutes({
            a: () => {
                throw error;
            },
        });
        expect((await sendRequest(router, '/a')).body).toEqual({'@errors': {a: expected}});
    });

    test.each([[200], [204], [302], [99], [1000], [Number.NaN], [404.5], [-1]])(
        'an error with the status %d is answered with 500',
        async (statusCode) => {
            const router = createRouter();
            router.registerRoutes({
                a: () => {
                    throw new RpcError({statusCode});
                },
            });
            expect((await sendRequest(router, '/a')).status).toBe(500);
        },
    );

    test('an error of another copy of the package is one', async () => {
        const foreign = Object.assign(new Error('secret'), {
            [Symbol.for('@mionkit/core/RpcError')]: true,
            name: 'Unpaid',
            statusCode: 402,
            publicMessage: 'Pay first',
        });
        expect(isRpcError(foreign)).toBe(true);
        const router = createRouter();
        router.registerRoutes({
            a: () => {
                throw foreign;
            },
        });
        const response = await sendRequest(router, '/a');
        expect(response.status).toBe(402);
        expect(response.body).toEqual({'@errors': {a: {name: 'Unpaid', statusCode: 402, message: 'Pay first'}}});
    });
});

describe('errors that a return type declares', () => {
    type UserNotFound = RpcError<'UserNotFound', {id: string; since: Date}>;
    const data = {id: '7', since: new Date(0), secret: 'never sent'};
    const create = (): UserNotFound => new RpcError({statusCode: 404, name: 'UserNotFound', errorData: data});
    const routes = {
        returned: (): string | UserNotFound => create(),
        resolved: async (): Promise<{name: string} | UserNotFound> => create(),
        thrown: (): string | UserNotFound => {
            throw create();
        },
        other: (): string | UserNotFound => {
            throw new RpcError({statusCode: 409, name: 'Other', errorData: data});
        },
        wrong: (): string | UserNotFound => {
            throw new RpcError({statusCode: 404, name: 'UserNotFound', errorData: {id: 7}});
        },
        fine: (): string | UserNotFound => 'fine',
        log,
    } satisfies Routes;
    const router = createRouter();
    router.registerRoutes(routes);
    const wire = {id: '7', since: '1970-01-01T00:00:00.000Z'};

    test.each([['returned'], ['resolved'], ['thrown']])('%s: the data is written by its type', async (id) => {
        const {body} = await sendRequest(router, `/${id}`);
        expect(body).toEqual({'@errors': {[id]: {name: 'UserNotFound', statusCode: 404, message: 'Not Found', errorData: wire}}});
    });

    test('an error that is not declared is written as plain JSON', async () => {
        const {body} = await sendRequest(router, '/other');
        expect(body['@errors'].other).toMatchObject({name: 'Other', errorData: {...wire, secret: 'never sent'}});
    });

    test('data that does not fit its type is left out, and the reason noted', async () => {
        const response = await sendRequest(router, '/wrong');
        expect(response.status).toBe(404);
        expect(response.body['@errors'].wrong).toEqual({name: 'UserNotFound', statusCode: 404, message: 'Not Found'});
        expect(internalErrors.map(({name}) => name)).toEqual(['UserNotFound', 'Internal Server Error']);
    });

    test('the other results are as ever', async () => {
        expect((await sendRequest(router, '/fine')).body).toEqual({fine: 'fine'});
    });
});

function trap(): never {
    throw new Error('not readable');
}

describe('anything else that is thrown', () => {
    test.each<[title: string, thrown: unknown, message: string]>([
        ['an error', new Error('secret'), 'secret'],
        ['a string', 'secret', 'Thrown: string'],
        ['undefined', undefined, 'Thrown: undefined'],
        ['null', null, 'Thrown: object'],
        ['an error whose message is no text', Object.assign(new Error(), {message: Symbol('secret')}), 'Thrown: object'],
        ['an error whose message throws', Object.defineProperty(new Error(), 'message', {get: trap}), 'Thrown: object'],
        ['a proxy that lets nothing be read', new Proxy({}, {get: trap, getPrototypeOf: trap}), 'Thrown: object'],
        ['an object that only looks like an RpcError', {statusCode: 400, publicMessage: 'secret', name: 'x'}, 'Thrown: object'],
    ])('%s is a 500 with a fixed text and an id, and the original stays on the server', async (_title, thrown, message) => {
        const router = createRouter();
        router.registerRoutes({
            a: () => {
                throw thrown;
            },
            b: async () => {
                throw thrown;
            },
            log,
        });
        for (const id of ['a', 'b']) {
            const response = await sendRequest(router, `/${id}`);
            expect(response.status).toBe(500);
            expect(response.body).toEqual({'@errors': {[id]: internal}});
            expect(response.text).not.toContain('secret');
            const [noted] = internalErrors;
            expect(noted?.originalError).toBe(thrown);
            expect(noted?.message).toBe(message);
            expect(noted?.id).toBe(response.body['@errors'][id].id);
        }
    });
});

describe('results', () => {
    interface User {
        id: string;
        at: Date;
    }
    const user: User & {passwordHash: string} = {id: '7', at: new Date(0), passwordHash: 'secret'};
    const cyclic: {self?: unknown} = {};
    cyclic.self = cyclic;

    const routes = {
        user: (): User => user,
        later: async (): Promise<User> => user,
        thenable: (): PromiseLike<User> => ({
            // biome-ignore lint/suspicious/noThenProperty: what is tested
            then: (done) => Promise.resolve(user).then(done),
        }),
        nothing: (): void => undefined,
        leaks: ((): unknown => user) as () => void,
        maybe: (): User | undefined => undefined,
        nil: (): User | null => null,
        empty: (): string => '',
        notANumber: (): number => Number.NaN,
        badDate: (): User => ({id: '7', at: new Date(Number.NaN)}),
        missing: (): User => undefined as never,
        wrong: (): User => ({id: '7'}) as never,
        cyclic: (): unknown => cyclic,
        trap: (): unknown => ({
            // biome-ignore lint/suspicious/noThenProperty: what is tested
            get then(): never {
                throw new Error('secret');
            },
        }),
        log,
    } satisfies Routes;
    const router = createRouter();
    router.registerRoutes(routes);
    const wireUser = {id: '7', at: '1970-01-01T00:00:00.000Z'};

    test.each<[id: string, body: unknown]>([
        ['user', {user: wireUser}],
        ['later', {later: wireUser}],
        ['thenable', {thenable: wireUser}],
        ['nothing', {}],
        ['leaks', {}],
        ['maybe', {}],
        ['nil', {nil: null}],
        ['empty', {empty: ''}],
    ])('%s is written by its type', async (id, body) => {
        const response = await sendRequest(router, `/${id}`);
        expect(response.status).toBe(200);
        expect(response.body).toEqual(body);
    });

    test.each([['notANumber'], ['badDate'], ['missing'], ['wrong'], ['cyclic'], ['trap']])(
        '%s can not be written: a 500, and the reason stays',
        async (id) => {
            const response = await sendRequest(router, `/${id}`);
            expect(response.status).toBe(500);
            expect(response.body).toEqual({'@errors': {[id]: internal}});
            expect(internalErrors[0]?.originalError).toBeInstanceOf(Error);
        },
    );

    test('results that came before an error stay', async () => {
        const own = createRouter();
        own.registerRoutes({
            before: {hook: (): number => 1},
            a: (): number => 2,
            after: {
                hook: (): number => {
                    throw new RpcError({statusCode: 418});
                },
            },
        });
        const response = await sendRequest(own, '/a');
        expect(response.status).toBe(418);
        expect(response.text).toBe('{"before":1,"a":2,"@errors":{"after":{"name":"Error","statusCode":418,"message":"Error"}}}');
    });

    test('hooks that come later see them', async () => {
        const own = createRouter();
        const seen: unknown[] = [];
        own.registerRoutes({
            a: (): number => 2,
            after: {
                hook: (ctx): void => {
                    seen.push({...ctx.response.body}, ctx.response.rawBody);
                },
            },
        });
        await sendRequest(own, '/a');
        expect(seen).toEqual([{a: 2}, '']);
    });

    test('no property inside a value is reserved', async () => {
        const own = createRouter();
        const value = {'@errors': {a: 1}, '@request': 2, statusCode: 400, name: 'x'};
        own.registerRoutes({a: () => value});
        const response = await sendRequest(own, '/a');
        expect(response.status).toBe(200);
        expect(response.body).toEqual({a: value});
    });
});

describe('private hooks', () => {
    const boom = () => {
        throw new RpcError({statusCode: 403, publicMessage: 'no'});
    };
    const routes = {
        raw: {a: {rawHook: boom}, get: (): string => 'x'},
        silent: {b: {hook: (): void => boom()}, get: (): string => 'x'},
        crash: {
            c: {
                hook: (): void => {
                    throw new Error('secret');
                },
            },
            get: (): string => 'x',
        },
        header: {d: {headerName: 'x-d', hook: (): void => boom()}, get: (): string => 'x'},
        spoken: {e: {hook: (): string => boom()}, get: (): string => 'x'},
    } satisfies Routes;
    const router = createRouter();
    router.registerRoutes(routes);

    test.each([
        ['raw', '@request', 403],
        ['silent', '@request', 403],
        ['crash', '@request', 500],
        ['header', '@request', 403],
        ['spoken', 'spoken/e', 403],
    ])('what a hook of %s throws stands under %s', async (group, key, status) => {
        const response = await sendRequest(router, `/${group}/get`);
        expect(response.status).toBe(status);
        expect(Object.keys(response.body['@errors'])).toEqual([key]);
        if (key === '@request') expect(response.text).not.toContain(`${group}/`);
    });

    test('clients never hear of their ids', () => {
        expect(router.getMethodIds()).toEqual(['raw/get', 'silent/get', 'crash/get', 'header/get', 'spoken/e', 'spoken/get']);
    });
});

describe('two errors under one key', () => {
    test('the first travels, both are noted', async () => {
        const router = createRouter();
        router.registerRoutes({
            a: () => 1,
            one: {
                hook: (): void => {
                    throw new RpcError({statusCode: 403, message: 'one'});
                },
            },
            two: {
                hook: (): void => {
                    throw new RpcError({statusCode: 500, message: 'two'});
                },
                runOnError: true,
            },
            log,
        });
        const response = await sendRequest(router, '/a');
        expect(response.body).toEqual({
            a: 1,
            '@errors': {'@request': {name: 'Forbidden', statusCode: 403, message: 'Forbidden'}},
        });
        expect(internalErrors.map(({message}) => message)).toEqual(['one', 'two']);
    });
});

describe('raw hooks', () => {
    test('get the platform, the context and the options', async () => {
        const seen: unknown[] = [];
        const router = createRouter({prefix: 'p'});
        router.registerRoutes({
            raw: {rawHook: (ctx, rawRequest, rawResponse, options) => void seen.push(ctx.path, rawRequest, rawResponse, options)},
            a: () => 1,
        });
        const [rawRequest, rawResponse] = [{url: '/p/a'}, {end: true}];
        await sendRequest(router, '/p/a', {rawRequest, rawResponse});
        expect(seen).toEqual(['/p/a', rawRequest, rawResponse, router.options]);
    });

    test('what they return is never sent', async () => {
        const router = createRouter();
        router.registerRoutes({raw: {rawHook: () => ({secret: 1})}, a: () => 1});
        expect((await sendRequest(router, '/a')).text).toBe('{"a":1}');
    });

    test('what they return as an error is', async () => {
        const router = createRouter();
        router.registerRoutes({raw: {rawHook: async () => new RpcError({statusCode: 403})}, a: () => 1});
        expect((await sendRequest(router, '/a')).status).toBe(403);
    });
});

describe('response headers', () => {
    test.each<[name: string, value: string, expected: string | undefined]>([
        ['cache-control', 'max-age=60', 'max-age=60'],
        ['X-Content-Type-Options', 'other', 'other'],
        ['content-type', 'text/html', 'application/json; charset=utf-8'],
        ['Content-Type', 'text/html', 'application/json; charset=utf-8'],
        ['content-length', '3', undefined],
        ['transfer-encoding', 'chunked', undefined],
        ['x-own', 'yes', 'yes'],
    ])('a hook that sets %s to %s gets %s', async (name, value, expected) => {
        for (const set of ['set', 'append'] as const) {
            const router = createRouter();
            router.registerRoutes({
                h: {
                    hook: (ctx): void => {
                        if (set === 'append') ctx.response.headers.delete(name);
                        ctx.response.headers[set](name, value);
                    },
                },
                a: () => 1,
            });
            expect((await sendRequest(router, '/a')).headers.get(name)).toBe(expected);
        }
    });

    test('a content type that is appended does not stay beside the own one', async () => {
        const router = createRouter();
        router.registerRoutes({h: {hook: (ctx): void => ctx.response.headers.append('content-type', 'text/html')}, a: () => 1});
        expect((await sendRequest(router, '/a')).headers.get('content-type')).toBe('application/json; charset=utf-8');
    });
});
