import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {runMion} from '../src/run-mion.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const imports = `import {addStartHooks, type CallContext, createRouter, registerRoutes} from '@mionkit/router';\n`;
const api = `${imports}
addStartHooks({auth: {headerName: 'authorization', hook: (ctx: CallContext, token: string): void => {}}});
/** Adds. */
const sum = (ctx: CallContext, a: number, b: number) => a + b;
registerRoutes({utils: {sum}, mion: {methods: (ctx: CallContext, ids: string[]): unknown => ids}});
`;

let project: FixtureProject;
let out: string;
let output: {stdout: string; stderr: string};

beforeEach(() => {
    project = createFixtureProject({'src/api.ts': api});
    out = join(project.directory, 'contract');
    output = {stdout: '', stderr: ''};
    for (const name of ['stdout', 'stderr'] as const) {
        jest.spyOn(process[name], 'write').mockImplementation((text) => {
            output[name] += text;
            return true;
        });
    }
});
afterEach(() => {
    jest.restoreAllMocks();
    project.remove();
});

function run(...options: string[]): number {
    output.stdout = output.stderr = '';
    return runMion(['contract', join(project.directory, 'src'), '--out', out, ...options]);
}

function read(name: string): string {
    return readFileSync(join(out, name), 'utf8');
}

describe('mion contract', () => {
    test('writes declarations and models, without the routes of metadata', () => {
        expect(run()).toBe(0);
        expect(output.stdout).toBe(`${out}: api.d.ts and contract.json, with 1 route and 1 hook\n`);
        expect(read('api.d.ts')).toContain(
            '        /** Adds. */\n        sum: (ctx: unknown, a: number, b: number) => number;\n',
        );
        expect(JSON.parse(read('contract.json'))).toMatchObject({
            version: 1,
            methods: {auth: {headerName: 'authorization'}, 'utils/sum': {hookIds: ['auth']}},
        });
    });

    test('writes the same again, wherever the routes stand', () => {
        run();
        const first = [read('api.d.ts'), read('contract.json')];
        project.write('src/a-first.ts', `${imports}registerRoutes({utils: {first: () => 1}});`);
        run();
        expect(read('contract.json')).not.toBe(first[1]);
        rmSync(join(project.directory, 'src/a-first.ts'));
        run();
        expect([read('api.d.ts'), read('contract.json')]).toEqual(first);
    });

    test('takes a file as well', () => {
        project.write('src/other.ts', `${imports}createRouter().registerRoutes({other: () => 1});`);
        expect(runMion(['contract', join(project.directory, 'src/api.ts'), '--out', out])).toBe(0);
        expect(read('api.d.ts')).not.toContain('other');
    });

    test.each([[['contract']], [['contract', 'src']], [['contract', 'src', 'other', '--out', 'out']], [['contract', '--check']]])(
        '%j is wrong usage',
        (args) => {
            expect(runMion(args)).toBe(2);
            expect(output.stderr).toContain('mion contract [<dir>] --out <dir> [--check]');
        },
    );
});

describe('mion contract can not say', () => {
    test.each([
        ['an API without routes', 'export const a = 1;', /^No file in .*src registers routes\. Name the directory/],
        [
            'the header that only the running program knows',
            `${imports}declare const name: string;\nregisterRoutes({auth: {headerName: name, hook: (ctx: CallContext, t: string): void => {}}, a: () => 1});`,
            /^auth \(.*api\.ts\): only the running program knows its `headerName`, .* Write the text itself, or a `const` that holds it\.\n$/,
        ],
        [
            'which of two routers is meant',
            `${imports}const admin = createRouter();\nadmin.registerRoutes({a: () => 1});\nregisterRoutes({b: () => 1});`,
            /register on several routers \(.*api\.ts\), and a contract is that of one/,
        ],
        [
            'which of two methods an id means',
            `${imports}registerRoutes({a: () => 1});\nregisterRoutes({a: () => 'x', b: () => 1});`,
            /^a is registered in .*api\.ts and again in .*api\.ts, as something else\. Rename one of them\.\n$/,
        ],
    ])('%s', (_, code, message) => {
        project.write('src/api.ts', code);
        expect(run()).toBe(1);
        expect(output.stderr).toMatch(message);
    });

    test('what does not compile', () => {
        project.write('src/api.ts', api.replace('b: number', 'b: any'));
        expect(run()).toBe(1);
        expect(output.stderr).toMatch(/src\/api\.ts:5:\d+ .*utils\/sum.*`any`/);
    });

    test('but the same hook may stand in several trees', () => {
        const hook = `interface Tree {next?: Tree} interface Other {other?: Other}
            const auth = {hook: (ctx: CallContext, t: Tree): void => {}};`;
        project.write(
            'src/api.ts',
            `${imports}${hook}\nregisterRoutes({auth, a: () => 1});\nregisterRoutes({auth, b: (ctx: CallContext, o: Other) => 1});`,
        );
        expect(run()).toBe(0);
        const {methods} = JSON.parse(read('contract.json'));
        expect([methods.a.hookIds, methods.b.hookIds]).toEqual([['auth'], ['auth']]);
    });
});

