import {describe, expect, test} from '@jest/globals';
import {type Codec, type CodecModel, defineCodec, type TypeModel} from '@mionkit/core';
import {createInterpreter} from '../src/create-interpreter.ts';
import {createBudget, evaluateMethod, toEchoMethod} from './evaluate-routes.ts';

class Money {
    readonly cents: bigint;
    readonly at: Date;

    constructor(cents: bigint, at: Date) {
        if (cents < 0n) throw new Error('No debts.');
        this.cents = cents;
        this.at = at;
    }
}

declare module '@mionkit/core' {
    interface Codecs {
        Money: Codec<Money, {cents: bigint; at: Date}>;
        Unknown: Codec<Map<string, string>, string>;
    }
}

defineCodec('Money', {
    class: Money,
    encode: ({cents, at}) => ({cents, at}),
    decode: ({cents, at}) => new Money(cents, at),
});

const model: CodecModel = {
    kind: 'codec',
    name: 'Money',
    wire: {
        kind: 'object',
        properties: [
            {name: 'cents', type: {kind: 'bigint'}},
            {name: 'at', type: {kind: 'date'}},
        ],
    },
};
const money = new Money(500n, new Date(0));
const text = '{"cents":"500","at":"1970-01-01T00:00:00.000Z"}';

describe('instances of a class with a codec', () => {
    const method = evaluateMethod(toEchoMethod(model));
    const interpreter = createInterpreter();

    test('travel as their wire value, and come back as instances', () => {
        const wire: unknown = JSON.parse(text);
        expect(method.encode?.(money)).toBe(text);
        expect(method.params?.isWire([wire], createBudget())).toBe(true);
        expect(method.params?.decode?.([wire], createBudget())).toEqual([money]);
        expect(method.params?.decode?.([wire], createBudget())[0]).toBeInstanceOf(Money);
        expect(interpreter.encode(model, money)).toEqual(wire);
        expect(interpreter.decode(model, wire)).toBeInstanceOf(Money);
    });

    test('are explained as their wire value', () => {
        const expected = [{path: 'value.cents', expected: 'an integer in decimal digits', received: 'a number'}];
        const wire = {cents: 5, at: '1970-01-01T00:00:00Z'};
        expect(method.params?.errors([wire], createBudget())).toEqual(expected);
        expect(interpreter.listIssues([{name: 'value', type: model}], [wire], {wire: true})).toEqual(expected);
    });

    test('are told from objects that look like them', () => {
        expect(() => method.encode?.({cents: 500n, at: new Date(0)})).toThrow(TypeError);
        expect(interpreter.is(model, {cents: 500n, at: new Date(0)})).toBe(false);
    });

    test('are refused where the codec throws', () => {
        expect(() => method.params?.decode?.([{cents: '-1', at: '1970-01-01T00:00:00Z'}], createBudget())).toThrow('No debts.');
    });

    test('stand in unions', () => {
        const union: TypeModel = {kind: 'union', members: [model, {kind: 'string'}, {kind: 'array', items: model}]};
        const echo = evaluateMethod(toEchoMethod(union));
        for (const value of [money, 'text', [money]]) {
            const written = echo.encode?.(value) ?? '';
            expect(echo.params?.decode?.([JSON.parse(written)], createBudget())).toEqual([value]);
        }
    });
});

test('a codec that was not defined is named', () => {
    const method = evaluateMethod(toEchoMethod({kind: 'codec', name: 'Unknown', wire: {kind: 'string'}}));
    expect(() => method.encode?.(new Map())).toThrow(
        "There is no codec 'Unknown'. Call `defineCodec('Unknown', …)` before the API is used.",
    );
});
