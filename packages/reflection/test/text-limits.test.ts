import {describe, expect, test} from '@jest/globals';
import {defaultTextLimits, type PropertyModel, type TextLimits, type TypeModel} from '@mionkit/core';
import fc from 'fast-check';
import {completeModels} from '../src/complete-models.ts';
import {interpretCompiledRoutes} from '../src/interpret-compiled-routes.ts';
import {createBudget, evaluateRoutes, getMethod, toEchoMethod} from './evaluate-routes.ts';

/** The types whose texts are limited, with a text of any length from 12 up. */
const limited: readonly {
    readonly model: TypeModel;
    readonly limit: keyof TextLimits;
    readonly toText: (length: number) => string;
}[] = [
    {model: {kind: 'bigint'}, limit: 'maxBigIntDigits', toText: (length) => '1'.repeat(length)},
    {model: {kind: 'bigint', max: '5'}, limit: 'maxBigIntDigits', toText: (length) => `-${'1'.repeat(length)}`},
    {model: {kind: 'url'}, limit: 'maxUrlLength', toText: (length) => 'http://a.b/'.padEnd(length, 'x')},
    {model: {kind: 'regexp'}, limit: 'maxRegExpLength', toText: (length) => `/${'a'.repeat(length - 2)}/`},
];

/** Where a type can stand, and the JSON value with its text there. */
const places: readonly {
    readonly what: string;
    readonly toModel: (model: TypeModel) => TypeModel;
    readonly toWire: (text: string, tag: string) => unknown;
}[] = [
    {what: 'itself', toModel: (model) => model, toWire: (text) => text},
    {what: 'a nullable', toModel: (model) => ({kind: 'union', members: [model, {kind: 'null'}]}), toWire: (text) => text},
    {
        what: 'a property',
        toModel: (type) => ({kind: 'object', properties: [{name: 'a', type}]}),
        toWire: (a) => ({a}),
    },
    {
        what: 'an optional property of an item',
        toModel: (type) => ({kind: 'array', items: {kind: 'object', properties: [{name: 'a', type, optional: true}]}}),
        toWire: (a) => [{}, {a}],
    },
    {what: 'an item', toModel: (items) => ({kind: 'array', items}), toWire: (text) => [text]},
    {what: 'a member of a set', toModel: (items) => ({kind: 'set', items}), toWire: (text) => [text]},
    {what: 'a key', toModel: (keys) => ({kind: 'map', keys, values: {kind: 'null'}}), toWire: (text) => [[text, null]]},
    {
        what: 'a value of a record',
        toModel: (values) => ({kind: 'record', indexes: [{keys: {kind: 'string'}, values}]}),
        toWire: (a) => ({a}),
    },
    {
        what: 'a rest element',
        toModel: (type) => ({kind: 'tuple', elements: [{type: {kind: 'number'}}, {type, rest: true}]}),
        toWire: (text) => [1, text],
    },
    {
        what: 'a tagged union',
        toModel: (model) => ({kind: 'union', members: [{kind: 'string'}, model]}),
        toWire: (text, tag) => [tag, text],
    },
    {
        what: 'an object of a union',
        toModel: (type) => ({
            kind: 'union',
            members: [
                {kind: 'object', properties: [{name: 'b', type: {kind: 'string'}}]},
                {kind: 'object', properties: [{name: 'a', type}]},
            ],
        }),
        toWire: (a) => ({a}),
    },
    {
        what: 'a recursive type',
        toModel: () => ({kind: 'ref', name: 'List'}),
        toWire: (a) => ({a, next: {a}}),
    },
];

/** The method that takes and returns a type, generated and interpreted. `inner` is what the recursive type holds. */
function createSubject(type: TypeModel, inner: TypeModel) {
    const next: TypeModel = {kind: 'ref', name: 'List'};
    const properties: readonly PropertyModel[] = [
        {name: 'a', type: inner},
        {name: 'next', type: next, optional: true},
    ];
    const models = completeModels({
        methods: {echo: toEchoMethod(type)},
        definitions: type.kind === 'ref' ? {List: {kind: 'object', properties}} : {},
    });
    const model = models.methods.echo ?? toEchoMethod(type);
    const methods = [{id: 'echo', kind: 'route' as const, model}];
    const source = {methods, definitions: models.definitions, models: false, undeclared: true, isResult: true};
    const routes = [evaluateRoutes(source), interpretCompiledRoutes(source)];
    return {model: model.returns as TypeModel, methods: routes.map((compiled) => getMethod(compiled, 'echo'))};
}

/** The tag of the member of a union that holds the limited type. */
function findTag(model: TypeModel): string {
    return (model.kind === 'union' && model.tags?.find((tag) => tag !== 'string')) || '';
}

describe.each(limited)('$limit of $model', ({model: type, limit, toText}) => {
    test.each(places)('holds for $what: generated code, rules and interpreter agree', ({toModel, toWire}) => {
        const {model, methods} = createSubject(toModel(type), type);
        const tag = findTag(model);
        const most = fc.option(fc.integer({min: 12, max: 80}), {nil: undefined});
        const property = fc.property(most, fc.constantFrom(-2, -1, 0, 1, 2), (given, more) => {
            const limits = given === undefined ? undefined : {...defaultTextLimits, [limit]: given};
            const length = (given ?? defaultTextLimits[limit]) + more;
            const wire = toWire(toText(length), tag);
            for (const {params, isResult, encode} of methods) {
                const budget = () => createBudget({limits});
                expect(params?.isWire([wire], budget())).toBe(more <= 0);
                expect((params?.isStrict ?? params?.isWire)?.([wire], budget())).toBe(more <= 0);
                expect(params?.errors([wire], budget()).length === 0).toBe(more <= 0);
                // As with validation off.
                const decode = () => params?.decode?.([wire], budget())[0];
                if (more > 0) expect(decode).toThrow(TypeError);
                else {
                    expect(isResult?.(decode(), createBudget())).toBe(true);
                    expect(JSON.parse(encode?.(decode()) ?? '')).toEqual(wire);
                }
            }
        });
        fc.assert(property, {numRuns: 40, seed: 1});
    });

    test('does not hold for what a program sends', () => {
        const text = toText(defaultTextLimits[limit] + 1);
        const budget = createBudget({limits: {...defaultTextLimits, [limit]: Number.POSITIVE_INFINITY}});
        for (const {params, encode} of createSubject(type, type).methods)
            expect(JSON.parse(encode?.(params?.decode?.([text], budget)[0]) ?? '')).toBe(text);
    });
});
