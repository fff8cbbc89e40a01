import {afterEach, describe, expect, jest, test} from '@jest/globals';
import {HeaderList} from '@mionkit/core';
import type {AdapterResponse} from '@mionkit/router';
import {createLambdaHandler, type LambdaContext, type LambdaEvent} from '../src/index.ts';
import {type EventCase, eventCases} from './event-cases.ts';
import {loadEvent} from './load-event.ts';
import {createResponse, createStubRouter} from './stub-router.ts';

// Responses of several megabytes, on machines that may be busy.

const contentType = 'application/json; charset=utf-8';
const restApi = loadEvent('rest-api');
const httpApi = loadEvent('http-api');

afterEach(() => {
    jest.restoreAllMocks();
});

describe('what the router gets', () => {
    test.each(eventCases)('of $name', async ({name, method, path, body}) => {
        const {router, calls} = createStubRouter();
        const event = loadEvent(name);
        const context = {awsRequestId: 'request-1'} as LambdaContext;
        await createLambdaHandler(router)(event, context);
        expect(calls).toHaveLength(1);
        expect(calls[0]).toMatchObject({path, request: {method, rawBody: body, error: undefined}});
        expect(calls[0]?.request.rawRequest).toBe(event);
        expect(calls[0]?.request.rawResponse).toBe(context);
    });

    test.each(['shop', '/shop', 'shop/', '/shop/'])('a path without the base path %s', async (basePath) => {
        const {router, calls} = createStubRouter();
        await createLambdaHandler(router, {basePath})(loadEvent('rest-api-custom-domain'));
        expect(calls[0]?.path).toBe('/api/v1/utils/sum');
    });

    test.each([
        {what: 'text', over: {body: 'x'.repeat(101)}},
        {what: 'base64', over: {body: Buffer.alloc(101, 'x').toString('base64'), isBase64Encoded: true}},
    ])('an error and no body where there is too much $what', async ({over}) => {
        const {router, calls} = createStubRouter();
        await createLambdaHandler(router)({...httpApi, ...over} as LambdaEvent);
        expect(calls[0]?.request).toMatchObject({rawBody: '', error: {statusCode: 413, name: 'Payload Too Large'}});
    });

    test('nothing, for a warm-up ping', async () => {
        const {router, calls} = createStubRouter();
        expect(await createLambdaHandler(router)(loadEvent('scheduled'))).toMatchObject({statusCode: 204});
        expect(calls).toEqual([]);
    });

    test('nothing, for messages of a queue, and the invocation fails', async () => {
        const {router, calls} = createStubRouter();
        await expect(createLambdaHandler(router)(loadEvent('sqs'))).rejects.toThrow('The event is not an HTTP request');
        expect(calls).toEqual([]);
    });
});

