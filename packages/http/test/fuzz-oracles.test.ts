import {describe, expect, test} from '@jest/globals';
import type {RawResponse} from '@mionkit/test-kit/conformance';
import {createFuzzRequest, createRandom, findViolation, PRIVATE_MARK} from '@mionkit/test-kit/fuzz';

const request = {method: 'POST', target: '/a', headers: [], body: ''};

function toResponse(status: number, body: string, headers: Record<string, string> = {}): RawResponse {
    const length = String(Buffer.byteLength(body));
    return {status, body, headers: {'content-type': 'application/json; charset=utf-8', 'content-length': length, ...headers}};
}

const failed = (error: object) => JSON.stringify({'@errors': {a: {name: 'x', statusCode: 400, message: 'y', ...error}}});

describe('findViolation', () => {
    test.each<[title: string, response: RawResponse]>([
        ['a result', toResponse(200, '{"a":"é"}')],
        ['an error', toResponse(400, failed({errorData: {}, id: '1'}))],
        ['no body', {status: 204, body: '', headers: {}}],
    ])('finds nothing wrong with %s', (_title, response) => {
        expect(findViolation(request, response)).toBeUndefined();
    });

    test.each<[title: string, response: RawResponse, violation: string]>([
        ['a 500', toResponse(500, failed({statusCode: 500})), 'status 500'],
        ['a private message', toResponse(400, failed({message: PRIVATE_MARK})), PRIVATE_MARK],
        ['a stack', toResponse(400, failed({errorData: 'Error\n    at x'})), '    at '],
        ['a path', toResponse(200, '{"a":"/app/node_modules/x"}'), 'node_modules'],
        ['another content type', toResponse(200, '{}', {'content-type': 'text/html'}), 'content-type'],
        ['a length in characters', toResponse(200, '{"a":"é"}', {'content-length': '9'}), 'content-length'],
        ['no JSON', toResponse(200, '{'), 'no JSON'],
        ['a 200 with errors', toResponse(200, failed({})), 'with errors'],
        ['a 400 without errors', toResponse(400, '{}'), 'without errors'],
        ['another status in the error', toResponse(400, failed({statusCode: 404})), 'a first error of 404'],
        ['a field too many', toResponse(400, failed({cause: 1})), "the field 'cause'"],
        ['a body after 204', toResponse(204, 'x'), 'has a body'],
    ])('finds %s', (_title, response, violation) => {
        expect(findViolation(request, response)).toContain(violation);
    });

    test('finds a changed prototype', () => {
        Object.defineProperty(Object.prototype, 'polluted', {value: 1, configurable: true});
        expect(findViolation(request, toResponse(200, '{}'))).toBe('Object.prototype has changed');
        Reflect.deleteProperty(Object.prototype, 'polluted');
        expect(findViolation(request, toResponse(200, '{}'))).toBeUndefined();
    });
});

test('a seed repeats its requests', () => {
    const methods = {
        a: {
            id: 'a',
            kind: 'route' as const,
            hash: '',
            hookIds: [],
            params: [{name: 'x', type: {kind: 'unknown' as const}}],
            returns: {kind: 'unknown' as const},
        },
    };
    const make = (seed: number) => {
        const random = createRandom(seed);
        return Array.from({length: 50}, () => createFuzzRequest({methods, toPath: (id) => `/${id}`}, random));
    };
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
});
