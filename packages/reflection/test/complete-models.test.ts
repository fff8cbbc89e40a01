import {describe, expect, test} from '@jest/globals';
import type {Definitions, MethodModel, TypeModel} from '@mionkit/core';
import {completeModels, createModelHash} from '../src/generator.ts';

const text: TypeModel = {kind: 'string'};
const ref: TypeModel = {kind: 'ref', name: 'Node'};

function toMethod(returns: TypeModel): MethodModel {
    return {params: [], returns};
}

function complete(method: MethodModel, definitions: Definitions = {}): MethodModel | undefined {
    return completeModels({methods: {get: method}, definitions}).methods.get;
}

/** A definition with a union whose members come in another order once they are complete. */
function defineNode(name: string): Definitions {
    return {Node: {kind: 'object', properties: [{name, type: text}]}};
}

describe('models are completed once', () => {
    const model = toMethod({
        kind: 'object',
        properties: [
            {name: 'late', type: {kind: 'union', members: [{kind: 'null'}, text]}},
            {name: 'absent', type: {kind: 'union', members: [text, {kind: 'undefined'}]}},
        ],
    });

    test('a method without references is the same object each time, beside whatever others', () => {
        const first = complete(model);
        expect(first).toEqual(
            toMethod({
                kind: 'object',
                properties: [
                    {name: 'late', type: {kind: 'union', members: [text, {kind: 'null'}]}},
                    {name: 'absent', type: text, optional: true},
                ],
            }),
        );
        const beside = completeModels({methods: {other: toMethod(ref), get: model}, definitions: defineNode('id')});
        expect(beside.methods.get).toBe(first);
        expect(Object.keys(beside.methods)).toEqual(['other', 'get']);
    });

    test('what is complete stays the object that it is', () => {
        const first = complete(model);
        expect(first && complete(first)).toBe(first);
    });

    test('a method with references is completed for each table of definitions', () => {
        const method = toMethod({kind: 'union', members: [{kind: 'object', properties: [{name: 'id', type: text}]}, ref]});
        // Equal to the definition, so one member is left; then another type, so both are.
        expect(complete(method, defineNode('id'))?.returns.kind).not.toBe('union');
        expect(complete(method, defineNode('other'))?.returns.kind).toBe('union');
    });
});

describe('hashes of models are kept', () => {
    const list: TypeModel = {kind: 'array', items: ref};
    const cases: Readonly<Record<string, TypeModel>> = {ref, list, 'inside a list': {kind: 'array', items: list}};

    for (const [name, model] of Object.entries(cases)) {
        test(`of a model with references for one table of definitions only: ${name}`, () => {
            const hashes = ['id', 'other', 'id'].map((property) => {
                const hash = createModelHash(defineNode(property));
                // Twice: the second time it is known.
                expect(hash(model)).toBe(hash(model));
                return hash(model);
            });
            expect(hashes[0]).not.toBe(hashes[1]);
            expect(hashes[0]).toBe(hashes[2]);
        });
    }

    test('of a model beside one with references', () => {
        const both: TypeModel = {kind: 'tuple', elements: [{type: ref}, {type: text}, {type: list}]};
        const hashes = ['id', 'other'].map((property) => createModelHash(defineNode(property))(both));
        expect(hashes[0]).not.toBe(hashes[1]);
    });
});
