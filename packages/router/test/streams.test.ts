import {Readable} from 'node:stream';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {
    type AdapterRequest,
    type CallContext,
    createRouter,
    type ResponseStream,
    type Router,
    type RouterOptions,
    type Routes,
} from '../src/index.ts';
import {toAdapterRequest} from './send-request.ts';

interface Item {
    readonly at: Date;
    readonly text: string;
}

const seen: string[] = [];

/** Yields numbers for ever, and notes what happens to it. */
async function* count(ctx: CallContext): AsyncGenerator<number> {
    ctx.signal.addEventListener('abort', () => seen.push(`signal ${(ctx.signal.reason as Error).name}`));
    try {
        for (let number = 0; ; number++) {
            seen.push(`yield ${number}`);
            yield number;
        }
    } finally {
        seen.push('finally');
    }
}

async function* failing(error: unknown): AsyncGenerator<number> {
    yield 1;
    throw error;
}

const gone = () =>
    new RpcError({statusCode: 410, name: 'Gone' as const, publicMessage: 'Too late', errorData: {at: new Date(0)}});

const routes = {
    before: {hook: (_ctx, fail?: boolean): string | RpcError => (fail ? gone() : 'before')},
    header: {headerName: 'x-header', hook: (): string => 'header'},
    items: async function* (_ctx: CallContext, texts: string[]): AsyncGenerator<Item> {
        for (const text of texts) yield {at: new Date(0), text, secret: true} as Item;
    },
    count,
    letters: async (): Promise<AsyncIterable<string> | RpcError<'Gone'>> => Readable.from(['a', 'b']),
    web: (): ReadableStream<number> => ReadableStream.from([1, 2]) as ReadableStream<number>,
    maybe: async function* (): AsyncGenerator<number | undefined> {
        yield* [undefined, 1];
    },
    any: async function* (): AsyncGenerator<unknown> {
        yield* [undefined, null, {a: [1]}];
    },
    empty: async function* (): AsyncGenerator<number> {},
    crashes: (): AsyncIterable<number> => failing(new Error('private')),
    breaks: (): AsyncIterable<number> | RpcError<'Gone', {at: Date}> => failing(gone()),
    lies: async function* (): AsyncGenerator<number> {
        try {
            yield* [1, 'two', 3] as number[];
        } finally {
            seen.push('finally');
        }
    },
    throws: (): AsyncIterable<number> => {
        throw gone();
    },
    returns: (): AsyncIterable<number> | RpcError<'Gone', {at: Date}> => gone(),
    nothing: (): AsyncIterable<number> => undefined as never,
    never: {
        route: (_ctx): AsyncIterable<number> => ({[Symbol.asyncIterator]: () => ({next: () => new Promise(() => {})})}),
        timeoutMs: 20,
    },
    failsToClose: (): AsyncIterable<number> => ({
        [Symbol.asyncIterator]: () => ({
            next: async () => ({done: false, value: 1}),
            return: async () => {
                throw new Error('private end');
            },
        }),
    }),
    time: {route: (): AsyncIterable<number> => Readable.from([1]), readOnly: true},
    guarded: {
        count,
        guard: {
            hook: (_ctx, allowed?: boolean): void => {
                if (!allowed) throw gone();
            },
        },
    },
    bytes: {
        raw: (): ReadableStream<Uint8Array> => ReadableStream.from([new Uint8Array([255, 0]), new Uint8Array([10])]) as never,
        node: (): Readable => Readable.from([Buffer.from('é'), Buffer.from('€')]),
        text: (): Readable => Readable.from([Buffer.from('text')]).setEncoding('utf8'),
        image: (ctx: CallContext): Readable => {
            ctx.response.headers.set('content-type', 'image/png');
            ctx.response.headers.set('content-length', '5');
            return Readable.from([Buffer.from('image')]);
        },
        broken: (): Readable => new Readable({read: () => undefined}).destroy(new Error('private')),
        lies: (): ReadableStream<Uint8Array> => ReadableStream.from([1]) as never,
        never: {route: (): Readable => new Readable({read: () => undefined}), timeoutMs: 20},
        failing: (): ReadableStream<Uint8Array> | RpcError<'Gone'> => {
            throw gone();
        },
    },
    after: {hook: (ctx): string => `after ${typeof ctx.response.body.count}`},
} satisfies Routes;

let router: Router;

function setUp(options: Partial<RouterOptions> = {}): void {
    router = createRouter(options);
    router.registerRoutes(routes);
}

beforeEach(() => {
    seen.length = 0;
    setUp();
});

async function send(path: string, body?: unknown, more: Partial<AdapterRequest> = {}) {
    return router.dispatch(path, {...toAdapterRequest({body}), ...more});
}

