import {expect, test} from '@jest/globals';
import type {TypeModel} from '@mionkit/core';
import {createBudget, evaluateRoutes, getMethod} from './evaluate-routes.ts';

const string: TypeModel = {kind: 'string'};
const object = (...names: readonly string[]): TypeModel => ({
    kind: 'object',
    properties: names.map((name) => ({name, type: string})),
});

const taggedUnion: TypeModel = {
    kind: 'union',
    members: [{kind: 'date'}, object('a'), {kind: 'string'}],
    tags: ['date', '0123abcd', 'string'],
};

const cases: readonly (readonly [name: string, type: TypeModel, text: string, paths: readonly string[]])[] = [
    ['nothing undeclared', object('a'), '{"a":"x"}', []],
    ['a property', object('a'), '{"a":"x","b":1}', ['value.b']],
    ['a name that objects inherit', object('a'), '{"a":"x","constructor":1}', ['value.constructor']],
    ['inside an array', {kind: 'array', items: object('a')}, '[{"a":"x"},{"a":"x","b":1}]', ['value[1].b']],
    [
        'a key that matches no index signature',
        {kind: 'record', indexes: [{keys: {kind: 'number'}, values: string}]},
        '{"1":"x","a":"y"}',
        ['value.a'],
    ],
    [
        'declared by another member that the value fits',
        {kind: 'union', members: [object('a', 'b'), object('a', 'c')]},
        '{"a":"x","b":"x","c":"x"}',
        [],
    ],
    [
        'declared by a member that the value does not fit',
        {kind: 'union', members: [object('a'), object('b', 'c')]},
        '{"a":"x","b":"x"}',
        ['value.b'],
    ],
    [
        'beside an index signature',
        {kind: 'object', properties: [{name: 'a', type: string}], indexes: [{keys: {kind: 'number'}, values: string}]},
        '{"a":"x","1":"y","b":"z"}',
        ['value.b'],
    ],
    [
        'beside optional properties',
        {
            kind: 'object',
            properties: [
                {name: 'a', type: string, optional: true},
                {name: 'constructor', type: string, optional: true},
            ],
        },
        '{"a":"x","b":1}',
        ['value.b'],
    ],
    [
        'instead of an optional property',
        {
            kind: 'object',
            properties: [
                {name: 'a', type: string},
                {name: 'toString', type: string, optional: true},
            ],
        },
        '{"a":"x","b":1}',
        ['value.b'],
    ],
    ['inside a tagged union', taggedUnion, '["date","2020-01-01T00:00:00Z"]', []],
    ['inside unknown', {kind: 'unknown'}, '{"a":1}', []],
];

test.each(cases)('%s', (name, type, text, paths) => {
    const methods = [{id: 'm', kind: 'route' as const, model: {params: [{name: 'value', type}], returns: type}}];
    const {params} = getMethod(evaluateRoutes({methods, definitions: {}, models: false, undeclared: true}), 'm');
    const wire: unknown = JSON.parse(text);
    expect(params?.isWire([wire], createBudget())).toBe(true);
    const isStrict = params?.isStrict ?? params?.isWire;
    // Where members overlap, the answer is left to the rules.
    expect(isStrict?.([wire], createBudget())).toBe(paths.length === 0 && !name.includes('another member'));
    expect(params?.undeclared([wire], createBudget()).map(({path}) => path)).toEqual(paths);
});
