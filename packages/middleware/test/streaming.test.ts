import {Readable, Writable} from 'node:stream';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {streamingMiddleware} from '../src/streaming.ts';
import {fail, outcomeOf} from './trace.ts';

/** A stand-in for the response stream of Lambda's Node runtime: metadata goes with the first write. */
class ResponseStreamStandIn extends Writable {
    readonly chunks: string[] = [];
    metadata: unknown;
    pending: unknown;
    highest = 0;
    readonly delay: number;

    constructor(delay = 0, highWaterMark = 8) {
        super({highWaterMark, decodeStrings: true});
        this.delay = delay;
    }

    override write(chunk: unknown, ...rest: never[]): boolean {
        this.metadata ??= this.pending;
        const taken = Reflect.apply(super.write, this, [chunk, ...rest]);
        this.highest = Math.max(this.highest, this.writableLength);
        return taken;
    }

    override _write(chunk: Buffer, _encoding: string, done: () => void): void {
        this.chunks.push(chunk.toString());
        if (this.delay === 0) done();
        else setTimeout(done, this.delay);
    }

    get text(): string {
        return this.chunks.join('');
    }
}

beforeEach(() => {
    const awslambda = {
        streamifyResponse: (handler: object) => Object.assign(handler, {streaming: true}),
        HttpResponseStream: {
            from: (stream: ResponseStreamStandIn, metadata: unknown) => Object.assign(stream, {pending: metadata}),
        },
    };
    Object.assign(globalThis, {awslambda});
});

afterEach(() => {
    Reflect.deleteProperty(globalThis, 'awslambda');
});

async function* generate(...parts: string[]) {
    for (const part of parts) {
        await null;
        yield part;
    }
}

const bodies: Record<string, [() => unknown, string]> = {
    'a text': [() => 'hello', 'hello'],
    'an empty text': [() => '', ''],
    nothing: [() => undefined, ''],
    null: [() => null, ''],
    bytes: [() => new TextEncoder().encode('hello'), 'hello'],
    'a Node stream': [() => Readable.from(['hel', 'lo']), 'hello'],
    'a web stream': [() => ReadableStream.from(['hel', 'lo']), 'hello'],
    'an async generator': [() => generate('hel', 'lo'), 'hello'],
    'a generator of nothing': [() => generate(), ''],
};

describe.each(Object.keys(bodies))('%s', (name) => {
    const [body, text] = bodies[name] ?? [() => fail('no such case'), ''];

    test('is streamed as the response', async () => {
        const stream = new ResponseStreamStandIn();
        await streamingMiddleware(body)({}, stream, {} as never);
        expect([stream.text, stream.writableFinished, stream.metadata]).toEqual([text, true, undefined]);
    });

    test('is streamed as the body of an HTTP response, after status and headers', async () => {
        const stream = new ResponseStreamStandIn();
        const run = streamingMiddleware(async () => ({statusCode: 201, headers: {'x-id': '1'}, body: body()}));
        await run({}, stream, {} as never);
        expect([stream.text, stream.writableFinished]).toEqual([text, true]);
        expect(stream.metadata).toEqual({statusCode: 201, headers: {'x-id': '1'}});
    });
});

test('what Lambda gets is the function that `streamifyResponse` made, with the chain on it', () => {
    const run = streamingMiddleware(() => 'hello').use({before: () => {}});
    expect({...run}).toMatchObject({streaming: true, before: expect.any(Function)});
});

test('a base64 body is decoded, since the stream takes bytes', async () => {
    const stream = new ResponseStreamStandIn();
    await streamingMiddleware(() => ({body: btoa('hello'), isBase64Encoded: true}))({}, stream, {} as never);
    expect([stream.text, stream.metadata]).toEqual(['hello', {statusCode: 200}]);
});

test('an early return and an error response are streamed too', async () => {
    const early = new ResponseStreamStandIn();
    await streamingMiddleware(() => 'hello').before(() => ({statusCode: 401}))({}, early, {} as never);
    expect(early.metadata).toEqual({statusCode: 401});
    const failed = new ResponseStreamStandIn();
    const run = streamingMiddleware(() => fail('broken')).onError(() => ({statusCode: 500, body: 'sorry'}));
    await run({}, failed, {} as never);
    expect([failed.metadata, failed.text]).toEqual([{statusCode: 500}, 'sorry']);
});

