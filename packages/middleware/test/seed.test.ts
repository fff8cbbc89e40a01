/**
 * The code of the document that asked for this engine, sample by sample and in its order, with our import.
 *
 * A comment says where a sample had to be corrected to run, or filled in where it leaves something out. The samples with
 * packages of others run with those packages too, in `compat/`.
 */
import tls from 'node:tls';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import type {APIGatewayProxyEvent, APIGatewayProxyHandler, APIGatewayProxyResult, Context} from 'aws-lambda';
import {type MiddlewareRequest, middleware as middy} from '../src/index.ts';
import {canPrefetch, clearCache, createError, getInternal, processCache} from '../src/util/index.ts';
import {outcomeOf, respond, tracer} from './trace.ts';

afterEach(() => clearCache());

describe('Quick example', () => {
    // Stand-ins for the three packages of the sample, as small as they can be.
    const jsonBodyParser = (): middy.MiddlewareObj => ({
        before: (request) => {
            request.event.body = JSON.parse(request.event.body);
        },
    });
    const validator = ({inputSchema}: {inputSchema: {properties: {body: {required: string[]}}}}): middy.MiddlewareObj => ({
        before: ({event}) => {
            const missing = inputSchema.properties.body.required.filter((key) => !(key in event.body));
            if (missing.length > 0) throw createError(400, 'Event object failed validation');
        },
    });
    const httpErrorHandler = (): middy.MiddlewareObj<unknown, unknown, Error & {statusCode?: number}> => ({
        onError: (request) => {
            request.response = {statusCode: request.error?.statusCode ?? 500, body: request.error?.message};
        },
    });

    const baseHandler = async (event: {body: Record<string, unknown>}, _context: unknown) => {
        const {creditCardNumber, amount} = event.body;
        const response = {result: 'success', message: 'payment processed correctly', creditCardNumber, amount};
        return {statusCode: 200, body: JSON.stringify(response)};
    };
    const inputSchema = {
        type: 'object',
        properties: {
            body: {
                type: 'object',
                properties: {creditCardNumber: {type: 'string', minLength: 12, maxLength: 19, pattern: '\\d+'}},
                required: ['creditCardNumber'],
            },
        },
    };
    const handler = middy(baseHandler).use(jsonBodyParser()).use(validator({inputSchema})).use(httpErrorHandler());
    const invoke = (body: string) => handler({body} as never);

    test('a payment is processed', async () => {
        const response = await invoke('{"creditCardNumber":"4111111111111111","amount":3}');
        expect(response.statusCode).toBe(200);
        expect(JSON.parse(response.body)).toMatchObject({result: 'success', creditCardNumber: '4111111111111111', amount: 3});
    });

    test('one without a card number is refused, with a response that the error handler made', async () => {
        expect(await invoke('{}')).toEqual({statusCode: 400, body: 'Event object failed validation'});
    });
});

describe('Usage', () => {
    const trace: string[] = [];
    const [middleware1, middleware2, middleware3] = ['1', '2', '3'].map((name) => () => tracer(trace)(name));
    const baseHandler = (_event: unknown, _context: unknown) => void trace.push('handler');
    beforeEach(() => {
        trace.length = 0;
    });

    test('middlewares attached one by one', async () => {
        const handler = middy(baseHandler);
        handler
            .use(middleware1?.() ?? [])
            .use(middleware2?.() ?? [])
            .use(middleware3?.() ?? []);
        await handler();
        expect(trace.filter((line) => !line.endsWith('finally'))).toEqual(order);
    });

    test('middlewares attached as an array', async () => {
        const middlewares = [middleware1, middleware2, middleware3].map((create) => create?.() ?? {before: () => {}});
        const handler = middy(baseHandler);
        handler.use(middlewares);
        await handler();
        expect(trace.filter((line) => !line.endsWith('finally'))).toEqual(order);
    });

    // Execution order
    const order = ['1:before', '2:before', '3:before', 'handler', '3:after', '2:after', '1:after'];

    test('“the first handler attached is the first able to change the request and last able to modify the response”', async () => {
        const push = (name: string) => ({
            before: (request: MiddlewareRequest<string[]>) => void request.event.push(name),
            after: (request: MiddlewareRequest<string[]>) => void request.event.push(name),
        });
        const handler = middy(async (event: string[]) => event)
            .use(push('first'))
            .use(push('second'));
        expect(await handler([])).toEqual(['first', 'second', 'second', 'first']);
    });

    test('“in the before phase the response is not created yet”, in the after phase there are both', async () => {
        const seen: unknown[] = [];
        const handler = middy((event: unknown) => `${event}!`)
            .before(({event, response}) => void seen.push([event, response]))
            .after(({event, response}) => void seen.push([event, response]));
        await handler('hello');
        expect(seen).toEqual([
            ['hello', undefined],
            ['hello', 'hello!'],
        ]);
    });
});

