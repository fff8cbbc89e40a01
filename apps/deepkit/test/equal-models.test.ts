import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, test} from '@jest/globals';
import {createCompiler} from '@mionkit/compiler';
import type {MethodModel, MethodModels, TypeModel} from '@mionkit/core';
import {readModels} from '@mionkit/core/wire';
import {deepkit} from '@mionkit/reflection/deepkit';
import {createModelHash, hashMethod} from '@mionkit/reflection/generator';
import {importWithDeepkit} from './bundle-with-deepkit.ts';
import {type FrontEndCase, frontEndCases} from './front-end-cases.ts';

type Handler = (...params: never[]) => unknown;

const mionNames = [
    ...['After', 'Before', 'Email', 'ExclusiveMax', 'ExclusiveMin', 'Integer', 'Max', 'MaxItems', 'MaxLength', 'Min', 'MinItems'],
    ...['MinLength', 'MultipleOf', 'Negative', 'NonNegative', 'NonPositive', 'Pattern', 'Positive', 'Uuid'],
];
const deepkitNames = [
    ...['AfterDate', 'Alpha', 'Alphanumeric', 'BeforeDate', 'Decimal', 'Email', 'ExclusiveMaximum', 'ExclusiveMinimum', 'float'],
    ...['int8', 'integer', 'MaxLength', 'Maximum', 'MinLength', 'Minimum', 'MongoId', 'MultipleOf', 'Negative', 'NegativeNoZero'],
    ...['Pattern', 'Positive', 'PositiveNoZero', 'PrimaryKey', 'uint32', 'UUID'],
];

let mionModels: MethodModels;
let deepkitModels: MethodModels;

beforeAll(async () => {
    mionModels = readWithMion(frontEndCases);
    deepkitModels = await readWithDeepkit(frontEndCases);
});

/** The models that mion's compiler writes into a file with a route for each type. */
function readWithMion(cases: readonly FrontEndCase[]): MethodModels {
    const routes = cases.map(({declarations = '', type}, index) => {
        return `case${index}: (() => { ${declarations} return (ctx: CallContext, value: ${type}): void => {}; })(),`;
    });
    const code = `import type {${mionNames.join(', ')}} from '@mionkit/core';
        import {type CallContext, registerRoutes} from '@mionkit/router';
        registerRoutes({${routes.join('\n')}});`;
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const compiler = createCompiler({cwd, metadata: true});
    try {
        const compiled = compiler.transform(code, `${cwd}test/routes/compared.ts`)?.code ?? '';
        const [, text] = /mion\$readModels\(('.*')\)/.exec(compiled) ?? [];
        return readModels(new Function(`return ${text}`)() as string);
    } finally {
        compiler.close();
    }
}

/** The models that `deepkit()` makes of a file for each type. */
async function readWithDeepkit(cases: readonly FrontEndCase[]): Promise<MethodModels> {
    const files = cases.map(({declarations = '', type, deepkitType = type}, index) => {
        const code = `import {${deepkitNames.join(', ')}} from '@deepkit/type';
            const lowerCase = /^[a-z]+$/;
            ${declarations}
            export const route = (ctx: unknown, value: ${deepkitType}): void => {};`;
        return [`case${index}.ts`, code] as const;
    });
    const entry = cases.map((_, index) => `export * as case${index} from './case${index}.ts';`).join('\n');
    const module = await importWithDeepkit<Record<string, {route: Handler}>>('equal-models', {
        entry,
        files: Object.fromEntries(files),
    });
    const methods = Object.entries(module).map(([id, {route}]) => ({id, kind: 'route' as const, handler: route}));
    const compiled = deepkit().compileRoutes?.(methods, {validateReturn: false, unknownProperties: 'drop'});
    return compiled?.getModels?.() ?? {methods: {}, definitions: {}};
}

/** Deepkit has the properties of interfaces in another order, which changes nothing but the order in which they are written. */
function sortProperties(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sortProperties);
    if (typeof value !== 'object' || value === null) return value;
    const sorted = Object.entries(value).map(([key, part]) => {
        const parts = sortProperties(part);
        return key === 'properties'
            ? [key, (parts as {name: string}[]).sort((a, b) => (a.name < b.name ? -1 : 1))]
            : [key, parts];
    });
    return Object.fromEntries(sorted);
}

/** What a method takes, with the definitions that it leads to in their places, once. */
function unfold(models: MethodModels, id: string): unknown {
    const open = (value: unknown, names: readonly string[]): unknown => {
        if (Array.isArray(value)) return value.map((part) => open(part, names));
        if (typeof value !== 'object' || value === null) return value;
        const model = value as TypeModel;
        if (model.kind === 'ref' && !names.includes(model.name))
            return open(models.definitions[model.name], [...names, model.name]);
        // Two files may each have a definition of one name, and then one of them has a number.
        if (model.kind === 'ref') return {kind: 'ref', depth: names.length - names.indexOf(model.name)};
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, open(part, names)]));
    };
    return open(models.methods[id]?.params, []);
}

describe('both compilers make the same model of', () => {
    test.each(frontEndCases.map(({name}, index) => [name, `case${index}`] as const))('%s', (_, id) => {
        expect(deepkitModels.methods[id]).toBeDefined();
        expect(sortProperties(unfold(deepkitModels, id))).toEqual(sortProperties(unfold(mionModels, id)));
        expect(toHash(deepkitModels, id)).toBe(toHash(mionModels, id));
    });
});

function toHash({methods, definitions}: MethodModels, id: string): string {
    return hashMethod(methods[id] as MethodModel, createModelHash(definitions));
}
