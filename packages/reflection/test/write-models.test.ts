import {describe, expect, test} from '@jest/globals';
import type {MethodModels, TypeModel} from '@mionkit/core';
import {readModels} from '@mionkit/core/wire';
import {typeCases} from '@mionkit/test-kit';
import {type WriteModelsOptions, writeModels} from '../src/write-models.ts';

const point: TypeModel = {kind: 'object', name: 'Point', properties: [{name: 'x', type: {kind: 'number'}}]};
const tags: TypeModel = {kind: 'union', members: [point, {kind: 'date'}, {kind: 'null'}], tags: ['0123abcd', 'date', null]};

function echo(...types: readonly TypeModel[]): MethodModels {
    const methods = types.map((type, index) => [`m${index}`, {params: [{name: 'value', type}], returns: type}] as const);
    return {methods: Object.fromEntries(methods), definitions: {}};
}

function write({methods, definitions}: MethodModels, options?: WriteModelsOptions): string {
    return writeModels({methods: new Map(Object.entries(methods)), definitions}, options);
}

describe('models as text', () => {
    test.each(typeCases.map(({name, model, definitions = {}}) => [name, model, definitions] as const))(
        'come back: %s',
        (_, model, definitions) => {
            const models = {...echo(model, {kind: 'array', items: model}), definitions};
            expect(readModels(write(models))).toEqual(models);
        },
    );

    const cases: readonly (readonly [name: string, models: MethodModels])[] = [
        ['nothing', {methods: {}, definitions: {}}],
        ['a type that holds a repeated one', echo(tags, {kind: 'array', items: point}, {kind: 'array', items: tags})],
        ['types that differ in a name only', echo(point, {...point, name: 'Other'})],
        [
            'ids and definitions that are words of models',
            {
                methods: {kind: {params: [], returns: point}, type: {params: [], returns: {kind: 'ref', name: 'items'}}},
                definitions: {items: point, kind: point, ['__proto__']: point},
            },
        ],
        ['errors', {methods: {m: {params: [], returns: point, errors: [{name: 'Gone', errorData: point}]}}, definitions: {}}],
        [
            'literal numbers',
            echo({
                kind: 'union',
                members: [
                    {kind: 'literal', value: 0},
                    {kind: 'literal', value: 1},
                ],
            }),
        ],
    ];

    test.each(cases)('come back: %s', (_, models) => {
        const read = readModels(write(models));
        expect(read).toEqual(models);
        expect(Object.keys(read.definitions)).toEqual(Object.keys(models.definitions));
    });

    test('come back without names, where these are for people only', () => {
        const described: TypeModel = {kind: 'object', properties: [{name: 'name', type: {kind: 'date'}, description: 'When.'}]};
        const {methods} = echo(point, described);
        const text = write({methods, definitions: {name: point, description: described}}, {withoutNames: true});
        const unnamed: TypeModel = {kind: 'object', properties: [{name: 'x', type: {kind: 'number'}}]};
        const undescribed: TypeModel = {kind: 'object', properties: [{name: 'name', type: {kind: 'date'}}]};
        const definitions = {name: unnamed, description: undescribed};
        expect(readModels(text)).toEqual({...echo(unnamed, undescribed), definitions});
    });

    test('keep the methods that are called like what is left out', () => {
        const {m0 = {params: [], returns: point}} = echo({kind: 'number'}).methods;
        const models: MethodModels = {methods: {description: m0, name: m0, properties: m0}, definitions: {}};
        expect(readModels(write(models, {withoutNames: true}))).toEqual(models);
    });

    test('hold each type once', () => {
        const text = write(echo(tags, point, {kind: 'set', items: tags}));
        expect(text.match(/"Point"/g)).toHaveLength(1);
        expect(text.match(/"0123abcd"/g)).toHaveLength(1);
    });

    test('share what is equal, so that a large type is in memory once', () => {
        const {m0, m1} = readModels(write(echo(point, point))).methods;
        expect(m0?.returns).toBe(m1?.returns);
    });
});
