import {describe, expect, test} from '@jest/globals';
import type {TypeModel} from '@mionkit/core';
import {typeCases} from '@mionkit/test-kit';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {completeModels} from '../src/complete-models.ts';
import {createInterpreter} from '../src/create-interpreter.ts';
import {toJsonSchema} from '../src/json-schema.ts';
import {getChildren} from '../src/model-children.ts';
import {arbitraryType} from './arbitrary-types.ts';
import {arbitraryValue, isWhole} from './arbitrary-values.ts';
import {changeOne} from './change-one.ts';

function createAjv(): Ajv2020 {
    // As mion reads values: own properties only, and UTF-16 code units.
    const ajv = new Ajv2020({
        strictTuples: false,
        ownProperties: true,
        unicode: false,
        unicodeRegExp: false,
        multipleOfPrecision: 9,
        logger: false,
    });
    addFormats.default(ajv);
    return ajv;
}

/** Kinds that accept less than their schema. */
const looser: ReadonlySet<TypeModel['kind']> = new Set(['date', 'url', 'regexp', 'template', 'map', 'unknown', 'tuple', 'ref']);

function isLooser(model: TypeModel): boolean {
    return looser.has(model.kind) || getChildren(model).some(isLooser);
}

/** Texts that are refused for what JSON Schema can't say. */
const letPass: Readonly<Record<string, readonly string[]>> = {
    // 65 levels: no schema counts them.
    unknown: [`${'['.repeat(65)}${']'.repeat(65)}`],
    'JSON value': [`${'['.repeat(64)}1${']'.repeat(64)}`],
    Date: [
        '"2021-02-29T00:00:00Z"',
        '"1900-02-29T00:00:00Z"',
        '"2021-04-31T00:00:00Z"',
        '"+275760-09-13T00:00:00.001Z"',
        '"+002021-02-29T00:00:00Z"',
    ],
    URL: ['"http://"'],
    RegExp: ['"/(/"', '"/a/gg"'],
    'Set of a tagged union': [
        '[["string","a"],null,["string","a"]]',
        '[["date","1970-01-01T00:00:00Z"],["date","1970-01-01T00:00:00Z"]]',
        '[null,null]',
    ],
    'Map with keys of a tagged union': ['[[["string","a"],1],[["string","a"],2]]'],
    Map: ['[["a","1970-01-01T00:00:00Z"],["a","1970-01-01T00:00:00Z"]]'],
    // Numbers in holes have forms that no pattern lists.
    'template literal of text and numbers': ['"v1.5.2-"'],
    'tuple with a rest element in the middle': ['["a",1,1,true]', '["a",true,1]'],
    'range of a bigint': ['"-1"', '"11"'],
    'range of a Date': ['"2020-01-01T00:00:00Z"', '"2021-01-01T00:00:00Z"'],
    'size of bytes': ['"AQID"'],
    'format email': [JSON.stringify(`${'a'.repeat(65)}@b.c`), JSON.stringify(`a@${'b'.repeat(64)}.c`)],
    'format url': ['"http://"'],
};

describe('the JSON Schema', () => {
    test.each(typeCases.map((typeCase) => [typeCase.name, typeCase] as const))(
        'of %s accepts what the type accepts',
        (_, {name, model, definitions = {}, good, bad}) => {
            const models = completeModels({methods: {m: {params: [{name: 'value', type: model}], returns: model}}, definitions});
            const validate = createAjv().compile(toJsonSchema(models.methods.m?.params[0]?.type ?? model, models.definitions));
            for (const {text} of good) expect([text, validate(JSON.parse(text))]).toEqual([text, true]);
            for (const {text} of bad)
                expect([text, validate(JSON.parse(text))]).toEqual([text, letPass[name]?.includes(text) ?? false]);
        },
    );

    test('of random types accepts what the interpreter accepts', () => {
        const sample = arbitraryType.chain(({model, definitions}) => {
            const models = completeModels({methods: {m: {params: [{name: 'value', type: model}], returns: model}}, definitions});
            const type = models.methods.m?.params[0]?.type ?? model;
            return fc.record({
                type: fc.constant(type),
                definitions: fc.constant(models.definitions),
                value: arbitraryValue(type, models.definitions),
            });
        });
        fc.assert(
            fc.property(sample, fc.nat(), fc.jsonValue({maxDepth: 1}), ({type, definitions, value}, place, other) => {
                const interpreter = createInterpreter(definitions);
                if (value === undefined || !isWhole(value) || !interpreter.is(type, value)) return;
                const validate = createAjv().compile(toJsonSchema(type, definitions));
                const wire: unknown = JSON.parse(JSON.stringify(interpreter.encode(type, value)) ?? 'null');
                expect([wire, validate(wire)]).toEqual([wire, true]);
                const changed = changeOne(wire, place, other);
                const issues = interpreter.listIssues([{name: 'value', type}], [changed], {wire: true});
                if (issues.length === 0 || !isLooser(type))
                    expect([changed, validate(changed)]).toEqual([changed, issues.length === 0]);
            }),
            {numRuns: Number(process.env.FC_RUNS ?? 60), seed: Number(process.env.FC_SEED ?? 1)},
        );
    });
});
