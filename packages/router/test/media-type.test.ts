import {expect, test} from '@jest/globals';
import {isJsonMediaType} from '../src/media-type.ts';

test.each([
    ['application/json'],
    ['Application/JSON'],
    ['application/json;charset=utf-8'],
    ['application/json; charset=UTF-8'],
    ['application/json ; charset="utf-8"'],
    ['application/json; charset=utf8'],
    ['application/json;'],
    ['application/json; a=";charset=latin1"'],
    ['application/json; version=1; charset=utf-8'],
    ['application/problem+json'],
    ['application/vnd.api+json; ext="x\\"y"'],
    ['model/gltf+json'],
    [' application/json '],
])('%j is JSON', (contentType) => {
    expect(isJsonMediaType(contentType)).toBe(true);
});

test.each([
    [undefined],
    [''],
    ['json'],
    ['text/plain'],
    ['text/json'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=application/json'],
    ['text/plain; application/json'],
    ['text/plain;charset=application/json'],
    ['application/jsonx'],
    ['application/json/x'],
    ['xapplication/json'],
    ['application/json, application/json'],
    ['application/json x'],
    ['application/json; charset'],
    ['application/json; charset=latin1'],
    ['application/json; charset="utf-16"'],
    ['application/json; a="b'],
    ['application/+json;\n'],
    ['application/json\0'],
    ['application /json'],
])('%j is not', (contentType) => {
    expect(isJsonMediaType(contentType)).toBe(false);
});

test('a long header takes linear time', () => {
    for (const part of ['; ', ';a=b', ';a="', '\t', ';a="\\"', 'a+'])
        expect(isJsonMediaType(`application/json${part.repeat(20_000)}\0`)).toBe(false);
});