describe('what the sender of the event gets', () => {
    const headers = new HeaderList();
    headers.set('content-type', contentType);
    headers.set('vary', ['origin', 'accept']);
    headers.set('set-cookie', ['a=1; Path=/', 'b=2; Expires=Wed, 04 Jun 2025 12:34:56 GMT', 'c=3']);
    const response = createResponse({headers});
    const cookies = ['a=1; Path=/', 'b=2; Expires=Wed, 04 Jun 2025 12:34:56 GMT', 'c=3'];
    const single = {'content-type': contentType, 'content-length': '15'};
    const expected: Record<EventCase['carrier'], object> = {
        cookies: {headers: {...single, vary: 'origin, accept'}, cookies},
        apart: {headers: single, multiValueHeaders: {vary: ['origin', 'accept'], 'set-cookie': cookies}},
        multiValue: {
            multiValueHeaders: {
                'content-type': [contentType],
                'content-length': ['15'],
                vary: ['origin', 'accept'],
                'set-cookie': cookies,
            },
        },
        singleValue: {
            headers: {
                ...single,
                vary: 'origin, accept',
                'set-cookie': cookies[0],
                'Set-cookie': cookies[1],
                'sEt-cookie': cookies[2],
            },
        },
    };

    test.each(eventCases)('of $name', async ({name, carrier}) => {
        const result = await createLambdaHandler(createStubRouter(() => response).router)(loadEvent(name));
        expect(result).toEqual({statusCode: 200, body: '{"utils/sum":5}', isBase64Encoded: false, ...expected[carrier]});
    });

    test('one cookie, or none', async () => {
        const one = createResponse({headers: new HeaderList(['set-cookie', 'a=1'])});
        expect(await createLambdaHandler(createStubRouter(() => one).router)(httpApi)).toMatchObject({cookies: ['a=1']});
        expect(await createLambdaHandler(createStubRouter().router)(httpApi)).not.toHaveProperty('cookies');
        expect(await createLambdaHandler(createStubRouter().router)(restApi)).not.toHaveProperty('multiValueHeaders');
    });

    test('the same from a promise', async () => {
        const later = createStubRouter(async () => response);
        const atOnce = createStubRouter(() => response);
        expect(await createLambdaHandler(later.router)(restApi)).toEqual(await createLambdaHandler(atOnce.router)(restApi));
    });

    test('a length in bytes', async () => {
        const {router} = createStubRouter(() => createResponse({rawBody: '{"a":"é€😀"}'}));
        expect(await createLambdaHandler(router)(httpApi)).toMatchObject({headers: {'content-length': '17'}});
    });

    test('no body for HEAD, but its length', async () => {
        const result = await createLambdaHandler(createStubRouter().router)({...restApi, httpMethod: 'HEAD'} as LambdaEvent);
        expect(result).toMatchObject({body: '', headers: {'content-length': '15'}});
    });

    test.each([204, 304])('neither body nor length with %i', async (statusCode) => {
        const {router} = createStubRouter(() => createResponse({statusCode}));
        const result = await createLambdaHandler(router)(httpApi);
        expect(result).toEqual({statusCode, body: '', isBase64Encoded: false, headers: {'content-type': contentType}});
    });
});

describe('a response that Lambda would refuse to send', () => {
    const lambdaLimit = 6_291_556;
    const albLimit = 1_048_576;

    test.each([
        {name: 'http-api', limit: lambdaLimit},
        {name: 'rest-api', limit: lambdaLimit},
        {name: 'lattice-v2', limit: lambdaLimit},
        {name: 'alb', limit: albLimit},
    ])('is an error for $name beyond $limit bytes', async ({name, limit}) => {
        const measure = async (length: number) => {
            const {router, calls} = createStubRouter(({request}) =>
                createResponse(request.error ? {statusCode: request.error.statusCode} : {rawBody: 'é"'.repeat(length / 2)}),
            );
            const result = await createLambdaHandler(router)(loadEvent(name));
            return {result, calls, size: Buffer.byteLength(JSON.stringify(result))};
        };
        // Each pair takes four bytes: two for the letter, two for the escaped quote.
        const fitting = Math.floor((limit - 190) / 4) * 2;
        const fits = await measure(fitting);
        expect(fits.result.statusCode).toBe(200);
        expect(fits.size).toBeLessThanOrEqual(limit);
        expect(fits.size).toBeGreaterThan(limit - 200);

        const tooLarge = await measure(fitting + 200);
        expect(tooLarge.result.statusCode).toBe(500);
        expect(tooLarge.calls[1]?.request.error).toMatchObject({
            name: 'Response Too Large',
            message: expect.stringContaining(String(limit)),
        });
    });
});

