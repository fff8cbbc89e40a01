import {describe, expect, test} from '@jest/globals';
import type {Definitions, TypeModel, ValidationBudget} from '@mionkit/core';
import {allKinds} from '../src/all-kinds.ts';
import {completeModels} from '../src/complete-models.ts';
import {createInterpreter} from '../src/create-interpreter.ts';
import {createValueRun, isValue, type ValueKind} from '../src/value-kinds.ts';
import {createBudget, evaluateMethod} from './evaluate-routes.ts';

const ref = (name: string): TypeModel => ({kind: 'ref', name});
const union = (...members: readonly TypeModel[]): TypeModel => ({kind: 'union', members});
const object = (properties: Readonly<Record<string, TypeModel>>): TypeModel => ({
    kind: 'object',
    properties: Object.entries(properties).map(([name, type]) => ({name, type})),
});
const orNull = (...models: readonly TypeModel[]): TypeModel => union(...models, {kind: 'null'});

// Security rule 4's example, the same with named members, and one whose members share nothing.
const types: Readonly<Record<string, {readonly model: TypeModel; readonly definitions: Definitions}>> = {
    'members without names': {
        model: ref('T'),
        definitions: {
            T: union(object({k: orNull(ref('T')), x: {kind: 'string'}}), object({k: orNull(ref('T')), y: {kind: 'number'}})),
        },
    },
    'members with names': {
        model: union(ref('A'), ref('B')),
        definitions: {
            A: object({k: orNull(ref('A'), ref('B')), x: {kind: 'string'}}),
            B: object({k: orNull(ref('A'), ref('B')), y: {kind: 'number'}}),
        },
    },
};
const hopeless = {
    model: ref('T'),
    definitions: {
        T: union(object({k: orNull(ref('T')), x: {kind: 'string'}}), object({k: orNull(ref('U')), y: {kind: 'number'}})),
        U: union(object({k: orNull(ref('U')), x: {kind: 'string'}}), object({k: orNull(ref('T')), y: {kind: 'number'}})),
    },
} as const;

/** As deep as the default limit allows, every level fitting both members as far as its own properties say. */
function nest(depth: number, bottom: unknown): unknown {
    let value = bottom;
    for (let level = 0; level < depth; level++) value = {k: value, x: '', y: 0};
    return value;
}

function countSteps(run: (budget: ValidationBudget) => void): number {
    const budget = createBudget({steps: 1_000_000});
    run(budget);
    return 1_000_000 - budget.steps;
}

function createInterpreted(model: TypeModel, definitions: Definitions) {
    const models = completeModels({methods: {m: {params: [{name: 'value', type: model}], returns: model}}, definitions});
    const interpreter = createInterpreter(models.definitions);
    const params = models.methods.m?.params ?? [];
    return {interpreter, params, type: params[0]?.type ?? model};
}

describe.each(Object.entries(types))('overlapping recursive %s', (_, {model, definitions}) => {
    const method = evaluateMethod({params: [{name: 'value', type: model}], returns: model}, definitions);
    const {interpreter, params, type} = createInterpreted(model, definitions);
    const good = nest(30, null);
    const bad = nest(30, {k: null, z: 1});

    test('are checked in a few steps per level', () => {
        expect(countSteps((budget) => expect(method.params?.isWire([good], budget)).toBe(true))).toBeLessThan(200);
        expect(countSteps((budget) => expect(method.params?.isWire([bad], budget)).toBe(false))).toBeLessThan(200);
    });

    test('are explained in a few steps per level', () => {
        const steps = countSteps((budget) => expect(method.params?.errors([bad], budget).length).toBeGreaterThan(0));
        expect(steps).toBeLessThan(200);
        expect(countSteps((budget) => interpreter.listIssues(params, [bad], {budget, wire: true}))).toBe(steps);
    });

    test('are decoded and encoded in steps that grow with the square of the depth at most', () => {
        const steps = countSteps((budget) => expect(method.params?.decode?.([good], budget)).toEqual([good]));
        expect(steps).toBeLessThan(30 * 200);
        expect(JSON.parse(method.encode?.(good) ?? '')).toEqual(good);
    });

    test('pass through the interpreter', () => {
        expect(interpreter.decode(type, good)).toEqual(good);
        expect(interpreter.encode(type, good)).toEqual(good);
        expect(() => interpreter.decode(type, bad)).toThrow(TypeError);
    });
});

