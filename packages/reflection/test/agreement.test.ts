import {describe, expect, test} from '@jest/globals';
import type {MethodModels, ParamModel, TypeModel} from '@mionkit/core';
import fc from 'fast-check';
import {completeModels} from '../src/complete-models.ts';
import {createInterpreter, type Interpreter} from '../src/create-interpreter.ts';
import {arbitraryType} from './arbitrary-types.ts';
import {arbitraryValue, isWhole} from './arbitrary-values.ts';
import {addKey, changeOne} from './change-one.ts';
import {createBudget, type EvaluatedMethod, evaluateRoutes, getMethod} from './evaluate-routes.ts';
import {toPlain} from './to-plain.ts';

/** Everything that handles one type. */
interface Subject {
    readonly params: readonly ParamModel[];
    readonly type: TypeModel;
    readonly method: EvaluatedMethod;
    readonly interpreter: Interpreter;
}

/** A type, a live value that fits it or `undefined`, and the JSON value that the interpreter makes of it. */
interface Sample {
    readonly models: MethodModels;
    readonly value: unknown;
    readonly wire: unknown;
}

const subjects = new WeakMap<MethodModels, Subject>();

function getSubject(models: MethodModels): Subject {
    const known = subjects.get(models) ?? createSubject(models);
    subjects.set(models, known);
    return known;
}

function createSubject({methods: {echo}, definitions}: MethodModels): Subject {
    if (!echo) throw new Error('There is no method.');
    const source = {
        methods: [{id: 'echo', kind: 'route' as const, model: echo}],
        definitions,
        models: false,
        isResult: true,
        undeclared: true,
    };
    const method = getMethod(evaluateRoutes(source), 'echo');
    if (!method) throw new Error('The method was not generated.');
    const {params} = echo;
    return {params, type: params[0]?.type ?? echo.returns, method, interpreter: createInterpreter(definitions)};
}

const arbitrarySample: fc.Arbitrary<Sample> = arbitraryType.chain(({model, definitions}) => {
    const models = completeModels({methods: {echo: {params: [{name: 'value', type: model}], returns: model}}, definitions});
    const {type, interpreter} = getSubject(models);
    return arbitraryValue(type, models.definitions).map((value) => {
        const fits = value !== undefined && isWhole(value) && interpreter.is(type, value);
        const text = fits ? JSON.stringify(interpreter.encode(type, value)) : undefined;
        return {models, value: text === undefined ? undefined : value, wire: JSON.parse(text ?? 'null')};
    });
});

/** Whether generated code says at once that all properties are declared. */
function isStrict({params}: EvaluatedMethod, wire: unknown): boolean {
    return (params?.isStrict ?? params?.isWire)?.([wire], createBudget()) === true;
}

/** Where members of a union overlap, generated code may leave the question to the rules. */
function mayOverlap(models: MethodModels): boolean {
    const open: object[] = [models];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
        const {kind, members, tags} = part as {kind?: unknown; members?: readonly TypeModel[]; tags?: unknown};
        if (kind === 'union' && !tags && (members?.filter((member) => containers.has(member.kind)).length ?? 0) > 1) return true;
        open.push(...Object.values(part).filter((inner) => typeof inner === 'object' && inner !== null));
    }
    return false;
}

const containers = new Set<TypeModel['kind']>(['object', 'record', 'array', 'tuple', 'set', 'map', 'codec', 'ref']);

function decodeGenerated(method: EvaluatedMethod, wire: unknown): unknown {
    return method.params?.decode ? method.params.decode([wire], createBudget())[0] : wire;
}

const options: fc.Parameters<unknown> = {numRuns: Number(process.env.FC_RUNS ?? 100), seed: Number(process.env.FC_SEED ?? 1)};

describe('generated code and interpreter, for random types and values', () => {
    test('take live values, write the same JSON, and read it back', () => {
        fc.assert(
            fc.property(arbitrarySample, ({models, value, wire}) => {
                if (value === undefined) return;
                const {type, method, interpreter} = getSubject(models);
                expect(method.isResult?.(value, createBudget())).toBe(true);
                expect(JSON.parse(method.encode?.(value) ?? 'null')).toEqual(wire);
                expect(method.params?.errors([wire], createBudget())).toEqual([]);
                expect(method.params?.isWire([wire], createBudget())).toBe(true);
                expect(toPlain(decodeGenerated(method, wire))).toEqual(toPlain(value));
                expect(toPlain(interpreter.decode(type, wire))).toEqual(toPlain(value));
            }),
            options,
        );
    });

    test('refuse the same JSON values and say the same', () => {
        fc.assert(
            fc.property(arbitrarySample, fc.nat(), fc.jsonValue({maxDepth: 1}), ({models, wire}, place, other) => {
                const {params, type, method, interpreter} = getSubject(models);
                const changed = changeOne(wire, place, other);
                const issues = interpreter.listIssues(params, [changed], {wire: true});
                expect(method.params?.errors([changed], createBudget())).toEqual(issues);
                expect(method.params?.isWire([changed], createBudget())).toBe(issues.length === 0);
                const strictIssues = interpreter.listIssues(params, [changed], {wire: true, strict: true});
                if (isStrict(method, changed)) expect(strictIssues).toEqual([]);
                else if (!mayOverlap(models)) expect(strictIssues).not.toEqual([]);
                const decoded = issues.length > 0 ? undefined : decodeGenerated(method, changed);
                if (decoded !== undefined) expect(toPlain(decoded)).toEqual(toPlain(interpreter.decode(type, changed)));
            }),
            options,
        );
    });

    test('find the same undeclared properties', () => {
        fc.assert(
            fc.property(
                arbitrarySample,
                fc.nat(),
                fc.constantFrom('more', 'constructor', '0', 'a'),
                ({models, wire}, place, key) => {
                    const {params, method, interpreter} = getSubject(models);
                    const extended = addKey(wire, place, key);
                    const issues = interpreter.listIssues(params, [extended], {wire: true, strict: true});
                    expect(method.params?.undeclared([extended], createBudget())).toEqual(issues);
                    if (isStrict(method, extended)) expect(issues).toEqual([]);
                    else if (!mayOverlap(models)) expect(issues).not.toEqual([]);
                },
            ),
            options,
        );
    });
});
