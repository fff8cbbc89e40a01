import {readdirSync} from 'node:fs';
import {describe, expect, test} from '@jest/globals';
import {readBody} from '../src/read-body.ts';
import {readEvent, removePrefix} from '../src/read-event.ts';
import {eventCases} from './event-cases.ts';
import {loadEvent} from './load-event.ts';
import {otherEventCases} from './other-event-cases.ts';

const pathOf = (event: object) => readEvent(event)?.path;

describe('readEvent', () => {
    test.each(eventCases)('reads $name', ({name, method, path, body, headers}) => {
        const read = readEvent(loadEvent(name));
        expect(read).toMatchObject({method, path});
        expect(readBody(read?.body, read?.isBase64Encoded, 100)).toBe(body);
        for (const [header, value] of Object.entries(headers))
            expect([header, read?.headers.get(header)]).toEqual([header, value]);
    });

    test.each(otherEventCases)('finds no HTTP in $what', ({event}) => expect(readEvent(event)).toBeUndefined());

    test('every recorded event is in a table', () => {
        const files = readdirSync(new URL('./events', import.meta.url)).map((file) => file.replace('.json', ''));
        const known = [...eventCases.map(({name}) => name), ...otherEventCases.map(({name}) => name)];
        expect(files.filter((file) => !known.includes(file))).toEqual([]);
    });

    test.each([
        {what: 'a stage that is also the first segment', stage: 'api', rawPath: '/api/api/users', path: '/api/users'},
        {what: 'a path that only starts like the stage', stage: 'api', rawPath: '/apis/users', path: '/apis/users'},
        {what: 'the stage alone', stage: 'dev', rawPath: '/dev', path: ''},
        {what: 'a stage that is absent', stage: undefined, rawPath: '/dev/users', path: '/dev/users'},
    ])('HTTP API: $what', ({stage, rawPath, path}) => {
        expect(pathOf({rawPath, requestContext: {stage, http: {method: 'POST'}}})).toBe(path);
    });

    test('a REST API path has no stage, so nothing is removed from it', () => {
        expect(pathOf({httpMethod: 'POST', path: '/prod/users', requestContext: {stage: 'prod'}})).toBe('/prod/users');
    });

    test.each([
        {what: 'HTTP API', event: {requestContext: {http: {method: 'POST'}}}},
        {what: 'REST API', event: {httpMethod: 'POST'}},
        {
            what: 'REST API with nulls',
            event: {httpMethod: 'POST', headers: null, multiValueHeaders: null, requestContext: null, body: null},
        },
        {what: 'load balancer', event: {httpMethod: 'POST', requestContext: {elb: {}}}},
        {what: 'VPC Lattice', event: {method: 'POST', headers: null}},
    ])('takes a hand-written event of a $what that lacks nearly everything', ({event}) => {
        const read = readEvent(event);
        expect(read).toMatchObject({method: 'POST', path: ''});
        expect(read?.headers.flat).toEqual([]);
        expect(readBody(read?.body, read?.isBase64Encoded, 100)).toBe('');
    });

    test('keeps the values of headers that come in several spellings', () => {
        const event = {httpMethod: 'POST', multiValueHeaders: {Authorization: ['a'], authorization: ['b']}};
        expect(readEvent(event)?.headers.get('authorization')).toEqual(['a', 'b']);
    });

    test.each(['constructor', 'toString', '__proto__'])('finds no header %s that was not sent', (name) => {
        expect(readEvent(loadEvent('rest-api'))?.headers.get(name)).toBeUndefined();
    });
});

describe('readBody', () => {
    const text = '{"a": "é€😀"}';
    const size = Buffer.byteLength(text);
    const base64 = Buffer.from(text).toString('base64');

    test.each([
        {what: 'text', body: text, isBase64: false, limit: size, read: text},
        {what: 'text that is one byte too long', body: text, isBase64: false, limit: size - 1, read: undefined},
        {what: 'base64', body: base64, isBase64: true, limit: size, read: text},
        {what: 'base64 that is one byte too long', body: base64, isBase64: true, limit: size - 1, read: undefined},
        {what: 'text that looks like base64', body: base64, isBase64: null, limit: 100, read: base64},
        {what: 'null', body: null, isBase64: true, limit: 0, read: ''},
        {what: 'nothing', body: undefined, isBase64: undefined, limit: 0, read: ''},
    ])('reads $what', ({body, isBase64, limit, read}) => expect(readBody(body, isBase64, limit)).toBe(read));
});

describe('removePrefix', () => {
    test.each([
        {path: '/shop/users', prefix: '/shop', rest: '/users'},
        {path: '/shops/users', prefix: '/shop', rest: '/shops/users'},
        {path: '/shop', prefix: '/shop', rest: ''},
        {path: '/users', prefix: '', rest: '/users'},
        {path: '/users/shop', prefix: '/shop', rest: '/users/shop'},
    ])('$path without $prefix is $rest', ({path, prefix, rest}) => expect(removePrefix(path, prefix)).toBe(rest));
});
