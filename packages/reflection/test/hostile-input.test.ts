import {afterEach, describe, expect, test} from '@jest/globals';
import type {TypeModel} from '@mionkit/core';
import {createInterpreter} from '../src/create-interpreter.ts';
import {createBudget, evaluateMethod, toEchoMethod} from './evaluate-routes.ts';

const string: TypeModel = {kind: 'string'};
const record: TypeModel = {kind: 'record', indexes: [{keys: string, values: string}]};
const open: TypeModel = {kind: 'object', properties: [{name: 'id', type: string}], indexes: [{keys: string, values: string}]};
const closed: TypeModel = {kind: 'object', properties: [{name: 'id', type: string, optional: true}]};

afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('keys that came over the wire', () => {
    test.each([
        ['a record', record, '{"id":"a","__proto__":"b"}'],
        ['an object with an index signature', open, '{"id":"a","__proto__":"b"}'],
        ['escaped', record, '{"\\u005f_proto__":"b"}'],
    ])('__proto__ is refused in %s', (_, model, text) => {
        const method = evaluateMethod(toEchoMethod(model));
        const wire: unknown = JSON.parse(text);
        expect(method.params?.isWire([wire], createBudget())).toBe(false);
        expect(method.params?.errors([wire], createBudget())).toEqual([expect.objectContaining({path: 'value.__proto__'})]);
    });

    test('are dropped by decoding without validation, and change no prototype', () => {
        const wire: unknown = JSON.parse('{"id":"a","__proto__":{"admin":true}}');
        for (const model of [record, open, closed]) {
            const method = evaluateMethod(toEchoMethod(model));
            const [decoded] = method.params?.decode?.([wire], createBudget()) ?? [];
            expect(decoded).toEqual({id: 'a'});
            expect((decoded as {admin?: unknown}).admin).toBeUndefined();
        }
    });

    test('never find what objects inherit', () => {
        const model: TypeModel = {kind: 'object', properties: [{name: 'constructor', type: {kind: 'unknown'}, optional: true}]};
        const method = evaluateMethod(toEchoMethod(model));
        expect(method.params?.decode?.([{}], createBudget())).toEqual([{}]);
        expect(method.encode?.({})).toBe('{}');
        expect(createInterpreter().encode(model, {})).toEqual({});
        const [decoded] = evaluateMethod(toEchoMethod(record)).params?.decode?.([{constructor: 'a'}], createBudget()) ?? [];
        expect(Object.getPrototypeOf(decoded)).toBeNull();
        expect(decoded).toEqual({constructor: 'a'});
    });
});

describe('decoding what was not validated', () => {
    const list: TypeModel = {kind: 'array', items: {kind: 'date'}};
    const values: readonly unknown[] = [undefined, null, 0, 'text', true, {}, [], {length: 1e9}, [null], [{}], [[]], {id: {}}];
    const models: readonly TypeModel[] = [
        list,
        {kind: 'set', items: string},
        {kind: 'map', keys: string, values: {kind: 'date'}},
        {kind: 'tuple', elements: [{type: {kind: 'date'}}, {type: list, optional: true}]},
        record,
        {kind: 'bigint'},
        {kind: 'url'},
        {kind: 'regexp'},
        {kind: 'bytes', type: 'Uint8Array'},
        {kind: 'union', members: [{kind: 'date'}, string]},
        {kind: 'union', members: [closed, {kind: 'object', properties: [{name: 'at', type: {kind: 'date'}}]}]},
    ];

    test.each(models.map((model) => [JSON.stringify(model), model] as const))('builds %s or throws', (_, model) => {
        const method = evaluateMethod(toEchoMethod(model));
        for (const value of values) {
            try {
                method.params?.decode?.([value], createBudget());
            } catch (error) {
                expect(error).toBeInstanceOf(TypeError);
            }
        }
    });
});

describe('errors', () => {
    const many: TypeModel = {kind: 'array', items: string};

    test('are limited in number', () => {
        const method = evaluateMethod(toEchoMethod(many));
        const wire = Array.from({length: 1000}, () => 1);
        expect(method.params?.errors([wire], createBudget())).toHaveLength(50);
        expect(method.params?.errors([wire], createBudget({maxIssues: 3}))).toHaveLength(3);
    });

    test('never tell the value, and cut off long paths', () => {
        const secret = 'hunter2';
        const numbers: TypeModel = {kind: 'record', indexes: [{keys: string, values: {kind: 'number'}}]};
        const method = evaluateMethod(toEchoMethod(numbers));
        const [issue] = method.params?.errors([{['k'.repeat(10_000)]: secret}], createBudget()) ?? [];
        expect(issue?.path.length).toBeLessThan(400);
        expect(JSON.stringify(issue)).not.toContain(secret);
    });

    test('tell of missing and of too many params', () => {
        const params = [
            {name: 'a', type: string},
            {name: 'b', type: {kind: 'date'} as const, optional: true as const},
        ];
        const method = evaluateMethod({params, returns: {kind: 'undefined'}});
        expect(method.params?.errors([], createBudget())).toEqual([{path: 'a', expected: 'a string', received: 'nothing'}]);
        expect(method.params?.errors(['x', null, 1], createBudget())).toEqual([
            {path: 'params', expected: 'at most 2', received: 'an array of 3 items'},
        ]);
        expect(method.params?.isWire(['x', null, 1], createBudget())).toBe(false);
        expect(method.params?.isWire(['x', null], createBudget())).toBe(true);
        expect(method.params?.decode?.(['x', null], createBudget())).toEqual(['x', undefined]);
    });

    test('of rest params have the index in their path', () => {
        const method = evaluateMethod({
            params: [
                {name: 'first', type: string},
                {name: 'more', type: {kind: 'date'}, rest: true},
            ],
            returns: {kind: 'undefined'},
        });
        expect(method.paramCount).toBe(-1);
        expect(method.params?.errors(['x', '1970-01-01T00:00:00Z', 'y'], createBudget())).toEqual([
            {path: 'more[1]', expected: 'a date', received: 'a string of 1 character'},
        ]);
        expect(method.params?.decode?.(['x', '1970-01-01T00:00:00Z'], createBudget())).toEqual(['x', new Date(0)]);
    });
});

test('encoding refuses what does not fit', () => {
    const user: TypeModel = {kind: 'object', name: 'User', properties: [{name: 'born', type: {kind: 'date'}}]};
    const method = evaluateMethod(toEchoMethod({kind: 'array', items: user}));
    expect(() => method.encode?.([{born: 'today'}])).toThrow('expected a valid date, got a string of 5 characters');
    expect(() => method.encode?.([{born: new Date(Number.NaN)}])).toThrow('expected a valid date, got an invalid date');
    expect(() => method.encode?.(null)).toThrow('expected an array, got null');
});

test('items that nest too deep are refused before they are compared', () => {
    const method = evaluateMethod(toEchoMethod({kind: 'array', items: {kind: 'unknown'}, uniqueItems: true}));
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`);
    expect(method.params?.isWire([deep], createBudget())).toBe(false);
    expect(method.params?.errors([deep], createBudget())).toEqual([
        {path: 'value[0]', expected: 'at most 64 levels of nesting', received: 'an array of 1 item'},
    ]);
});
