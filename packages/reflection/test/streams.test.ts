import {describe, expect, test} from '@jest/globals';
import type {MethodModel, TypeModel} from '@mionkit/core';
import {completeModels} from '../src/complete-models.ts';
import {writeContractTypes} from '../src/contract.ts';
import {generateCompiledRoutes} from '../src/generate-compiled-routes.ts';
import {createModelHash} from '../src/hash-model.ts';
import {toJsonSchema} from '../src/json-schema.ts';
import {needsAllKinds} from '../src/needs-all-kinds.ts';

const date: TypeModel = {kind: 'date'};
const bytes: TypeModel = {kind: 'stream'};
const streamOf = (items: TypeModel): TypeModel => ({kind: 'stream', items});

function toMethod(returns: TypeModel) {
    return {id: 'a', kind: 'route' as const, model: {params: [], returns} satisfies MethodModel};
}

describe('generated code', () => {
    test.each([
        ['of values', streamOf(date), {stream: 'mion$streamValues', encode: 'mion$encodeDate'}],
        ['of bytes', bytes, {stream: 'mion$streamBytes'}],
        ['of nothing', streamOf({kind: 'undefined'}), {stream: 'mion$streamValues'}],
        [
            'of values that can be absent',
            streamOf({kind: 'union', members: [{kind: 'undefined'}, {kind: 'number'}]}),
            {stream: 'mion$streamValues', encode: "(v) => (v === undefined ? 'null' : mion$encodeNumber(v))"},
        ],
    ])('of a stream %s', (_what, returns, fields) => {
        const {body, imports} = generateCompiledRoutes({methods: [toMethod(returns)], definitions: {}, models: false});
        const codec = /function codec1\(\) \{\n {4}return \{\n(.*?)\n {4}\};/s.exec(body)?.[1];
        const lines = Object.entries(fields).map(([name, code]) => `        ${name}: ${code}`);
        expect(codec).toBe(lines.join(',\n'));
        expect(imports).toContain(fields.stream.replace('mion$', ''));
    });

    test('without streams names nothing of them', () => {
        const {body, imports} = generateCompiledRoutes({methods: [toMethod(date)], definitions: {}, models: false});
        expect(`${body} ${imports}`).not.toContain('stream');
    });

    test('checks each value where results are checked', () => {
        const source = {methods: [toMethod(streamOf({kind: 'string'}))], definitions: {}, models: false, isResult: true};
        expect(generateCompiledRoutes(source).body).toContain("isResult: (v) => typeof v === 'string'");
    });
});

test('the hash tells streams by their values', () => {
    const hash = createModelHash({});
    const models = [bytes, streamOf(date), streamOf({kind: 'string'}), streamOf({kind: 'bytes', type: 'Uint8Array'}), date];
    expect(new Set(models.map(hash)).size).toBe(models.length);
    expect(hash(streamOf({kind: 'date'}))).toBe(hash(streamOf(date)));
});

test('a model is complete inside a stream too', () => {
    const members: TypeModel[] = [{kind: 'null'}, {kind: 'undefined'}, {kind: 'string'}];
    const {methods} = completeModels({methods: {a: toMethod(streamOf({kind: 'union', members})).model}, definitions: {}});
    const items = {kind: 'union', members: [{kind: 'string'}, {kind: 'undefined'}, {kind: 'null'}]};
    expect(methods.a?.returns).toMatchObject({kind: 'stream', items: {...items, tags: expect.any(Array)}});
});

test('JSON Schema describes each value', () => {
    expect(toJsonSchema(streamOf({kind: 'number'}))).toMatchObject({type: 'number'});
    expect(toJsonSchema(bytes)).toMatchObject({type: 'string', contentMediaType: 'application/octet-stream'});
});

test('a contract declares what a client gets', () => {
    const declare = (model: TypeModel) => {
        const calls = [{functionName: 'registerRoutes' as const, methods: [toMethod(model)], definitions: {}}];
        return writeContractTypes(calls);
    };
    expect(declare(streamOf(date))).toContain('AsyncIterable<Date>');
    expect(declare(bytes)).toMatch(/=> ByteStream.*type ByteStream = typeof globalThis extends/s);
});

test('rare kinds are found inside a stream', () => {
    expect(needsAllKinds(streamOf({kind: 'bigint'}))).toBe(true);
    expect(needsAllKinds(streamOf(date))).toBe(false);
});