test('a header that an around writes reaches the stream', async () => {
    const stream = new ResponseStreamStandIn();
    const run = streamingMiddleware(() => ({statusCode: 200, body: 'hello'})).around(async (request, next) => {
        await next();
        request.response = {...Object(request.response), headers: {'x-id': '1'}};
    });
    await run({}, stream, {} as never);
    expect(stream.metadata).toEqual({statusCode: 200, headers: {'x-id': '1'}});
});

test('the source is read no faster than the stream takes it', async () => {
    const stream = new ResponseStreamStandIn(1, 8);
    const parts = Array.from({length: 20}, () => '0123');
    await streamingMiddleware(() => generate(...parts))({}, stream, {} as never);
    expect(stream.text).toBe(parts.join(''));
    expect(stream.highest).toBeLessThanOrEqual(12);
});

test('finallys run when the stream has ended', async () => {
    const trace: string[] = [];
    const stream = new ResponseStreamStandIn(1);
    const run = streamingMiddleware(() => generate('hel', 'lo'))
        .after(() => void trace.push(`after ${stream.text}`))
        .finally(() => void trace.push(`finally ${stream.text} ${stream.writableFinished}`));
    await run({}, stream, {} as never);
    expect(trace).toEqual(['after ', 'finally hello true']);
});

describe('where the source fails', () => {
    async function* failing() {
        yield 'hel';
        throw new Error('broken');
    }

    test.each([
        ['an async generator', failing],
        ['a Node stream', () => Readable.from(failing())],
        ['a web stream', () => ReadableStream.from(failing())],
    ])('%s: the stream is destroyed, the finallys run, and the invocation rejects', async (_, body) => {
        const seen: unknown[] = [];
        const stream = new ResponseStreamStandIn();
        const run = streamingMiddleware(() => ({body: body()})).finally(({error}) => void seen.push(error?.message));
        await expect(run({}, stream, {} as never)).rejects.toThrow('broken');
        expect([stream.destroyed, stream.text, seen]).toEqual([true, 'hel', ['broken']]);
    });
});

describe('where the stream is lost', () => {
    const parts = Array.from({length: 50}, () => '0123');

    test.each([
        ['fails', (stream: Writable) => stream.destroy(new Error('reset')), 'reset'],
        ['is closed', (stream: Writable) => stream.destroy(), 'The response stream was closed before the response was written.'],
    ])('because it %s: the source is closed and the invocation rejects', async (_, lose, message) => {
        const stream = new ResponseStreamStandIn(1);
        const source = Readable.from(generate(...parts));
        const running = streamingMiddleware(() => source)({}, stream, {} as never);
        setTimeout(() => lose(stream), 10);
        await expect(running).rejects.toThrow(message);
        expect(source.destroyed).toBe(true);
    });

    test('before anything was written', async () => {
        const stream = new ResponseStreamStandIn();
        stream.destroy();
        await new Promise((resolve) => stream.once('close', resolve));
        await expect(streamingMiddleware(() => 'hello')({}, stream, {} as never)).rejects.toThrow('closed');
    });
});

test.each([[1], [true], [{hello: 'world'}], [[1, 2]], [() => {}]])(
    '%p can’t be streamed, and nothing is written',
    async (response) => {
        const stream = new ResponseStreamStandIn();
        const outcome = await outcomeOf(streamingMiddleware(() => response)({}, stream, {} as never));
        expect(outcome).toMatchObject({
            error: {message: expect.stringContaining('A streamed response must be a string, bytes, a stream')},
        });
        expect([stream.text, stream.metadata]).toEqual(['', undefined]);
    },
);

test('outside of Lambda it says so', () => {
    Reflect.deleteProperty(globalThis, 'awslambda');
    expect(() => streamingMiddleware(() => 'hello')).toThrow('there is no global `awslambda`');
});
