import {EventEmitter} from 'node:events';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, type Routes} from '@mionkit/router';
import {createLambdaHandler, createStreamingLambdaHandler, type LambdaContext, type LambdaEvent} from '../src/index.ts';
import {loadEvent} from './load-event.ts';

let notes: string[] = [];

const routes = {
    count: async function* (ctx: CallContext, until: number): AsyncGenerator<number> {
        ctx.signal.addEventListener('abort', () => notes.push('abort'));
        try {
            for (let number = 0; number < until; number++) {
                notes.push(`yield ${number}`);
                yield number;
            }
        } finally {
            notes.push('finally');
        }
    },
    never: async function* (): AsyncGenerator<number> {
        yield 1;
        await new Promise(() => {});
    },
    long: async function* (_ctx, count: number): AsyncGenerator<string> {
        for (let sent = 0; sent < count; sent++) {
            notes.push(`yield ${sent}`);
            yield 'x'.repeat(1e6);
        }
    },
    bytes: (): ReadableStream<Uint8Array> =>
        new ReadableStream({
            start: (controller) => {
                controller.enqueue(new Uint8Array([255, 0, 10]));
                controller.close();
            },
        }),
    broken: (): ReadableStream<Uint8Array> =>
        new ReadableStream({
            pull: (controller) => controller.error(new Error('private')),
        }),
    log: {hook: (ctx): void => void notes.push(`log ${ctx.response.statusCode}`), runOnError: true},
} satisfies Routes;
const router = createRouter();
router.registerRoutes(routes);

function toEvent(path: string, params: readonly unknown[] = []): LambdaEvent {
    return {...loadEvent('function-url'), rawPath: path, isBase64Encoded: false, body: JSON.stringify(params)} as LambdaEvent;
}

function toContext(remainingMs: number): LambdaContext {
    return {getRemainingTimeInMillis: () => remainingMs} as LambdaContext;
}

const timeout =
    'event: error\ndata: {"@errors":{"@request":{"name":"Gateway Timeout","statusCode":504,"message":"The call did not end in the time that it had."}}}\n\n';

beforeEach(() => {
    notes = [];
});

describe('a handler whose responses are streamed', () => {
    /** Notes what is written. A slow one takes no more after the first piece until it drains. */
    class StubStream extends EventEmitter {
        readonly pieces: string[] = [];
        isEnded = false;
        readonly #isSlow: boolean;

        constructor(isSlow = false) {
            super();
            this.#isSlow = isSlow;
        }

        write(piece: string | Uint8Array): boolean {
            this.pieces.push(Buffer.from(piece).toString('latin1'));
            return !this.#isSlow;
        }

        end(): void {
            this.isEnded = true;
        }
    }

    const runtime = globalThis as {awslambda?: unknown};
    let preludes: object[] = [];
    beforeEach(() => {
        preludes = [];
        const from = (stream: StubStream, prelude: object) => {
            preludes.push(prelude);
            return stream;
        };
        runtime.awslambda = {streamifyResponse: (handler: unknown) => handler, HttpResponseStream: {from}};
    });
    afterEach(() => {
        delete runtime.awslambda;
    });

    test('sends the head at once, and each value as it is made', async () => {
        const stream = new StubStream();
        await createStreamingLambdaHandler(router)(toEvent('/count', [2]), stream);
        expect(preludes).toMatchObject([{statusCode: 200, headers: {'content-type': 'text/event-stream; charset=utf-8'}}]);
        expect(preludes[0]).not.toHaveProperty(['headers', 'content-length']);
        expect(stream.pieces).toEqual(['', 'data: 0\n\n', 'data: 1\n\n', 'event: end\ndata: {}\n\n']);
        expect(stream.isEnded).toBe(true);
    });

    test('waits for a slow client before it makes more', async () => {
        const stream = new StubStream(true);
        const done = createStreamingLambdaHandler(router)(toEvent('/count', [3]), stream);
        for (let pieces = 1; pieces <= 3; pieces++) {
            await sleep(5);
            expect(notes.filter((note) => note.startsWith('yield'))).toHaveLength(pieces);
            stream.emit('drain');
        }
        await sleep(5);
        stream.emit('drain');
        await done;
        expect(stream.isEnded).toBe(true);
    });

    test('a client that goes away ends the generator', async () => {
        const stream = new StubStream(true);
        const done = createStreamingLambdaHandler(router)(toEvent('/count', [1e9]), stream);
        await sleep(5);
        stream.emit('close');
        await done;
        expect(notes).toEqual(['log 200', 'yield 0', 'abort', 'finally']);
    });

    test('the end of the time ends the stream with the timeout', async () => {
        const stream = new StubStream();
        await createStreamingLambdaHandler(router, {deadlineMarginMs: 1000})(toEvent('/never'), stream, toContext(1020));
        expect(stream.pieces).toEqual(['', 'data: 1\n\n', timeout]);
        expect(notes).toEqual(['log 200']);
    });

    test('bytes are sent as they are, and the invocation fails where they do', async () => {
        const stream = new StubStream();
        await createStreamingLambdaHandler(router)(toEvent('/bytes'), stream);
        expect(stream.pieces).toEqual(['', '\xff\0\n']);
        const broken = new StubStream();
        await expect(createStreamingLambdaHandler(router)(toEvent('/broken'), broken)).rejects.toThrow('private');
        expect(broken.isEnded).toBe(false);
    });
});

describe('a handler whose responses are whole', () => {
    const handler = createLambdaHandler(router, {deadlineMarginMs: 1000});

    test('bytes are base64', async () => {
        const {headers, ...result} = await handler(toEvent('/bytes'));
        expect(result).toEqual({statusCode: 200, body: '/wAK', isBase64Encoded: true});
        expect(headers).toMatchObject({'content-type': 'application/octet-stream', 'content-length': '3'});
    });

    test('what Lambda can just send is sent', async () => {
        expect(await handler(toEvent('/long', [6]))).toMatchObject({
            statusCode: 200,
            body: expect.stringMatching(/event: end\ndata: \{\}\n\n$/),
        });
    });

    test.each([
        {what: 'more than Lambda can send', path: '/long', params: [100], key: '@request', name: 'Response Too Large'},
        {what: 'bytes that fail', path: '/broken', params: [], key: 'broken', name: 'Internal Server Error'},
    ])('$what: an error in place of the stream, which is not read to its end', async ({path, params, key, name}) => {
        const {statusCode, body} = await handler(toEvent(path, params));
        expect({statusCode, body}).toEqual({
            statusCode: 500,
            body: expect.stringContaining(`{"@errors":{"${key}":{"name":"${name}"`),
        });
        expect(body).not.toContain('private');
        expect(notes.filter((note) => note.startsWith('yield')).length).toBeLessThan(8);
    });

    test('the end of the time ends the stream with the timeout', async () => {
        const {statusCode, body} = await handler(toEvent('/never'), toContext(1020));
        expect({statusCode, body}).toEqual({statusCode: 200, body: `data: 1\n\n${timeout}`});
        expect(notes).toEqual(['log 200']);
    });
});
