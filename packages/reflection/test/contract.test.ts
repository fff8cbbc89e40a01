import {describe, expect, test} from '@jest/globals';
import type {Contract, Definitions, TypeModel} from '@mionkit/core';
import fc from 'fast-check';
import {compareContracts, createContract, writeContractTypes} from '../src/contract.ts';
import {createInterpreter} from '../src/create-interpreter.ts';
import {mapModel} from '../src/map-model.ts';
import {arbitraryType} from './arbitrary-types.ts';
import {arbitraryValue, isWhole} from './arbitrary-values.ts';

const options: fc.Parameters<unknown> = {
    numRuns: Number(process.env.RUNS ?? 200),
    ...(process.env.SEED && {seed: Number(process.env.SEED)}),
};

/** The contract of a route that takes and gives values of one type. */
function contractOf(model: TypeModel, definitions: Definitions = {}): Contract {
    const route = {id: 'a', kind: 'route' as const, model: {params: [{name: 'value', type: model}], returns: model}};
    return createContract([{functionName: 'registerRoutes', methods: [route], definitions}]);
}

const changes: Readonly<Record<string, (model: TypeModel, other: TypeModel) => TypeModel>> = {
    replaced: (_, other) => other,
    'with another member': (model, other) => ({kind: 'union', members: [model, other]}),
    'with a property less': (model) => (model.kind === 'object' ? {...model, properties: model.properties.slice(1)} : model),
    'with a property more': (model, type) => {
        const property = {name: 'extra', type, optional: true} as const;
        return model.kind === 'object' ? {...model, properties: [...model.properties, property]} : model;
    },
    'with optional properties': (model) =>
        model.kind === 'object' ? {...model, properties: model.properties.map((each) => ({...each, optional: true}))} : model,
    'with required properties': (model) =>
        model.kind === 'object' ? {...model, properties: model.properties.map(({optional: _, ...each}) => each)} : model,
    'with a member less': (model) => (model.kind === 'union' ? {...model, members: model.members.slice(1)} : model),
    'with an element less': (model) => (model.kind === 'tuple' ? {...model, elements: model.elements.slice(0, -1)} : model),
    'with fewer constraints': (model) => (model.kind === 'string' || model.kind === 'number' ? {kind: model.kind} : model),
};

function countParts(model: TypeModel): number {
    let count = 1;
    mapModel(model, (part) => {
        count += countParts(part);
        return part;
    });
    return count;
}

/** A model with one of its parts changed. */
function changePart(model: TypeModel, place: number, change: (part: TypeModel) => TypeModel): TypeModel {
    let left = place % countParts(model);
    const visit = (part: TypeModel): TypeModel => (left-- === 0 ? change(part) : mapModel(part, visit));
    return visit(model);
}

const arbitraryChange = fc.record({
    type: arbitraryType,
    other: arbitraryType,
    place: fc.nat(),
    change: fc.constantFrom(...Object.keys(changes)),
    isInDefinition: fc.boolean(),
});

const arbitraryVersions = arbitraryChange.map(({type: {model, definitions}, other, place, change, isInDefinition}) => {
    const apply = (part: TypeModel) => (changes[change] as (model: TypeModel, other: TypeModel) => TypeModel)(part, other.model);
    const {Tree = model} = definitions;
    const changedTree = changePart(Tree, place, apply);
    const isTree = isInDefinition && changedTree.kind === 'object';
    const [changed, changedDefinitions] = isTree ? [model, {Tree: changedTree}] : [changePart(model, place, apply), definitions];
    return {before: contractOf(model, definitions), after: contractOf(changed, changedDefinitions)};
});

