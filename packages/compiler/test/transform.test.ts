import {SourceMap} from 'node:module';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {transformSync} from 'esbuild';
import {type Compiler, createCompiler} from '../src/compiler.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const importLine = `import {registerRoutes} from '@mionkit/router';`;
const route = `{get: (ctx, when: Date) => when}`;

interface Case {
    readonly file?: string;
    readonly code: string;
    /** What the code looks like around the injection: `…` stands for anything within a line. */
    readonly expected: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
    'imports go before the first statement, on its line': {
        code: `// A comment.\n\n${importLine}\nregisterRoutes(${route});\n`,
        expected: [
            '// A comment.',
            '',
            `import {…} from '@mionkit/router/wire'; ${importLine}`,
            `registerRoutes(${route}, mion$routes0());`,
            '',
            'function mion$routes0() {',
        ],
    },
    'a hashbang and directives stay first': {
        code: `#!/usr/bin/env node\n'use strict';\n"use server";\n${importLine}\nregisterRoutes(${route});\n`,
        expected: [
            '#!/usr/bin/env node',
            `'use strict';`,
            '"use server";',
            `import {…} from '@mionkit/router/wire'; ${importLine}`,
        ],
    },
    'several calls, and calls inside functions': {
        code: `${importLine}\nregisterRoutes(${route});\nexport function start() { return registerRoutes({other: (ctx, when: Date) => 1}); }\n`,
        expected: [
            `import {…} from '@mionkit/router/wire'; ${importLine}`,
            `registerRoutes(${route}, mion$routes0());`,
            'export function start() { return registerRoutes({other: (ctx, when: Date) => 1}, mion$routes1()); }',
        ],
    },
    'a trailing comma, comments and parentheses': {
        code: `${importLine}\nregisterRoutes(\n    (${route}) /* all */,\n);\n`,
        expected: [
            `import {…} from '@mionkit/router/wire'; ${importLine}`,
            'registerRoutes(',
            `    (${route}), mion$routes0() /* all */,`,
            ');',
        ],
    },
    'Windows line ends and characters outside the basic plane': {
        code: `${importLine}\r\nconst smile = '😀é';\r\nregisterRoutes(${route}); // 😀\r\n`,
        expected: [
            `import {…} from '@mionkit/router/wire'; ${importLine}\r`,
            `const smile = '😀é';\r`,
            `registerRoutes(${route}, mion$routes0()); // 😀\r`,
        ],
    },
    'a byte order mark': {
        code: `\uFEFF${importLine}\nregisterRoutes(${route});\n`,
        expected: [`import {…} from '@mionkit/router/wire'; ${importLine}`, `registerRoutes(${route}, mion$routes0());`],
    },
    'nothing to import': {
        code: `${importLine}\nregisterRoutes({raw: {rawHook: () => {}}, get: () => {}});\n`,
        expected: [importLine, 'registerRoutes({raw: {rawHook: () => {}}, get: () => {}}, mion$routes0());'],
    },
    'CommonJS requires': {
        file: 'common/routes.js',
        code: `const {registerRoutes} = require('@mionkit/router');\nregisterRoutes({get: () => new Date()});\n`,
        expected: [
            `const {…} = require('@mionkit/router/wire'); const {registerRoutes} = require('@mionkit/router');`,
            'registerRoutes({get: () => new Date()}, mion$routes0());',
        ],
    },
};

let project: FixtureProject;
let compiler: Compiler;

beforeAll(() => {
    project = createFixtureProject({
        'common/tsconfig.json': JSON.stringify({compilerOptions: {...fixtureTsconfig.compilerOptions, allowJs: true}}),
        'common/package.json': '{"type": "commonjs"}',
    });
    for (const [index, {file = `case${index}.ts`, code}] of Object.values(cases).entries()) project.write(file, code);
    compiler = createCompiler({cwd: project.directory});
});

afterAll(() => {
    compiler.close();
    project.remove();
});

