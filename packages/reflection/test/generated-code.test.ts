import {gzipSync} from 'node:zlib';
import {describe, expect, test} from '@jest/globals';
import type {Definitions, TypeModel} from '@mionkit/core';
import {typeCases} from '@mionkit/test-kit';
import {buildSync} from 'esbuild';
import {generateCompiledRoutes} from '../src/generate-compiled-routes.ts';
import {createBudget, evaluateMethod} from './evaluate-routes.ts';

// A few shapes, for people to read. The type cases prove what the code does.
const shown = [
    'object',
    'tuple with optional elements',
    'recursive type',
    'objects told apart by a literal',
    'overlapping objects',
    'Date or string',
    'object with an index signature',
    'length of a string',
    'object with names that try to become code',
];

describe('generated code', () => {
    test.each(shown)('of %s', (name) => {
        const typeCase = typeCases.find((candidate) => candidate.name === name);
        if (!typeCase) throw new Error(`There is no case '${name}'.`);
        expect(generate(typeCase)).toMatchSnapshot();
    });

    test.each(typeCases.map((typeCase) => [typeCase.name, typeCase] as const))(
        'of %s names nothing after the types',
        (_, typeCase) => {
            // What remains without strings, templates and property names is code of ours only.
            const code = generate(typeCase)
                .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '')
                .replaceAll(/(?<!\.)\.\w+|[\w$]+(?=:)/g, '');
            const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
            const own =
                /^(?:mion\$\w+|(?:isWire|isLive|decode|encode|matches|hasLiteral|pattern|type|codec)\d+|[vbdepotknwxhs]|[sf]\d+|id|types|methods|definitions|rules|listIssues|getTypes)$/;
            const keywords =
                /^(?:Number|return|function|const|let|if|for|of|switch|case|continue|true|false|null|undefined|typeof|new)$/;
            expect([...words].filter((word) => !own.test(word) && !keywords.test(word))).toEqual([]);
        },
    );

    test('tells a definition from an equal type that stands where it is used', () => {
        const members = Array.from({length: 10}, (_, index) => ({kind: 'literal' as const, value: `l${index}`}));
        const definitions: Definitions = {Wide: {kind: 'union', members}};
        const params = [{name: 'value', type: {kind: 'ref' as const, name: 'Wide'}}];
        const {params: codec, encode} = evaluateMethod({params, returns: {kind: 'union', members}}, definitions);
        expect([codec?.isWire(['l1'], createBudget()), codec?.isWire(['x'], createBudget())]).toEqual([true, false]);
        expect(encode?.('l1')).toBe('"l1"');
        expect(() => encode?.('x')).toThrow('a value of its type');
    });

    test('of a ring of 2,000 types is made without 2,000 nested calls', () => {
        const size = 2000;
        const toNode = (index: number): TypeModel => ({
            kind: 'object',
            properties: [
                {name: `at${index}`, type: {kind: 'date'}},
                {name: 'next', type: {kind: 'ref', name: `Node${(index + 1) % size}`}, optional: true},
            ],
        });
        const definitions = Object.fromEntries(Array.from({length: size}, (_, index) => [`Node${index}`, toNode(index)]));
        const node: TypeModel = {kind: 'ref', name: 'Node0'};
        const {params, encode} = evaluateMethod({params: [{name: 'value', type: node}], returns: node}, definitions);
        const wire = {at0: '2026-01-02T03:04:05.678Z', next: {at1: '2026-01-02T03:04:05.678Z'}};
        expect(params?.isWire([wire], createBudget())).toBe(true);
        expect(params?.isWire([{...wire, next: {at0: wire.at0}}], createBudget())).toBe(false);
        expect(encode?.(params?.decode?.([wire], createBudget())[0])).toBe(JSON.stringify(wire));
    });

    test('is small', () => {
        const sizes = shown.map((name) => {
            const typeCase = typeCases.find((candidate) => candidate.name === name);
            return [name, typeCase ? measure(generate(typeCase)) : 0];
        });
        expect(Object.fromEntries(sizes)).toMatchSnapshot();
    });
});

function generate({model, definitions = {}}: (typeof typeCases)[number]): string {
    const methods = [{id: 'value', kind: 'route' as const, model: {params: [{name: 'value', type: model}], returns: model}}];
    return generateCompiledRoutes({methods, definitions, models: false}).body;
}

/** Minified and compressed. */
function measure(body: string): number {
    const {code} = (
        buildSync({stdin: {contents: `export function routes() {${body}}`}, minify: true, write: false, format: 'esm'})
            .outputFiles ?? []
    ).map(({text}) => ({code: text}))[0] ?? {code: ''};
    return gzipSync(code, {level: 9}).length;
}
