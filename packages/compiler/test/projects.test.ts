import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const {compilerOptions} = fixtureTsconfig;

function tsconfig(options: object, rest: object = {}): string {
    return JSON.stringify({compilerOptions: {...compilerOptions, ...options}, ...rest});
}

/** A route whose param is what `import` gives. */
function route(imported: string, before = ''): string {
    return `${before}import {registerRoutes} from '@mionkit/router';\n${imported}\nregisterRoutes({get: (ctx, value: Value) => {}});\n`;
}

const value = (name: string) => `export interface Value {${name}: string}`;

/** By file: its text, and the name of the one property that its route's param is expected to have. */
const cases: Readonly<Record<string, {readonly text: string; readonly property: string}>> = {
    'aliases/src/routes.ts': {text: route(`import type {Value} from '@/value.ts';`), property: 'byPaths'},
    'package-imports/routes.ts': {text: route(`import type {Value} from '#types/value';`), property: 'byImports'},
    'references/app/src/routes.ts': {
        text: route(`import type {Value} from '../../library/src/value.ts';`),
        property: 'byReference',
    },
    'solution/src/routes.ts': {text: route(`import type {Value} from './value.ts';`), property: 'bySolution'},
    'extensions/module.mts': {text: route(`import type {Value} from './value.mts';`), property: 'mts'},
    'extensions/common.cts': {
        text: `import type {Value} from './value.mts' with {'resolution-mode': 'import'};\nimport router = require('@mionkit/router');\nrouter.registerRoutes({get: (ctx, value: Value) => {}});\n`,
        property: 'mts',
    },
    'extensions/view.tsx': {
        text: route(`import type {Value} from './value.mts';\nconst element = <T,>(value: T) => value;`),
        property: 'mts',
    },
    'packages/routes.ts': {text: route(`import type {Value} from 'built';`), property: 'fromDeclarations'},
    'loose/test/routes.ts': {text: route(`import type {Value} from '../src/value.ts';`), property: 'loose'},
    'layout/src/routes.ts': {text: route(`import type {Value} from './value.ts';`), property: 'layout'},
    'outside/src/routes.ts': {text: route(`import type {Value} from '../value.ts';`), property: 'outside'},
    'none/routes.ts': {text: route(`import type {Value} from './value.ts';`), property: 'none'},
};

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject({
        'aliases/tsconfig.json': tsconfig({paths: {...compilerOptions.paths, '@/*': ['./src/*']}}),
        'aliases/src/value.ts': value('byPaths'),
        'package-imports/tsconfig.json': tsconfig({}),
        'package-imports/package.json': JSON.stringify({name: 'x', type: 'module', imports: {'#types/*': './types/*.ts'}}),
        'package-imports/types/value.ts': value('byImports'),
        'references/library/tsconfig.json': tsconfig({composite: true, noEmit: false, emitDeclarationOnly: true}),
        'references/library/src/value.ts': value('byReference'),
        'references/app/tsconfig.json': tsconfig({}, {include: ['src'], references: [{path: '../library'}]}),
        'solution/tsconfig.json': JSON.stringify({files: [], references: [{path: './tsconfig.app.json'}]}),
        'solution/tsconfig.app.json': tsconfig({}, {include: ['src']}),
        'solution/src/value.ts': value('bySolution'),
        'extensions/tsconfig.json': tsconfig({jsx: 'preserve'}),
        'extensions/value.mts': value('mts'),
        'packages/tsconfig.json': tsconfig({}),
        'packages/node_modules/built/package.json': JSON.stringify({
            name: 'built',
            type: 'module',
            exports: {types: './index.d.ts', default: './index.js'},
        }),
        'packages/node_modules/built/index.d.ts': value('fromDeclarations'),
        'packages/node_modules/built/index.js': 'export {};',
        'loose/tsconfig.json': tsconfig(
            {composite: true, rootDir: 'src', noEmit: false, emitDeclarationOnly: true},
            {include: ['src']},
        ),
        'loose/src/value.ts': value('loose'),
        'layout/tsconfig.json': tsconfig({noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: 'dist'}),
        'layout/src/value.ts': value('layout'),
        'outside/tsconfig.json': tsconfig(
            {noEmit: false, composite: true, emitDeclarationOnly: true, rootDir: 'src'},
            {include: ['src']},
        ),
        'outside/value.ts': value('outside'),
        'none/value.ts': value('none'),
        ...Object.fromEntries(Object.entries(cases).map(([file, {text}]) => [file, text])),
    });
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

test.each(Object.entries(cases))('%s', (file, {text, property}) => {
    const {calls, diagnostics} = reader.read(text, file);
    expect(diagnostics).toEqual([]);
    expect(calls[0]?.methods[0]?.model.params[0]?.type).toMatchObject({properties: [{name: property}]});
});

test('one tsconfig for all files', () => {
    const other = createRouteReader({cwd: project.directory, tsconfig: join('aliases', 'tsconfig.json')});
    try {
        const file = 'loose/test/routes.ts';
        const text = route(`import type {Value} from '@/value.ts';`);
        expect(other.read(text, file)).toMatchObject({
            diagnostics: [],
            calls: [{methods: [{model: {params: [{type: {properties: [{name: 'byPaths'}]}}]}}]}],
        });
    } finally {
        other.close();
    }
});

test('CommonJS without import syntax', () => {
    const text = `const {registerRoutes} = require('@mionkit/router');\nregisterRoutes({get: () => 1});\n`;
    project.write('scripts/tsconfig.json', tsconfig({allowJs: true}));
    project.write('scripts/package.json', '{"type": "commonjs"}');
    project.write('scripts/routes.js', text);
    expect(reader.read(text, 'scripts/routes.js')).toMatchObject({isCommonJs: true, calls: [{methods: [{id: 'get'}]}]});
});
