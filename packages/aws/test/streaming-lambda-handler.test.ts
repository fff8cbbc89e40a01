import {EventEmitter} from 'node:events';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {HeaderList} from '@mionkit/core';
import {createStreamingLambdaHandler, type ResponseStream} from '../src/index.ts';
import {loadEvent} from './load-event.ts';
import {createResponse, createStubRouter} from './stub-router.ts';

const runtime = globalThis as {awslambda?: unknown};

/** A stream that notes what is written. A slow one is full after each chunk, until the event that frees it. */
class StubStream extends EventEmitter {
    readonly chunks: Buffer[] = [];
    isEnded = false;
    readonly #isSlow: boolean;
    readonly #freedBy: string;

    constructor({isSlow = false, freedBy = 'drain'}: {isSlow?: boolean; freedBy?: string} = {}) {
        super();
        this.#isSlow = isSlow;
        this.#freedBy = freedBy;
    }

    write(chunk: Buffer): boolean {
        this.chunks.push(chunk);
        if (this.#isSlow) setImmediate(() => this.emit(this.#freedBy));
        return !this.#isSlow;
    }

    end(): void {
        this.isEnded = true;
    }

    get text(): string {
        return Buffer.concat(this.chunks).toString();
    }
}

let preludes: object[];

beforeEach(() => {
    preludes = [];
    runtime.awslambda = {
        streamifyResponse: (handler: unknown) => handler,
        HttpResponseStream: {
            from: (stream: ResponseStream, prelude: object) => {
                preludes.push(JSON.parse(JSON.stringify(prelude)));
                return stream;
            },
        },
    };
});

afterEach(() => {
    delete runtime.awslambda;
});

describe('createStreamingLambdaHandler', () => {
    test('throws outside of the Lambda runtime and says what to use', () => {
        delete runtime.awslambda;
        expect(() => createStreamingLambdaHandler(createStubRouter().router)).toThrow(
            /there is no global `awslambda`.*use `createLambdaHandler`/,
        );
    });

    const cookies = new HeaderList(['content-type', 'application/json', 'set-cookie', 'a=1', 'set-cookie', 'b=2']);
    test.each([
        {name: 'function-url', prelude: {headers: {'content-type': 'application/json'}, cookies: ['a=1', 'b=2']}},
        {
            name: 'rest-api',
            prelude: {headers: {'content-type': 'application/json'}, multiValueHeaders: {'set-cookie': ['a=1', 'b=2']}},
        },
    ])('sends status and headers as the sender of $name reads them, without a length', async ({name, prelude}) => {
        const {router, calls} = createStubRouter(() => createResponse({statusCode: 201, headers: cookies}));
        const stream = new StubStream();
        await createStreamingLambdaHandler(router)(loadEvent(name), stream);
        expect(preludes).toEqual([{statusCode: 201, ...prelude}]);
        expect(stream).toMatchObject({text: '{"utils/sum":5}', isEnded: true});
        expect(calls[0]).toMatchObject({path: '/api/v1/utils/sum', request: {method: 'POST', rawBody: '{"utils/sum": [2, 3]}'}});
    });

    // Characters of two and four bytes, so that some stand on the borders of the chunks.
    const long = JSON.stringify('é😀'.repeat(100_001));
    test.each([
        {what: 'at once where there is room', stream: new StubStream()},
        {what: 'bit by bit where the client is slow', stream: new StubStream({isSlow: true})},
        {what: 'to its end where the client goes away', stream: new StubStream({isSlow: true, freedBy: 'close'})},
    ])('writes a long body $what', async ({stream}) => {
        const {router} = createStubRouter(() => createResponse({rawBody: long}));
        await createStreamingLambdaHandler(router)(loadEvent('function-url'), stream);
        expect(stream.text).toBe(long);
        expect(stream.chunks.length).toBeGreaterThan(5);
        expect(stream.isEnded).toBe(true);
        expect(stream.listenerCount('close') + stream.listenerCount('error')).toBe(0);
    });

    test('waits for a slow client before it writes more', async () => {
        const stream = new StubStream({isSlow: true, freedBy: 'never'});
        const {router} = createStubRouter(() => createResponse({rawBody: long}));
        const done = createStreamingLambdaHandler(router)(loadEvent('function-url'), stream);
        await new Promise(setImmediate);
        expect(stream.chunks).toHaveLength(1);
        stream.emit('error');
        await new Promise(setImmediate);
        expect(stream.chunks).toHaveLength(2);
        const timer = setInterval(() => stream.emit('drain'));
        await done;
        clearInterval(timer);
    });

    test('writes once where there is no body, because the first write sends the status', async () => {
        const stream = new StubStream();
        const {router} = createStubRouter(() => createResponse({statusCode: 204, rawBody: ''}));
        await createStreamingLambdaHandler(router)(loadEvent('function-url'), stream);
        expect(stream).toMatchObject({text: '', isEnded: true});
        expect(stream.chunks).toHaveLength(1);
    });

    test('answers pings, and fails on messages of a queue', async () => {
        const {router, calls} = createStubRouter();
        const stream = new StubStream();
        await createStreamingLambdaHandler(router)(loadEvent('scheduled'), stream);
        expect(preludes).toEqual([{statusCode: 204, headers: {}}]);
        await expect(createStreamingLambdaHandler(router)(loadEvent('sqs'), stream)).rejects.toThrow('not an HTTP request');
        expect(calls).toEqual([]);
    });
});
