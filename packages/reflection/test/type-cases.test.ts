import {describe, expect, test} from '@jest/globals';
import type {Definitions, ParamModel, TypeModel} from '@mionkit/core';
import {type TypeCase, typeCases} from '@mionkit/test-kit';
import {completeModels} from '../src/complete-models.ts';
import {createInterpreter} from '../src/create-interpreter.ts';
import {createBudget, evaluateRoutes, getMethod} from './evaluate-routes.ts';
import {toPlain} from './to-plain.ts';

interface Subject {
    readonly isWire: (wire: unknown) => boolean;
    readonly isLive: (value: unknown) => boolean;
    readonly listErrors: (wire: unknown) => readonly {readonly path: string; readonly expected: string}[];
    readonly decode: (wire: unknown) => unknown;
    readonly encode: (value: unknown) => unknown;
}

function createGenerated({model, definitions = {}}: TypeCase): Subject {
    const methods = [{id: 'm', kind: 'route' as const, model: {params: [{name: 'value', type: model}], returns: model}}];
    const method = getMethod(evaluateRoutes({methods, definitions, models: false, isResult: true, undeclared: true}), 'm');
    return {
        isWire: (wire) => method?.params?.isWire([wire], createBudget()) === true,
        isLive: (value) => method?.isResult?.(value, createBudget()) === true,
        listErrors: (wire) => method?.params?.errors([wire], createBudget()) ?? [],
        decode: (wire) => (method?.params?.decode ? method.params.decode([wire], createBudget())[0] : wire),
        encode: (value) => method?.encode?.(value),
    };
}

function createInterpreted({model, definitions = {}}: TypeCase): Subject {
    const completed = complete(model, definitions);
    const interpreter = createInterpreter(completed.definitions);
    const list = (value: unknown, wire: boolean) => interpreter.listIssues(completed.params, [value], {wire});
    return {
        isWire: (wire) => list(wire, true).length === 0,
        isLive: (value) => list(value, false).length === 0,
        listErrors: (wire) => list(wire, true),
        decode: (wire) => interpreter.decode(completed.type, wire),
        encode: (value) => JSON.stringify(interpreter.encode(completed.type, value)),
    };
}

function complete(
    type: TypeModel,
    definitions: Definitions,
): {params: readonly ParamModel[]; type: TypeModel; definitions: Definitions} {
    const method = {params: [{name: 'value', type}], returns: type};
    const models = completeModels({methods: {method}, definitions});
    const params = models.methods.method?.params ?? [];
    return {params, type: params[0]?.type ?? type, definitions: models.definitions};
}

describe.each([
    ['generated code', createGenerated],
    ['the interpreter', createInterpreted],
])('%s', (_, create) => {
    describe.each(typeCases.map((typeCase) => [typeCase.name, typeCase] as const))('%s', (__, typeCase) => {
        const subject = create(typeCase);

        test.each(typeCase.good.map((good) => [good.text.slice(0, 100), good] as const))('takes %s', (___, good) => {
            const wire: unknown = JSON.parse(good.text);
            expect(subject.listErrors(wire)).toEqual([]);
            expect(subject.isWire(wire)).toBe(true);
            expect(subject.isLive(good.value)).toBe(true);
            expect(subject.encode(good.value)).toBe(good.text);
            expect(toPlain(subject.decode(wire))).toEqual(toPlain('decoded' in good ? good.decoded : good.value));
        });

        if (typeCase.bad.length > 0)
            test.each(typeCase.bad.map((bad) => [bad.text.slice(0, 100), bad] as const))('refuses %s', (___, bad) => {
                const wire: unknown = JSON.parse(bad.text);
                const errors = subject.listErrors(wire).map(({path, expected}) => [path, expected]);
                expect(Object.fromEntries(errors)).toEqual(bad.errors);
                expect(subject.isWire(wire)).toBe(false);
            });

        if (typeCase.badLive) {
            test.each(typeCase.badLive.map((value) => [value]))('refuses the live value %p', (value) => {
                expect(subject.isLive(value)).toBe(false);
            });
        }
    });
});
