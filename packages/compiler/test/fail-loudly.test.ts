import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {CompileDiagnostic} from '../src/compile-diagnostic.ts';
import {type Compiler, createCompiler} from '../src/compiler.ts';
import {MionCompileError} from '../src/mion-compile-error.ts';
import {failLoudlyCases} from './fail-loudly-cases.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const imports = `import {addStartHooks, type CallContext, registerRoutes, type Routes} from '@mionkit/router';\n`;
const good = `import {registerRoutes} from '@mionkit/router';\nregisterRoutes({a: () => 1});\n`;

let project: FixtureProject;
let compiler: Compiler;

/** A tsconfig with these options instead of the fixtures' own. */
function toTsconfig(options: object): string {
    return JSON.stringify({compilerOptions: {...fixtureTsconfig.compilerOptions, noUnusedLocals: true, ...options}});
}

beforeAll(() => {
    project = createFixtureProject({
        'broken.ts': `import type {Tag} from './nowhere.ts';\nexport interface User {id: string; tag: Tag}`,
        'unused/routes.ts': `import type {User} from '../broken.ts';\n${good}`,
        'unused/tsconfig.json': toTsconfig({}),
        'no-router/tsconfig.json': toTsconfig({paths: {}}),
        'no-router/routes.ts': good,
        'no-nulls/tsconfig.json': toTsconfig({strict: false}),
        'no-nulls/routes.ts': good,
        'nulls/tsconfig.json': toTsconfig({strict: false, strictNullChecks: true}),
        'nulls/routes.ts': good,
        'bad-options/tsconfig.json': toTsconfig({moduleResolution: 'classic'}),
        'bad-options/routes.ts': good,
        'bad-json/tsconfig.json': '{"compilerOptions": {"strict": true,, }',
        'bad-json/routes.ts': good,
        'no-types/tsconfig.json': toTsconfig({types: ['nowhere']}),
        'no-types/routes.ts': good,
    });
    for (const [index, {code}] of Object.values(failLoudlyCases).entries()) project.write(`case${index}.ts`, imports + code);
    compiler = createCompiler({cwd: project.directory});
});

afterAll(() => {
    compiler.close();
    project.remove();
});

function compile(code: string, fileName: string): readonly CompileDiagnostic[] {
    try {
        compiler.transform(code, fileName);
    } catch (error) {
        if (error instanceof MionCompileError) return error.diagnostics;
        throw error;
    }
    return [];
}

describe('every problem of a file is reported, with its place and what to do', () => {
    test.each(Object.entries(failLoudlyCases).map(([name, each], index) => ({name, ...each, index})))(
        '$name',
        ({code, problems, index}) => {
            const reported = compile(imports + code, `case${index}.ts`).map(({file, line, column, message}) => {
                const name = file.endsWith('broken.ts') ? 'broken.ts:' : '';
                const text = message.replace(/(TS\d+): .*/s, '$1').replace(/(Its options are) .*/, '$1 …');
                return `${name}${line}:${column} ${text}`;
            });
            expect(reported).toEqual(problems);
        },
    );

    test('with the id, the path inside the type, and a code frame', () => {
        const code = `${imports}registerRoutes({\n\tusers: {get: (ctx, filter: {tags: any[]}) => 1},\n});\n`;
        const [diagnostic] = compile(code, 'case0.ts');
        expect(diagnostic).toMatchObject({line: 3, column: 30, methodId: 'users/get', typePath: 'filter.tags[]'});
        expect(diagnostic?.frame).toBe(
            [
                `  1 | ${imports.trimEnd()}`,
                '  2 | registerRoutes({',
                '> 3 | \tusers: {get: (ctx, filter: {tags: any[]}) => 1},',
                `    | \t${' '.repeat(28)}^`,
                '  4 | });',
                '  5 |',
            ].join('\n'),
        );
    });
});

describe('what makes every type uncertain is an error', () => {
    const cases: readonly {name: string; file: string; problem: RegExp | undefined}[] = [
        {name: 'strictNullChecks off', file: 'no-nulls/routes.ts', problem: /`strictNullChecks` is off.*Turn on `strict`/},
        {name: 'strictNullChecks alone', file: 'nulls/routes.ts', problem: undefined},
        {
            name: 'an option that TypeScript 7 does not have',
            file: 'bad-options/routes.ts',
            problem: /TS\d+.*reads the tsconfig with TypeScript 7/,
        },
        {name: 'a tsconfig that is no JSON', file: 'bad-json/routes.ts', problem: /TS\d+.*reads the tsconfig with TypeScript 7/},
        {name: 'types that are not installed', file: 'no-types/routes.ts', problem: /TS2688.*nowhere/},
        {name: 'a router that could not be resolved', file: 'no-router/routes.ts', problem: /Is `@mionkit\/router` installed/},
        {name: 'an unused import', file: 'unused/routes.ts', problem: undefined},
    ];

    test.each(cases)('$name', ({file, problem}) => {
        const messages = compile(file === 'unused/routes.ts' ? `import type {User} from '../broken.ts';\n${good}` : good, file);
        if (problem === undefined) expect(messages).toEqual([]);
        else expect(messages.map(({message}) => message)).toContainEqual(expect.stringMatching(problem));
    });
});
