import {expect, test} from '@jest/globals';
import type {TypeModel} from '@mionkit/core';
import {createBudget, evaluateRoutes, getMethod} from './evaluate-routes.ts';

const string: TypeModel = {kind: 'string'};
const object = (...names: readonly string[]): TypeModel => ({
    kind: 'object',
    properties: names.map((name) => ({name, type: string})),
});

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
    ['inside unknown', {kind: 'unknown'}, '{"a":1}', []],
];

test.each(cases)('%s', (_, type, text, paths) => {
    const methods = [{id: 'm', kind: 'route' as const, model: {params: [{name: 'value', type}], returns: type}}];
    const {params} = getMethod(evaluateRoutes({methods, definitions: {}, models: false, undeclared: true}), 'm');
    const wire: unknown = JSON.parse(text);
    expect(params?.isWire([wire], createBudget())).toBe(true);
    expect(params?.undeclared([wire], createBudget()).map(({path}) => path)).toEqual(paths);
    expect(params?.isDeclared?.([wire], createBudget())).toBe(paths.length === 0);
});