describe('the deadline', () => {
    const late = {statusCode: 504, name: 'Gateway Timeout'};
    const context = (remaining: number) => ({getRemainingTimeInMillis: () => remaining}) as LambdaContext;
    const never = new Promise<never>(() => {});

    // Answers once the signal aborts, after so many milliseconds; requests that an adapter found wrong at once.
    const createSlowRouter = (answerAfter: () => Promise<AdapterResponse>) =>
        createStubRouter(({request}) => {
            if (request.error) return createResponse({statusCode: request.error.statusCode});
            return new Promise((resolve) => request.onAbort?.(() => resolve(answerAfter())));
        });

    test('aborts the signal before the time is over, and what the call then answers is the answer', async () => {
        const {router, calls} = createSlowRouter(async () => createResponse({statusCode: 418}));
        const handler = createLambdaHandler(router, {deadlineMarginMs: 40});
        expect(await handler(httpApi, context(50))).toMatchObject({statusCode: 418});
        expect(calls).toHaveLength(1);
    });

    test('answers with 504 in the name of a call that does not end, through the hooks that run on errors', async () => {
        const {router, calls} = createSlowRouter(() => never);
        const handler = createLambdaHandler(router, {deadlineMarginMs: 40});
        expect(await handler(httpApi, context(50))).toMatchObject({statusCode: 504});
        expect(calls[1]).toMatchObject({path: calls[0]?.path, request: {method: 'POST', rawBody: '', error: late}});
        expect(calls[1]?.request.headers).toBe(calls[0]?.request.headers);
    });

    test('is watched once, however many signals there are, and known to those that come late', async () => {
        const setTimer = jest.spyOn(globalThis, 'setTimeout');
        const reasons: unknown[] = [];
        const {router} = createStubRouter(async ({request}) => {
            const note = (reason: unknown) => void reasons.push(reason);
            await new Promise((resolve) => {
                request.onAbort?.(note);
                request.onAbort?.(note);
                request.onAbort?.(resolve);
            });
            request.onAbort?.(note);
            return createResponse();
        });
        await createLambdaHandler(router, {deadlineMarginMs: 40})(httpApi, context(50));
        expect(reasons).toEqual([1, 2, 3].map(() => expect.objectContaining(late)));
        // One until the signals abort, and one from there to the 504.
        expect(setTimer).toHaveBeenCalledTimes(2);
    });

    test('aborts at once where less time is left than the margin', async () => {
        const {router} = createSlowRouter(async () => createResponse({statusCode: 418}));
        expect(await createLambdaHandler(router)(httpApi, context(1))).toMatchObject({statusCode: 418});
    });

    test.each([
        {what: 'the call ends', answer: async () => createResponse()},
        {what: 'the call ends at once', answer: () => createResponse()},
    ])('is forgotten when $what', async ({answer}) => {
        const setTimer = jest.spyOn(globalThis, 'setTimeout');
        const clearTimer = jest.spyOn(globalThis, 'clearTimeout');
        const {router} = createStubRouter(({request}) => {
            request.onAbort?.(() => {});
            return answer();
        });
        await createLambdaHandler(router)(httpApi, context(60_000));
        expect(setTimer).toHaveBeenCalledTimes(1);
        expect(clearTimer.mock.calls.at(-1)?.[0]).toBe(setTimer.mock.results[0]?.value);
    });

    test.each([
        {what: 'nothing asks for the signal', listen: false, given: context(60_000)},
        {what: 'there is no context', listen: true, given: undefined},
    ])('is not timed when $what', async ({listen, given}) => {
        const setTimer = jest.spyOn(globalThis, 'setTimeout');
        const {router} = createStubRouter(async ({request}) => {
            if (listen) request.onAbort?.(() => {});
            return createResponse();
        });
        await createLambdaHandler(router)(httpApi, given);
        expect(setTimer).not.toHaveBeenCalled();
    });
});

describe('defaultResponseHeaders', () => {
    const defaultResponseHeaders = {Server: 'mion', 'Content-Type': 'text/plain'};

    test('stand in every response that does not have them', async () => {
        const handler = createLambdaHandler(createStubRouter().router, {defaultResponseHeaders});
        expect((await handler(httpApi)).headers).toEqual({server: 'mion', 'content-type': contentType, 'content-length': '15'});
    });

    test.each([
        {what: 'a name', headers: {'bad name': 'x'}, message: "'bad name' can't be the name of a header"},
        {what: 'a value', headers: {'x-name': 'a\r\nset-cookie: b'}, message: "The value for the header 'x-name'"},
    ])('with $what that cannot be sent throw when the handler is made', ({headers, message}) => {
        expect(() => createLambdaHandler(createStubRouter().router, {defaultResponseHeaders: headers})).toThrow(message);
    });
});