test('a search without end stops at the budget', () => {
    const method = evaluateMethod(
        {params: [{name: 'value', type: hopeless.model}], returns: hopeless.model},
        hopeless.definitions,
    );
    const bad = nest(50, {k: null, z: 1});
    const steps = 64 * JSON.stringify([bad]).length;
    const budget = createBudget({steps});
    expect(method.params?.isWire([bad], budget)).toBe(false);
    expect(budget.steps).toBeGreaterThanOrEqual(-steps);
    expect(method.params?.errors([bad], createBudget({steps}))).not.toEqual([]);
});

test.each(Object.entries({...types, hopeless}))(
    '%s cost the check of clients some twenty steps per level',
    (_, {model, definitions}) => {
        const models = completeModels({methods: {m: {params: [{name: 'value', type: model}], returns: model}}, definitions});
        let steps = 0;
        const kinds = Object.fromEntries(
            Object.entries(allKinds).map(([name, kind]): [string, ValueKind] => [
                name,
                (...args) => {
                    steps++;
                    return kind(...args);
                },
            ]),
        );
        const type = models.methods.m?.returns ?? model;
        for (const live of [true, false])
            for (const bottom of [null, {k: null, z: 1}])
                isValue(type, nest(50, bottom), createValueRun(kinds, models.definitions, {live, maxDepth: 64}));
        expect(steps).toBeGreaterThan(4 * 50);
        expect(steps).toBeLessThan(4 * 50 * 30);
    },
);

describe('depth', () => {
    const list: Definitions = {List: object({next: orNull(ref('List'))})};
    const json: Definitions = {
        Json: union(
            {kind: 'string'},
            {kind: 'array', items: ref('Json')},
            {kind: 'record', indexes: [{keys: {kind: 'string'}, values: ref('Json')}]},
        ),
    };
    const nestNext = (depth: number): unknown => Array.from({length: depth}).reduce((next) => ({next}), null);
    const nestArray = (depth: number): unknown => Array.from({length: depth}).reduce((inner) => [inner], 'x');
    const cases = [
        ['a list', ref('List'), list, nestNext],
        ['a JSON value', ref('Json'), json, nestArray],
        ['an unknown value', {kind: 'unknown'}, {}, nestArray],
    ] as const;

    test.each(cases)('of %s is limited, and never overflows the stack', (_, model, definitions, make) => {
        const method = evaluateMethod({params: [{name: 'value', type: model}], returns: model}, definitions);
        const {interpreter, params, type} = createInterpreted(model, definitions);
        expect(method.params?.isWire([make(63)], createBudget())).toBe(true);
        for (const depth of [66, 100_000]) {
            const value = make(depth);
            expect(method.params?.isWire([value], createBudget())).toBe(false);
            expect(method.params?.errors([value], createBudget())).toEqual([
                expect.objectContaining({expected: 'at most 64 levels of nesting'}),
            ]);
            expect(interpreter.listIssues(params, [value], {wire: true})).toEqual(method.params?.errors([value], createBudget()));
        }
        if (model.kind === 'unknown') return;
        const deep = make(100_000);
        expect(() => method.params?.decode?.([deep], createBudget())).toThrow(TypeError);
        expect(() => method.encode?.(deep)).toThrow(TypeError);
        expect(() => interpreter.decode(type, deep)).toThrow(TypeError);
        expect(() => interpreter.encode(type, deep)).toThrow(TypeError);
    });

    test('counts definitions alike in generated code and rules, recursive or not', () => {
        const definitions: Definitions = {Large: object({any: {kind: 'unknown'}})};
        const method = evaluateMethod({params: [{name: 'value', type: ref('Large')}], returns: ref('Large')}, definitions);
        for (const depth of [62, 63, 64, 65]) {
            const wire = {any: nestArray(depth)};
            const issues = method.params?.errors([wire], createBudget()) ?? [];
            expect([depth, method.params?.isWire([wire], createBudget())]).toEqual([depth, issues.length === 0]);
        }
    });

    test('of a cycle is limited', () => {
        const method = evaluateMethod({params: [], returns: ref('List')}, list);
        const cycle: {next: unknown} = {next: null};
        cycle.next = cycle;
        expect(() => method.encode?.(cycle)).toThrow(TypeError);
    });
});
