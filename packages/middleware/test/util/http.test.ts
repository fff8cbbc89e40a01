import {STATUS_CODES} from 'node:http';
import {Readable} from 'node:stream';
import {describe, expect, test} from '@jest/globals';
import {createError, HttpError, jsonSafeParse, normalizeHttpResponse} from '../../src/util/index.ts';

describe('normalizeHttpResponse', () => {
    const json = {'Content-Type': 'application/json'};
    const stream = Readable.from(['body']);
    const bytes = new Uint8Array([1, 2]);

    test.each([
        [undefined, {statusCode: 200, headers: {}}],
        ['text', {statusCode: 200, headers: {}, body: 'text'}],
        ['', {statusCode: 200, headers: {}, body: ''}],
        [null, {statusCode: 200, headers: json, body: 'null'}],
        [false, {statusCode: 200, headers: json, body: 'false'}],
        [0, {statusCode: 200, headers: json, body: '0'}],
        [[1, 2], {statusCode: 200, headers: json, body: '[1,2]'}],
        [{}, {statusCode: 200, headers: json, body: '{}'}],
        [{hello: 'world'}, {statusCode: 200, headers: json, body: '{"hello":"world"}'}],
        [bytes, {statusCode: 200, headers: {}, body: bytes}],
        [stream, {statusCode: 200, headers: {}, body: stream}],
        [{statusCode: 204}, {statusCode: 204, headers: {}}],
        [{statusCode: 0}, {statusCode: 0, headers: {}}],
        [{body: ''}, {statusCode: 200, headers: {}, body: ''}],
        [{body: null}, {statusCode: 200, headers: {}, body: null}],
        [{headers: null}, {statusCode: 200, headers: {}}],
        [{headers: {a: '1'}}, {statusCode: 200, headers: {a: '1'}}],
        [
            {statusCode: 201, headers: {a: '1'}, cookies: ['a=1'], isBase64Encoded: true, body: 'eA=='},
            {statusCode: 201, headers: {a: '1'}, cookies: ['a=1'], isBase64Encoded: true, body: 'eA=='},
        ],
    ])('%p becomes %p', (response, expected) => {
        const request = {response};
        expect(normalizeHttpResponse(request)).toEqual(expected);
        expect(request.response).toEqual(expected);
    });

    test('a response that is used for several requests is not changed by the headers of one', () => {
        const shared = Object.freeze({statusCode: 200, headers: Object.freeze({a: '1'})});
        const request: {response: unknown} = {response: shared};
        const response = normalizeHttpResponse(request);
        response.headers['access-control-allow-origin'] = 'https://one.example';
        expect(request.response).toBe(response);
        expect(shared).toEqual({statusCode: 200, headers: {a: '1'}});
    });
});

describe('createError', () => {
    test.each([
        [400, 'BadRequestError', 'Bad Request', true],
        [404, 'NotFoundError', 'Not Found', true],
        [418, 'ImaTeapotError', "I'm a Teapot", true],
        [500, 'InternalServerError', 'Internal Server Error', false],
        [503, 'ServiceUnavailableError', 'Service Unavailable', false],
        [499, 'UnknownError', '', true],
    ])('%p is a %s', (statusCode, name, message, expose) => {
        const error = createError(statusCode);
        expect(error).toBeInstanceOf(HttpError);
        expect(error).toBeInstanceOf(Error);
        expect(error).toMatchObject({name, message, expose, statusCode, status: statusCode});
        expect(String(error.stack)).toContain('http.test.ts');
    });

    test('has the message and the properties that it is given', () => {
        const cause = new Error('cause');
        const error = createError(502, 'Try again', {cause, expose: true, headers: {'retry-after': '1'}, code: 'upstream'});
        expect(error).toMatchObject({message: 'Try again', cause, expose: true, headers: {'retry-after': '1'}, code: 'upstream'});
        expect(Object.keys(error)).not.toContain('cause');
        expect(new HttpError(400, {code: 'x'})).toMatchObject({message: 'Bad Request', code: 'x'});
        expect(new HttpError(400, '').message).toBe('');
    });

    test('knows the reason phrase of every status of an error', () => {
        const known = Object.entries(STATUS_CODES).filter(([code]) => Number(code) >= 400);
        expect(known.map(([code]) => createError(Number(code)).message)).toEqual(known.map(([, phrase]) => phrase));
    });
});

test.each([
    ['{"a":1}', {a: 1}],
    ['[1]', [1]],
    ['"text"', 'text'],
    ['{broken', '{broken'],
    ['[', '['],
    ['true', 'true'],
    ['12', '12'],
    ['', ''],
    [' {"a":1}', ' {"a":1}'],
    [undefined, undefined],
    [null, null],
    [5, 5],
])('jsonSafeParse(%p) is %p', (text, expected) => {
    expect(jsonSafeParse(text)).toEqual(expected);
});

test('jsonSafeParse takes a reviver', () => {
    expect(jsonSafeParse('{"a":1}', (_, value) => (value === 1 ? 'one' : value))).toEqual({a: 'one'});
});