async function readAll(path: string, body?: unknown): Promise<string> {
    const {stream, rawBody} = await send(path, body);
    return stream === undefined ? rawBody : (await stream.collect(1e6)).rawBody;
}

const end = 'event: end\ndata: {"before":"before","after":"after undefined"}\n\n';

function toErrorEvent(id: string, error: object): string {
    return `event: error\ndata: {"@errors":{"${id}":${JSON.stringify(error)}}}\n\n`;
}

describe('values', () => {
    test.each([
        {
            path: '/items',
            body: [['a', 'b']],
            text: 'data: {"at":"1970-01-01T00:00:00.000Z","text":"a"}\n\ndata: {"at":"1970-01-01T00:00:00.000Z","text":"b"}\n\n',
        },
        {path: '/letters', text: 'data: "a"\n\ndata: "b"\n\n'},
        {path: '/web', text: 'data: 1\n\ndata: 2\n\n'},
        {path: '/maybe', text: 'data: null\n\ndata: 1\n\n'},
        {path: '/any', text: 'data: null\n\ndata: null\n\ndata: {"a":[1]}\n\n'},
        {path: '/empty', text: ''},
    ])('$path are events, and then comes an end with what the hooks returned', async ({path, body, text}) => {
        expect(await readAll(path, body)).toBe(text + end);
    });

    test('the response says what it is, and its headers are those of other responses', async () => {
        const {statusCode, headers, rawBody, stream} = await send('/letters');
        expect({statusCode, rawBody}).toEqual({statusCode: 200, rawBody: ''});
        expect(Object.fromEntries(headers.entries())).toEqual({
            'content-type': 'text/event-stream; charset=utf-8',
            'x-content-type-options': 'nosniff',
            'cache-control': 'no-store',
            'x-header': 'header',
        });
        await stream?.return();
    });

    const hostile = ['a\r\nevent: end\r\ndata: {}\r\n\r\n', '\rid: 1', '\n\n', '\u2028\u2029\u0085', '\ud800', '\0', '"}}'];
    test.each(hostile)('%j can not end an event', async (text) => {
        const [event, ...others] = (await readAll('/items', [[text]])).split('\n\n');
        expect(others).toEqual([end.trimEnd(), '']);
        expect(event).toMatch(/^data: [^\r\n]*$/);
        expect(JSON.parse(String(event).slice('data: '.length)).text).toBe(text);
    });

    test('a parser that writes several lines writes several data lines', async () => {
        setUp({
            enableSerialization: false,
            bodyParser: {parse: JSON.parse, stringify: (value) => `[\r\n${JSON.stringify(value)}\r]`},
        });
        expect(await readAll('/web')).toContain('data: [\ndata: 1\ndata: ]\n\ndata: [\ndata: 2\ndata: ]\n\nevent: end');
    });

    test('GET reads a route that says `readOnly`, and HEAD its headers only', async () => {
        const get = await send('/time', '', {method: 'GET'});
        expect(await get.stream?.collect(1000)).toMatchObject({statusCode: 200, rawBody: `data: 1\n\n${end}`});
        const head = await send('/time', '', {method: 'HEAD'});
        expect(head).toMatchObject({statusCode: 200, rawBody: ''});
        expect(head.stream).toBeUndefined();
        expect(head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
        expect(await send('/count', '', {method: 'GET'})).toMatchObject({statusCode: 405});
    });
});

describe('errors before the stream', () => {
    const goneJson = {name: 'Gone', statusCode: 410, message: 'Too late', errorData: {at: '1970-01-01T00:00:00.000Z'}};
    test.each([
        {what: 'params that do not fit', path: '/items', body: [[1]], status: 400, id: 'items'},
        {what: 'an error of a hook before', path: '/count', body: {before: [true]}, status: 410, id: 'before', error: goneJson},
        {what: 'an error of a hook after', path: '/guarded/count', body: '', status: 410, id: 'guarded/guard', error: goneJson},
        {what: 'what the handler throws', path: '/throws', status: 410, id: 'throws', error: goneJson},
        {what: 'what the handler returns', path: '/returns', status: 410, id: 'returns', error: goneJson},
        {what: 'a result that is no stream', path: '/nothing', status: 500, id: 'nothing'},
        {what: 'an error of a stream of bytes', path: '/bytes/failing', status: 410, id: 'bytes/failing', error: goneJson},
    ])('$what: an ordinary response', async ({path, body, status, id, error}) => {
        const response = await send(path, body);
        expect(response.stream).toBeUndefined();
        expect(response.statusCode).toBe(status);
        expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
        expect(JSON.parse(response.rawBody)['@errors']).toMatchObject({[id]: error ?? {statusCode: status}});
    });

    test('what the route returned is closed when a hook fails after it', async () => {
        await send('/guarded/count');
        expect(seen).toEqual([]);
        const response = await send('/guarded/count', {'guarded/guard': [true]});
        await response.stream?.next();
        expect(seen).toEqual(['yield 0']);
        await response.stream?.return();
    });
});

describe('errors in the stream', () => {
    test('a declared error ends it, with its data by its type', async () => {
        const {stream, statusCode} = await send('/breaks');
        expect(statusCode).toBe(200);
        expect((await stream?.collect(1000))?.rawBody).toBe(
            `data: 1\n\n${toErrorEvent('breaks', {name: 'Gone', statusCode: 410, message: 'Too late', errorData: {at: '1970-01-01T00:00:00.000Z'}})}`,
        );
    });

    test.each([
        {what: 'any other error', path: '/crashes', reason: /private/},
        {what: 'a value that can not be written', path: '/lies', reason: /expected a number/},
    ])('$what: a fixed text', async ({path, reason}) => {
        const internalErrors: Error[] = [];
        setUp({sharedDataFactory: (ctx) => void Object.assign(ctx.request, {internalErrors})});
        const text = await readAll(path);
        expect(text).toMatch(
            /^data: 1\n\nevent: error\ndata: \{"@errors":\{"\w+":\{"name":"Internal Server Error","statusCode":500,"message":"Something went wrong on the server.","id":"[\w-]+"\}\}\}\n\n$/,
        );
        expect(internalErrors).toHaveLength(1);
        expect(internalErrors[0]?.message).toMatch(reason);
    });

    test('the source is closed, and the other calls go on', async () => {
        const other = (await send('/count')).stream;
        await other?.next();
        seen.length = 0;
        await readAll('/lies');
        expect(seen).toEqual(['finally']);
        expect(await other?.next()).toEqual({done: false, value: 'data: 1\n\n'});
        await other?.return();
    });

    test('`validateReturn` checks each value', async () => {
        setUp({validateReturn: true, enableSerialization: false});
        expect(await readAll('/lies')).toMatch(/^data: 1\n\nevent: error\n/);
    });

    test('`autoGenerateErrorId` holds here too', async () => {
        setUp({autoGenerateErrorId: true});
        expect(await readAll('/breaks')).toMatch(/"name":"Gone".*"id":"/);
    });

    test('a stream without a value in its time ends with the timeout', async () => {
        expect(await readAll('/never')).toBe(
            toErrorEvent('@request', {
                name: 'Gateway Timeout',
                statusCode: 504,
                message: 'The call did not end in the time that it had.',
            }),
        );
    });

    test('a stream that is not read ends with the timeout as soon as it is', async () => {
        setUp({timeoutMs: 20});
        const {stream} = await send('/count');
        await stream?.next();
        await sleep(40);
        expect(seen).toEqual(['yield 0', 'signal Gateway Timeout', 'finally']);
        expect((await stream?.next())?.value).toMatch(/^event: error\ndata: \{"@errors":\{"@request"/);
        expect(await stream?.next()).toEqual({done: true, value: undefined});
    });

    test('what a platform ends, ends with its reason', async () => {
        const {stream} = await send('/never', '', {onAbort: (listener) => void setTimeout(() => listener(gone()), 1)});
        expect((await stream?.next())?.value).toMatch(/^event: error\ndata: \{"@errors":\{"@request":\{"name":"Gone"/);
    });
});

describe('onStreamError', () => {
    const told: {readonly ctx: CallContext; readonly error: RpcError}[] = [];
    const onStreamError = (ctx: CallContext, error: RpcError) => void told.push({ctx, error});
    const notes = (errors = told[0]?.ctx.request.internalErrors) => errors?.map(({message}) => message);

    beforeEach(() => {
        told.length = 0;
        setUp({onStreamError});
    });

    const overtime = 'The call did not end in the time that it had.';
    const noBytes = 'A stream of bytes gave a piece that is neither a Uint8Array nor a string: number';
    const failures = [
        {what: 'an error that the route declares', path: '/breaks', message: 'Too late'},
        {what: 'any other error', path: '/crashes', message: 'private'},
        {what: 'a value that can not be written', path: '/lies', message: expect.stringMatching(/^expected a number/)},
        {what: 'the timeout', path: '/never', message: overtime},
        {what: 'a stream of bytes that breaks', path: '/bytes/broken', message: 'private'},
        {what: 'a stream of bytes with something else in it', path: '/bytes/lies', message: noBytes},
        {what: 'the timeout of a stream of bytes', path: '/bytes/never', message: overtime},
    ];
    describe.each([{autoGenerateErrorId: false}, {autoGenerateErrorId: true}])('%j', (options) => {
        test.each(failures)('is told once of $what, which is noted once', async ({path, message}) => {
            setUp({...options, onStreamError});
            const {stream} = await send(path);
            for (let done: unknown = false; stream !== undefined && done === false; )
                done = await stream.next().then(
                    (result) => result.done,
                    () => true,
                );
            await stream?.return();
            expect(told.map(({ctx, error}) => ({path: ctx.path, message: error.message}))).toEqual([{path, message}]);
            expect(notes()).toEqual([message]);
            expect(told[0]?.ctx.request.internalErrors[0]).toBe(told[0]?.error);
        });

        test.each(failures)('so it is where the platform takes the response as a whole: $what', async ({path, message}) => {
            setUp({...options, onStreamError});
            const {stream} = await send(path);
            const {statusCode, rawBody} = (await stream?.collect(1e6)) ?? {};
            expect(told.map(({error}) => error.message)).toEqual([message]);
            expect(notes()).toEqual([message]);
            const [key, sent] =
                Object.entries(JSON.parse(/\{"@errors".*|^\{.*/.exec(rawBody ?? '')?.[0] ?? '')['@errors'])[0] ?? [];
            expect(key).toBe(message === overtime ? '@request' : path.slice(1));
            expect((sent as RpcError).id).toBe(told[0]?.error.id);
            if (path.startsWith('/bytes')) expect(statusCode).toBe(told[0]?.error.statusCode);
        });
    });

    test('is told of the timeout also when the adapter asks for nothing any more', async () => {
        setUp({onStreamError, timeoutMs: 20});
        const {stream} = await send('/count');
        await stream?.next();
        await sleep(40);
        expect(told.map(({error}) => error.statusCode)).toEqual([504]);
        await stream?.next();
        await stream?.return();
        expect(told).toHaveLength(1);
    });

    test.each<[what: string, path: string, read: (stream: ResponseStream, abort: () => void) => unknown]>([
        ['the client leaves', '/count', (stream) => stream.return()],
        ['the client leaves, and the platform says so', '/count', (_stream, abort) => abort()],
        ['the client leaves while a value is awaited', '/never', (stream, abort) => [stream.next(), abort()]],
        ['a generator throws when it is closed', '/failsToClose', (stream) => stream.return()],
        ['a platform takes no more', '/count', (stream) => stream.collect(1)],
        ['all is sent', '/letters', (stream) => stream.collect(1e6)],
        ['an error comes before the stream', '/throws', () => undefined],
    ])('hears nothing when %s', async (_what, path, read) => {
        let abort = () => {};
        const onAbort = (listener: () => void) => {
            abort = listener;
        };
        const {stream} = await send(path, '', {onAbort});
        if (stream) await read(stream, abort);
        await sleep(30);
        expect(told).toEqual([]);
    });

    test.each<[what: string, onStreamError: RouterOptions['onStreamError']]>([
        [
            'throws',
            () => {
                throw new Error('no log');
            },
        ],
        ['rejects', () => Promise.reject(new Error('no log'))],
        ['throws something strange', () => Promise.reject(undefined)],
    ])('what a listener %s is noted and reaches nobody', async (_what, listener) => {
        setUp({
            onStreamError: (ctx, error) => {
                onStreamError(ctx, error);
                return listener?.(ctx, error);
            },
        });
        expect(await readAll('/breaks')).toMatch(
            /^data: 1\n\nevent: error\ndata: \{"@errors":\{"breaks":\{"name":"Gone"[^\n]*\n\n$/,
        );
        await sleep(1);
        expect(notes()).toEqual(['Too late', expect.stringMatching(/no log|Thrown: undefined/)]);
    });
});

describe('back-pressure and leaving', () => {
    test('a value is made when it is asked for, and not before', async () => {
        const {stream} = await send('/count');
        await sleep(1);
        expect(seen).toEqual([]);
        for (let pieces = 1; pieces <= 3; pieces++) {
            await stream?.next();
            await sleep(1);
            expect(seen.filter((note) => note.startsWith('yield'))).toHaveLength(pieces);
        }
        await stream?.return();
    });

    test.each<[what: string, leave: (stream: AsyncIterator<unknown>, abort: () => void) => unknown]>([
        ['the adapter returns', (stream) => stream.return?.()],
        ['the platform says so', (_stream, abort) => abort()],
    ])('the client goes away, and %s: the generator ends and the signal aborts', async (_what, leave) => {
        let abort = () => {};
        const {stream} = await send('/count', '', {
            onAbort: (listener) => {
                abort = listener;
            },
        });
        await stream?.next();
        if (stream) await leave(stream, abort);
        await sleep(1);
        expect(seen).toEqual(['yield 0', 'signal AbortError', 'finally']);
        expect(await stream?.next()).toEqual({done: true, value: undefined});
    });

    test('leaving ends the wait for a value', async () => {
        const {stream} = await send('/never');
        const pending = stream?.next();
        await stream?.return();
        expect(await pending).toEqual({done: true, value: undefined});
    });

    test('leaving before the first value runs nothing', async () => {
        const {stream} = await send('/count');
        await stream?.return();
        expect(seen).toEqual([]);
    });

    test('what a generator throws when it is closed stays on the server', async () => {
        const internalErrors: Error[] = [];
        setUp({sharedDataFactory: (ctx) => void Object.assign(ctx.request, {internalErrors})});
        const {stream} = await send('/failsToClose');
        await stream?.next();
        await stream?.return();
        await sleep(10);
        expect(internalErrors.map(({message}) => message)).toEqual(['private end']);
    });

    test('10,000 values leave nothing behind', async () => {
        const signal = {listeners: 0};
        const {stream} = await send('/count', '', {onAbort: () => void signal.listeners++});
        for (let pieces = 0; pieces < 10_000; pieces++) await stream?.next();
        expect(signal.listeners).toBe(1);
        expect(seen.at(-1)).toBe('yield 9999');
        await stream?.return();
    });

    test('`collect` stops where there is more than it may take', async () => {
        const {stream} = await send('/count');
        expect((await stream?.collect(50))?.rawBody.length).toBeGreaterThan(50);
        expect(seen.at(-1)).toBe('finally');
        expect(seen.length).toBeLessThan(9);
    });
});

describe('bytes', () => {
    test.each([
        {path: '/bytes/raw', bytes: [255, 0, 10], type: 'application/octet-stream'},
        {path: '/bytes/node', bytes: [...Buffer.from('é€')], type: 'application/octet-stream'},
        {path: '/bytes/image', bytes: [...Buffer.from('image')], type: 'image/png'},
    ])('$path travel as they are', async ({path, bytes, type}) => {
        const {stream, headers} = await send(path);
        expect(Object.fromEntries(headers.entries())).toMatchObject({'content-type': type, 'x-content-type-options': 'nosniff'});
        expect(headers.has('content-length')).toBe(false);
        expect(await stream?.collect(1000)).toMatchObject({rawBody: '', bytes: new Uint8Array(bytes)});
    });

    test('text of a node stream with an encoding is text', async () => {
        expect(await readAll('/bytes/text')).toBe('text');
    });

    test.each([
        {path: '/bytes/broken', name: 'Internal Server Error', message: 'private'},
        {
            path: '/bytes/lies',
            name: 'Internal Server Error',
            message: 'A stream of bytes gave a piece that is neither a Uint8Array nor a string: number',
        },
    ])('$path is broken off', async ({path, name, message}) => {
        const {stream} = await send(path);
        await sleep(1);
        await expect(stream?.next()).rejects.toMatchObject({name, message});
        expect(await stream?.next()).toEqual({done: true, value: undefined});
    });
});

test('a stream of bytes that fails before it is sent is answered with its error', async () => {
    setUp({cors: {origins: ['https://example.com']}});
    const headers = {origin: 'https://example.com'};
    const {stream} = await router.dispatch('/bytes/lies', toAdapterRequest({headers}));
    const {statusCode, rawBody, bytes, headers: sent} = (await stream?.collect(1000)) ?? {};
    expect({statusCode, bytes}).toEqual({statusCode: 500, bytes: undefined});
    expect(JSON.parse(rawBody ?? '')).toMatchObject({
        before: 'before',
        '@errors': {'bytes/lies': {name: 'Internal Server Error'}},
    });
    expect(sent?.get('content-type')).toBe('application/json; charset=utf-8');
    expect(sent?.get('vary')).toBe('Origin');
});

describe('several calls in one request', () => {
    afterEach(() => expect(seen).toEqual([]));

    test('a route that streams is refused, and the others run', async () => {
        setUp({maxCallsPerRequest: 3});
        const {rawBody} = await send('/mion/calls', {'@calls': [{count: []}, {returns: []}, {throws: []}]});
        const error = {name: 'Invalid Request Body', statusCode: 400, message: 'This route streams, so it is called alone.'};
        expect(JSON.parse(rawBody)['@results'][0]).toEqual({'@status': 400, '@errors': {count: error}});
    });
});