describe('generated code is injected', () => {
    test.each(Object.entries(cases).map(([name, each], index) => ({name, file: `case${index}.ts`, ...each})))(
        '$name',
        ({file, code, expected}) => {
            const result = compiler.transform(code, file)?.code ?? '';
            const lines = result.split('\n').map((line) => line.replace(/\{[\w$, :]*mion\$[\w$, :]*\}/, '{…}'));
            expect(lines.slice(0, expected.length)).toEqual(expected);
            expect(() => transformSync(result, {loader: 'ts'})).not.toThrow();
        },
    );

    test('with a source map that knows where everything came from', () => {
        const code = `// First.\n${importLine}\nregisterRoutes(${route}); after();\ndeclare function after(): void;\n`;
        const file = project.write('mapped.ts', code);
        const result = compiler.transform(code, file);
        const map = new SourceMap(result?.map as never);
        for (const word of ['registerRoutes(', 'when: Date', 'after();']) {
            const [line, column] = findPlace(result?.code ?? '', word);
            expect(map.findEntry(line, column)).toMatchObject({
                originalSource: file,
                originalLine: findPlace(code, word)[0],
                originalColumn: findPlace(code, word)[1],
            });
        }
    });
});

describe('what does not concern mion is left alone', () => {
    const untouched: Readonly<Record<string, string>> = {
        'a file that names none of the functions': 'this is no code at all {',
        'a file that only mentions one': `// registerRoutes\nexport const registerRoutes = 1;\n`,
        'a file that only passes one on': `export {registerRoutes} from '@mionkit/router';\n`,
        'a call with its second argument': `${importLine}\nregisterRoutes({a: () => 1}, {version: 2, methods: {}});\n`,
    };

    test.each(Object.entries(untouched))('%s', (name, code) => {
        const file = project.write(`untouched-${name.length}.ts`, code);
        expect(compiler.transform(code, file)).toBeUndefined();
    });
});

describe('type models', () => {
    const code = `${importLine}\nregisterRoutes({get: (ctx, id: string) => id});\n`;

    test.each([
        {metadata: true, expected: true},
        {metadata: false, expected: false},
        {metadata: undefined, expected: false},
    ])('metadata: $metadata, in a program without @mionkit/common', ({metadata, expected}) => {
        const file = project.write('metadata.ts', code);
        const other = createCompiler({cwd: project.directory, ...(metadata !== undefined && {metadata})});
        try {
            expect(other.transform(code, file)?.code.includes('getModels: ')).toBe(expected);
        } finally {
            other.close();
        }
    });

    test('are there by themselves where @mionkit/common is', () => {
        project.write('served/node_modules/@mionkit/common/package.json', '{"name": "@mionkit/common", "types": "index.d.ts"}');
        project.write('served/node_modules/@mionkit/common/index.d.ts', 'export declare const clientRoutes: {};');
        const served = `import '@mionkit/common';\n${code}`;
        const file = project.write('served/routes.ts', served);
        expect(compiler.transform(served, file)?.code).toContain('getModels: ');
    });
});

function findPlace(text: string, word: string): [number, number] {
    const before = text.slice(0, text.indexOf(word)).split('\n');
    return [before.length - 1, before.at(-1)?.length ?? 0];
}

test('what TypeScript reports of the types counts, although the code is generated while it looks', () => {
    const types = project.write(
        'reported-types.ts',
        `export interface Named {name: string}\nexport const count: number = 'one';\n`,
    );
    const code = `import type {Named} from './reported-types.ts';\n${importLine}\nregisterRoutes({get: (ctx, value: Named) => value.name});\n`;
    const file = project.write('reported.ts', code);
    expect(() => compiler.transform(code, file)).toThrow('TS2322');
    // Also the second time, when the code is known.
    expect(() => compiler.transform(code, file)).toThrow('TS2322');
    project.write('reported-types.ts', 'export interface Named {name: string}\n');
    compiler.changed([types]);
    expect(compiler.transform(code, file)?.code).toContain('mion$routes0()');
});