describe('Interrupt middleware execution early', () => {
    interface CacheOptions {
        calculateCacheId: (event: {id: string}) => string;
        storage: Record<string, unknown>;
    }
    // The sample leaves `calculateCacheId` empty.
    const calculateCacheId = (event: {id: string}) => event.id;
    const cacheMiddleware = (options: CacheOptions) => {
        let cacheKey: string;
        const cacheMiddlewareBefore = async (request: MiddlewareRequest) => {
            cacheKey = options.calculateCacheId(request.event);
            if (Object.hasOwn(options.storage, cacheKey)) {
                return options.storage[cacheKey];
            }
            return undefined;
        };
        const cacheMiddlewareAfter = async (request: MiddlewareRequest) => {
            options.storage[cacheKey] = request.response;
        };
        return {before: cacheMiddlewareBefore, after: cacheMiddlewareAfter};
    };

    test('the second call is answered from the cache, and “successive middlewares in any phase” are stopped', async () => {
        const trace: string[] = [];
        const storage = {};
        const handler = middy((event, _context) => {
            trace.push('handler');
            return `result of ${event.id}`;
        })
            .use(cacheMiddleware({calculateCacheId, storage}))
            .use({before: () => void trace.push('before'), after: () => void trace.push('after')});
        expect(await handler({id: '1'})).toBe('result of 1');
        expect(await handler({id: '1'})).toBe('result of 1');
        expect(await handler({id: '2'})).toBe('result of 2');
        expect(trace).toEqual(['before', 'handler', 'after', 'before', 'handler', 'after']);
    });
});

describe('Handling errors', () => {
    const broken = new Error('broken');
    const failing = () => {
        throw broken;
    };

    test('the onErrors run “following the order they have been attached”, and each may update or replace the response', async () => {
        const seen: unknown[] = [];
        const handler = middy(failing)
            .onError(({response}) => void seen.push(response))
            .onError(respond('created'))
            .onError(({response}) => void seen.push(response))
            .onError(respond('replaced'));
        expect(await handler()).toBe('replaced');
        expect(seen).toEqual([undefined, 'created']);
    });

    test('“if no middleware manages the error, the Lambda execution fails reporting the unmanaged error”', async () => {
        expect(await outcomeOf(middy(failing).onError(() => {})())).toEqual({error: broken});
    });

    test('the sample: change the response, replace the error, return to stop', async () => {
        const seen: unknown[] = [];
        const handler = middy<unknown, Record<string, unknown>>(failing)
            .onError((request) => {
                request.response = request.response ?? {};
            })
            .onError((request) => {
                request.response = request.response ?? {};
                request.response.add = 'more';
                request.error = new Error('...');
                return request.response;
            })
            .onError(() => void seen.push('not reached'));
        expect(await handler()).toEqual({add: 'more'});
        expect(seen).toEqual([]);
    });

    test('the sample’s second line, returned nowhere: the error is replaced where there is no response', async () => {
        const handler = middy(failing).onError((request) => {
            request.error = new Error('...');
        });
        await expect(handler()).rejects.toThrow('...');
    });
});