describe('mion contract --check', () => {
    beforeEach(() => void run());

    test('passes while the API is the same', () => {
        project.write('src/api.ts', api.replace('Adds.', 'Sums.'));
        expect(run('--check')).toBe(0);
        expect(output.stdout).toMatch(/contract\.json: 1 route and 1 hook, unchanged\n$/);
    });

    test('passes when a formatter has been at the file', () => {
        project.write('contract/contract.json', JSON.stringify(JSON.parse(read('contract.json'))));
        expect(run('--check')).toBe(0);
    });

    test('says that names are new', () => {
        project.write('src/api.ts', api.replace('a: number', 'first: number').replace('a + b', 'first + b'));
        expect(run('--check')).toBe(0);
        expect(output.stdout).toMatch(/unchanged\. Some names are new: `mion contract .*src --out .*contract` writes them\n$/);
    });

    test('fails on changes, tells which break clients, and writes nothing', () => {
        const before = read('contract.json');
        project.write(
            'src/api.ts',
            api.replace('a: number, b: number', 'a: number, b: number, c: number').replace('{sum}', '{sum, neu: () => 1}'),
        );
        expect(run('--check')).toBe(1);
        expect(output.stderr.replaceAll(project.directory, '')).toBe(`Breaks clients that have the contract:
  utils/sum: \`c\` (\`number\`) is new and required

Breaks no client:
  utils/neu is a new route

Write the contract anew: \`mion contract /src --out /contract\`
`);
        expect(read('contract.json')).toBe(before);
    });

    test('fails on changes that break no client', () => {
        project.write('src/api.ts', api.replace('b: number', 'b = 1'));
        expect(run('--check')).toBe(1);
        expect(output.stderr).toMatch(
            /^The contract changed, and no client breaks:\n {2}utils\/sum: `b` was required, and is optional\n/,
        );
    });

    test('knows that undeclared properties are refused', () => {
        const tsconfig = {...fixtureTsconfig, mion: {unknownProperties: 'reject'}};
        project.write('tsconfig.json', JSON.stringify(tsconfig));
        project.write('src/api.ts', api.replace('b: number', 'b: {x: 1; y: 2}').replace('a + b', 'a + b.x'));
        run();
        project.write('src/api.ts', api.replace('b: number', 'b: {x: 1}').replace('a + b', 'a + b.x'));
        expect(run('--check')).toBe(1);
        expect(output.stderr).toContain('utils/sum: `b.y` (`2`) is gone, and is refused where it is sent');
    });

    test.each([
        [
            'no file',
            undefined,
            /^There is no .*contract\.json to compare with\. Write it with `mion contract .*`, and commit it\.\n$/,
        ],
        ['no JSON', 'contract', /contract\.json is no contract of this version of mion\. Write it anew with `mion contract/],
        ['another version', '{"version": 0, "definitions": {}, "methods": {}}', /is no contract of this version of mion/],
        ['other JSON', '[]', /is no contract of this version of mion/],
    ])('fails where there is %s', (_, text, message) => {
        if (text === undefined) rmSync(out, {recursive: true});
        else project.write('contract/contract.json', text);
        expect(run('--check')).toBe(1);
        expect(output.stderr).toMatch(message);
    });
});