describe('comparing contracts, for random types', () => {
    test('a contract is equal to itself', () => {
        fc.assert(
            fc.property(arbitraryType, ({model, definitions}) => {
                const contract = contractOf(model, definitions);
                expect(compareContracts(contract, JSON.parse(JSON.stringify(contract)))).toEqual([]);
            }),
            options,
        );
    });

    test('a difference of types is a change, in both directions', () => {
        fc.assert(
            fc.property(arbitraryVersions, ({before, after}) => {
                const isEqual = before.methods.a?.hash === after.methods.a?.hash;
                expect(compareContracts(before, after).length > 0).toBe(!isEqual);
                expect(compareContracts(after, before).length > 0).toBe(!isEqual);
            }),
            options,
        );
    });

    test('where no change breaks clients, the server takes what they send, and they take what it sends', () => {
        let compatible = 0;
        const arbitraryCase = arbitraryVersions
            .filter(({before, after}) => compareContracts(before, after).length > 0)
            .chain((versions) =>
                fc.record({
                    versions: fc.constant(versions),
                    sent: arbitraryParam(versions.before),
                    received: arbitraryParam(versions.after),
                }),
            );
        fc.assert(
            fc.property(arbitraryCase, ({versions: {before, after}, sent, received}) => {
                const found = compareContracts(before, after);
                const breaks = (place: string) =>
                    found.some(({isBreaking, text}) => isBreaking && text.startsWith(`a: \`${place}`));
                if (!breaks('value') && isWhole(sent)) {
                    compatible++;
                    const wire = JSON.parse(JSON.stringify(interpreterOf(before).encodeParams(paramsOf(before), [sent])));
                    expect(interpreterOf(after).listIssues(paramsOf(after), wire, {wire: true})).toEqual([]);
                }
                if (!breaks('result') && isWhole(received)) {
                    compatible++;
                    const wire = encodeResult(after, received);
                    if (wire !== undefined) interpreterOf(before).decode(resultOf(before), wire);
                    else expect(interpreterOf(before).is(resultOf(before), undefined)).toBe(true);
                }
            }),
            options,
        );
        // Otherwise nothing was tested.
        expect(compatible).toBeGreaterThan(80);
    });
});

function paramsOf({methods}: Contract) {
    return methods.a?.params ?? [];
}

function resultOf({methods}: Contract): TypeModel {
    return methods.a?.returns ?? {kind: 'unknown'};
}

function interpreterOf({definitions}: Contract) {
    return createInterpreter(definitions);
}

function arbitraryParam(contract: Contract): fc.Arbitrary<unknown> {
    return arbitraryValue(resultOf(contract), contract.definitions);
}

function encodeResult(contract: Contract, value: unknown): unknown {
    if (value === undefined) return undefined;
    const text = JSON.stringify(interpreterOf(contract).encode(resultOf(contract), value));
    return text === undefined ? undefined : JSON.parse(text);
}

describe('the declarations of a contract', () => {
    test('are the same for the same API, in whatever order its routes stand', () => {
        const methods = ['b', 'a', 'c/b', 'c/a'].map((id) => ({
            ...{id, kind: 'route' as const},
            model: {
                params: [],
                returns: {kind: 'object', name: 'User', properties: [{name: id, type: {kind: 'string'}}]} as TypeModel,
            },
        }));
        const call = {functionName: 'registerRoutes' as const, definitions: {}};
        const text = writeContractTypes([{...call, methods}]);
        expect(writeContractTypes([{...call, methods: methods.toReversed()}])).toBe(text);
        expect(text.match(/export type \w+/g)).toEqual([
            ...['export type MyApi', 'export type MyRoutes', 'export type User', 'export type User_2'],
            ...['export type User_3', 'export type User_4'],
        ]);
    });

    test('of several calls share equal definitions, and tell others apart', () => {
        const toCall = (id: string, type: TypeModel) => ({
            functionName: 'registerRoutes' as const,
            methods: [{id, kind: 'route' as const, model: {params: [], returns: {kind: 'ref', name: 'Tree'} as TypeModel}}],
            definitions: {Tree: {kind: 'object', name: 'Tree', properties: [{name: 'value', type}, next]} as TypeModel},
        });
        const next = {name: 'next', type: {kind: 'ref', name: 'Tree'}, optional: true};
        const calls = [toCall('a', {kind: 'string'}), toCall('b', {kind: 'number'}), toCall('c', {kind: 'string'})];
        const {definitions, methods} = createContract(calls);
        expect(Object.keys(definitions)).toEqual(['Tree', 'Tree_2']);
        expect(Object.values(methods).map(({returns}) => returns)).toEqual([
            {kind: 'ref', name: 'Tree'},
            {kind: 'ref', name: 'Tree_2'},
            {kind: 'ref', name: 'Tree'},
        ]);
        expect(definitions.Tree_2).toMatchObject({properties: [{type: {kind: 'number'}}, {type: {name: 'Tree_2'}}]});
        expect(writeContractTypes(calls)).toContain('export type Tree_2 = {value: number; next?: Tree_2};');
    });
});