describe('Writing a middleware', () => {
    // `module.exports = (opts = {}) => …` in the sample
    const defaults = {option1: 'default 1', option2: 'default 2'};
    const customMiddleware = (opts: Partial<typeof defaults> = {}) => {
        const options = {...defaults, ...opts};
        const customMiddlewareBefore = async (request: MiddlewareRequest) => {
            request.internal.options = options;
        };
        const customMiddlewareAfter = async (request: MiddlewareRequest) => {
            request.response = {...request.response, ...Object(request.internal.options)};
        };
        const customMiddlewareOnError = async (request: MiddlewareRequest) => {
            request.response = request.error?.message;
        };
        return {before: customMiddlewareBefore, after: customMiddlewareAfter, onError: customMiddlewareOnError};
    };

    test('a configurable middleware is used with its options', async () => {
        const handler = middy(async (_event: unknown, _context: Context) => {
            return {};
        });
        handler.use(customMiddleware({option1: 'foo', option2: 'bar'}));
        expect(await handler()).toEqual({option1: 'foo', option2: 'bar'});
    });

    test('inline middlewares', async () => {
        const trace: string[] = [];
        const handler = middy((event, _context) => {
            trace.push('handler');
            if (event.fail) throw new Error('broken');
        });
        handler.before(async (_request) => {
            trace.push('before');
        });
        handler.after(async (_request) => {
            trace.push('after');
        });
        handler.onError(async (_request) => {
            trace.push('onError');
        });
        await handler({});
        await outcomeOf(handler({fail: true}));
        expect(trace).toEqual(['before', 'handler', 'after', 'before', 'handler', 'onError']);
    });
});

describe('Request caching & Internal storage', () => {
    // The sample's own `fetch` hides the global one that it means to call, and it assigns what `processCache` returns,
    // not the value in it. Here the global one is a parameter, and the value is assigned.
    const defaults = {
        fetchData: {} as Record<string, string>,
        disablePrefetch: false,
        cacheKey: 'custom',
        cacheExpiry: -1,
        setToContext: false,
    };
    const boilerplate = (fetchText: (url: string) => Promise<string>, opts: Partial<typeof defaults> = {}) => {
        const options = {...defaults, ...opts};
        const fetch = () => {
            const values: Record<string, Promise<string>> = {};
            for (const internalKey of Object.keys(options.fetchData)) {
                values[internalKey] = fetchText(String(options.fetchData[internalKey]));
            }
            return values;
        };
        let prefetch: ReturnType<typeof processCache> | undefined;
        let init = false;
        if (canPrefetch(options)) {
            init = true;
            prefetch = processCache(options, fetch);
        }
        const customMiddlewareBefore = async (request: MiddlewareRequest) => {
            let cached: ReturnType<typeof processCache> | undefined;
            if (init) {
                cached = prefetch;
            } else {
                cached = processCache(options, fetch, request);
            }
            Object.assign(request.internal, cached?.value);
            if (options.setToContext) Object.assign(request.context, await getInternal(Object.keys(options.fetchData), request));
            else init = false;
        };
        return {before: customMiddlewareBefore};
    };

    test('values are fetched when the middleware is made, once, and wait in `internal` until they are needed', async () => {
        const urls: string[] = [];
        const fetchText = async (url: string) => `text of ${urls[urls.push(url) - 1]}`;
        const custom = boilerplate(fetchText, {fetchData: {key: '/one', other: '/two'}});
        expect(urls).toEqual(['/one', '/two']);
        const handler = middy(async () => 'handled')
            .use(custom)
            .after(async (request) => [request.internal.key instanceof Promise, await getInternal(['key', 'other'], request)]);
        for (const _ of [1, 2, 3]) expect(await handler()).toEqual([true, {key: 'text of /one', other: 'text of /two'}]);
        expect(urls).toEqual(['/one', '/two']);
    });

    test('with `setToContext` the handler finds them in its context', async () => {
        const custom = boilerplate(async (url) => `text of ${url}`, {fetchData: {key: '/one'}, setToContext: true});
        const handler = middy(async (_event, context: Context & {key?: string}) => context.key).use(custom);
        expect(await handler({}, {} as Context)).toBe('text of /one');
    });

    test('with `disablePrefetch` they are fetched at the first request', async () => {
        const urls: string[] = [];
        const custom = boilerplate(async (url) => String(urls.push(url)), {fetchData: {key: '/one'}, disablePrefetch: true});
        const handler = middy(async () => 'handled').use(custom);
        expect(urls).toEqual([]);
        await handler();
        await handler();
        expect(urls).toEqual(['/one']);
    });

    test('what is in `internal` “expires when the event ends”', async () => {
        const handler = middy((_event, _context) => 'handled').before(({internal}) => {
            const seen = internal.secret;
            internal.secret = 'secret';
            return seen;
        });
        expect([await handler(), await handler()]).toEqual(['handled', 'handled']);
    });
});

