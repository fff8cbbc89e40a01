import {expect, test} from '@jest/globals';
import type {TypeModel} from '@mionkit/core';
import {createInterpreter} from '../src/interpreter.ts';
import {createBudget, evaluateMethod, toEchoMethod} from './evaluate-routes.ts';

const order: TypeModel = {
    kind: 'object',
    name: 'Order',
    properties: [
        {name: 'id', type: {kind: 'string'}},
        {name: 'at', type: {kind: 'date'}},
        {name: 'tree', type: {kind: 'ref', name: 'Tree'}, optional: true},
        {name: 'items', type: {kind: 'array', items: {kind: 'object', properties: [{name: 'n', type: {kind: 'number'}}]}}},
    ],
};
const definitions = {
    Tree: {kind: 'object', properties: [{name: 'kids', type: {kind: 'array', items: {kind: 'ref', name: 'Tree'}}}]},
} as const;

test('generated code and interpreter agree on an order', () => {
    const method = evaluateMethod(toEchoMethod(order), definitions);
    const interpreter = createInterpreter(definitions);
    const live = {id: 'a', at: new Date(0), items: [{n: 1}], tree: {kids: [{kids: []}]}};
    const text = method.encode?.(live) ?? '';
    expect(interpreter.encode(order, live)).toEqual(JSON.parse(text));
    const parsed = [JSON.parse(text)];
    expect(method.params?.isWire(parsed, createBudget())).toBe(true);
    expect(method.params?.errors(parsed, createBudget())).toEqual([]);
    expect(method.params?.decode?.(parsed, createBudget())).toEqual([live]);
    expect(interpreter.decode(order, parsed[0])).toEqual(live);
    const bad = [{id: 4, at: '2020-02-30T00:00:00Z', items: [1, {n: 's'}], tree: {kids: {}}}, 3];
    expect(method.params?.errors(bad, createBudget()).map((issue) => issue.path)).toEqual([
        'params',
        'value.id',
        'value.at',
        'value.items[0]',
        'value.items[1].n',
        'value.tree.kids',
    ]);
});
