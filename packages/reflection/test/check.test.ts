import {describe, expect, test} from '@jest/globals';
import type {MethodModels, TypeModel} from '@mionkit/core';
import {type TypeCase, typeCases} from '@mionkit/test-kit';
import fc from 'fast-check';
import {allKinds} from '../src/all-kinds.ts';
import {completeModels} from '../src/complete-models.ts';
import {createInterpreter} from '../src/create-interpreter.ts';
import {explainParams} from '../src/explain.ts';
import {jsonKinds} from '../src/json-kinds.ts';
import {needsAllKinds} from '../src/needs-all-kinds.ts';
import {toTuple} from '../src/to-tuple.ts';
import {convertValue, createValueRun, isValue} from '../src/value-kinds.ts';
import {arbitraryType} from './arbitrary-types.ts';
import {arbitraryValue, isWhole} from './arbitrary-values.ts';
import {changeOne} from './change-one.ts';
import {toPlain} from './to-plain.ts';

// What a client starts with says only whether a value fits; why it doesn't is told by the rules, which are loaded later.
function complete(type: TypeModel, definitions: MethodModels['definitions'] = {}): MethodModels {
    return completeModels({methods: {echo: {params: [{name: 'value', type}], returns: type}}, definitions});
}

function getEcho({methods: {echo}}: MethodModels) {
    if (!echo) throw new Error('There is no method.');
    return {params: echo.params, type: echo.params[0]?.type ?? echo.returns};
}

function getKinds(models: MethodModels) {
    return needsAllKinds(models) ? allKinds : jsonKinds;
}

/** Whether the check takes a value, which has to be what the rules say. */
function expectAgreement(models: MethodModels, value: unknown, live: boolean): boolean {
    const {params, type} = getEcho(models);
    const {definitions} = models;
    const run = createValueRun(getKinds(models), definitions, {live, check: true, maxDepth: 64});
    const issues = explainParams(params, [value], {definitions, wire: !live});
    const fits = isValue(...toTuple(params, [value]), run);
    expect({fits, issues}).toEqual({fits: issues.length === 0, issues});
    if (value !== undefined && value !== null) expect(isValue(type, value, run)).toBe(fits);
    return fits;
}

describe.each(typeCases.map((typeCase): [string, TypeCase] => [typeCase.name, typeCase]))('%s', (_, typeCase) => {
    const models = complete(typeCase.model, typeCase.definitions);
    const live = [...typeCase.good.map(({value}) => value), ...(typeCase.badLive ?? [])];
    const wire = [...typeCase.good, ...typeCase.bad].map(({text}): unknown => JSON.parse(text));

    test('is checked as the rules explain it', () => {
        expect(live.filter((value) => expectAgreement(models, value, true))).toHaveLength(typeCase.good.length);
        expect(wire.filter((value) => expectAgreement(models, value, false))).toHaveLength(typeCase.good.length);
    });

    test('refuses whatever other types have, live and on the wire, where the rules do', () => {
        for (const {good} of typeCases)
            for (const {value, text} of good) {
                expectAgreement(models, value, true);
                expectAgreement(models, JSON.parse(text), false);
            }
    });
});

const arbitrarySample = arbitraryType.chain(({model, definitions}) => {
    const models = complete(model, definitions);
    return arbitraryValue(getEcho(models).type, models.definitions).map((value) => ({models, value}));
});
const options: fc.Parameters<unknown> = {numRuns: Number(process.env.FC_RUNS ?? 200), seed: Number(process.env.FC_SEED ?? 1)};

describe('check and rules, for random types', () => {
    test('take the same live values, and what is encoded', () => {
        fc.assert(
            fc.property(arbitrarySample, fc.nat(), fc.jsonValue({maxDepth: 1}), ({models, value}, place, other) => {
                if (!isWhole(value) || !expectAgreement(models, value, true) || value === undefined) return;
                const {type} = getEcho(models);
                const text = JSON.stringify(createInterpreter(models.definitions).encode(type, value));
                if (text === undefined) return;
                expect(expectAgreement(models, JSON.parse(text), false)).toBe(true);
                expectAgreement(models, changeOne(JSON.parse(text), place, other), false);
                expectAgreement(models, JSON.parse(text), true);
            }),
            options,
        );
    });

    test('take the same values of other types', () => {
        fc.assert(
            fc.property(arbitrarySample, arbitrarySample, ({models}, {value}) => {
                if (isWhole(value)) expectAgreement(models, value, true);
            }),
            options,
        );
    });

    test('the kinds of JSON and all kinds do the same', () => {
        fc.assert(
            fc.property(arbitrarySample, ({models, value}) => {
                if (needsAllKinds(models) || !isWhole(value)) return;
                const {type} = getEcho(models);
                const [json, all] = [jsonKinds, allKinds].map((kinds) => {
                    const run = createValueRun(kinds, models.definitions, {live: true, maxDepth: 64});
                    return isValue(type, value, run) ? convertValue(type, value, run) : undefined;
                });
                expect(toPlain(json)).toEqual(toPlain(all));
            }),
            options,
        );
    });
});

describe('params', () => {
    const string: TypeModel = {kind: 'string'};
    const orNothing: TypeModel = {kind: 'union', members: [string, {kind: 'undefined'}]};
    const cases = [
        [[{name: 'a', type: string}], [[], ['x'], [1], ['x', 'y'], [undefined]]],
        [[{name: 'a', type: orNothing}], [[], [undefined], ['x'], [null]]],
        [
            [
                {name: 'a', type: string, optional: true as const},
                {name: 'b', type: string},
            ],
            [[], ['x'], [undefined, 'x'], ['x', 'y']],
        ],
        [
            [
                {name: 'a', type: string},
                {name: 'b', type: string, rest: true as const},
            ],
            [[], ['x'], ['x', undefined], ['x', 'y', 'z'], ['x', 1]],
        ],
        [[], [[], [undefined], [1]]],
    ] as const;

    test.each(cases.map(([params, lists]) => [JSON.stringify(params), params, lists] as const))('%s', (_, params, lists) => {
        for (const values of lists) {
            const run = createValueRun(jsonKinds, {}, {live: true, check: true, maxDepth: 64});
            const issues = explainParams(params, values);
            expect([values, isValue(...toTuple(params, values), run)]).toEqual([values, issues.length === 0]);
        }
    });
});