describe('TypeScript', () => {
    test('a typed handler', async () => {
        async function baseHandler(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
            return {statusCode: 200, body: `Hello from ${event.path}`};
        }
        const someMiddleware: middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> = {before: () => {}};
        const someOtherMiddleware: middy.MiddlewareObj = {after: () => {}};
        const handler = middy(baseHandler);
        handler.use(someMiddleware).use(someOtherMiddleware);
        const exported: APIGatewayProxyHandler = handler;
        expect(await handler({path: '/orders'} as APIGatewayProxyEvent)).toEqual({statusCode: 200, body: 'Hello from /orders'});
        expect(exported).toBe(handler);
    });

    test('a typed middleware', async () => {
        const trace: string[] = [];
        const middleware = (): middy.MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> => {
            const before: middy.MiddlewareFn<APIGatewayProxyEvent, APIGatewayProxyResult> = async (request): Promise<void> => {
                trace.push(request.event.path);
            };
            const after: middy.MiddlewareFn<APIGatewayProxyEvent, APIGatewayProxyResult> = async (request): Promise<void> => {
                trace.push(String(request.response?.statusCode));
            };
            return {before, after};
        };
        const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>(async () => ({statusCode: 204, body: ''}));
        await handler.use(middleware())({path: '/orders'} as APIGatewayProxyEvent);
        expect(trace).toEqual(['/orders', '204']);
    });
});

describe('Common patterns', () => {
    test('adding internal values to context', async () => {
        // Stands for sts(…), ssm(…), rdsSigner(…) and secretsManager(…): each leaves a promise.
        const fetching = (key: string) => ({
            before: async ({internal}: MiddlewareRequest) => {
                internal[key] = Promise.resolve(`value of ${key}`);
            },
        });
        const handler = middy(async (_event, context: Context) => context)
            .before(async (request) => {
                request.internal = {env: process.env.NODE_ENV};
            })
            .use(fetching('key'))
            .use(fetching('password'))
            .before(async (request) => {
                Object.assign(request.context, await getInternal(['key'], request));
                Object.assign(request.context, await getInternal({newKey: 'key'}, request));
                Object.assign(request.context, await getInternal(true, request));
            });
        expect(await handler({}, {} as Context)).toEqual({
            key: 'value of key',
            newKey: 'value of key',
            env: process.env.NODE_ENV,
            password: 'value of password',
        });
    });

    test('connecting to RDS securely', () => {
        // The sample leaves the host, user and password of its connection options out.
        const ca = '-----BEGIN CERTIFICATE----- ...';
        const connectionOptions = {
            ssl: {
                rejectUnauthorized: true,
                ca,
                checkServerIdentity: (host: string, cert: tls.PeerCertificate) => {
                    const error = tls.checkServerIdentity(host, cert);
                    if (error && !String(cert.subject.CN).endsWith('.rds.amazonaws.com')) {
                        return error;
                    }
                    return undefined;
                },
            },
        };
        const check = (CN: string) =>
            connectionOptions.ssl.checkServerIdentity('db.internal', {subject: {CN}} as tls.PeerCertificate);
        expect(check('db.eu-west-1.rds.amazonaws.com')).toBeUndefined();
        expect(check('db.example.com')).toMatchObject({code: 'ERR_TLS_CERT_ALTNAME_INVALID'});
    });
});
