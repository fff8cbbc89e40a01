import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {runMion} from '../src/run-mion.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const api = `import {registerRoutes, type Routes} from '@mionkit/router';
const routes = {
    log: {hook: (ctx): void => console.log(ctx.path)},
    utils: {
        sum: (_ctx, a: number, b: number) => a + b,
        hello: (_ctx, name: string) => name,
    },
} satisfies Routes;
export const registered = registerRoutes(routes);
`;

let project: FixtureProject;
let output: {stdout: string; stderr: string};

beforeEach(() => {
    project = createFixtureProject({'src/plain.ts': 'export const a: number = 1;'});
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

describe('runMion', () => {
    test.each([
        [[]],
        [['built']],
        [['build']],
        [['build', 'src']],
        [['build', 'src', 'other', '--out', 'out']],
        [['--nonsense']],
    ])('shows its usage for %j', (args) => {
        expect(runMion(args)).toBe(2);
        expect(output.stderr).toContain('Usage: mion build <dir> --out <dir>');
    });

    test.each([
        [['frob'], "There is no command 'frob'."],
        [['toString'], "There is no command 'toString'."],
        [['inspect'], "'mion inspect' takes other arguments."],
    ])('says what is wrong with %j', (args, message) => {
        expect(runMion(args)).toBe(2);
        expect(output.stderr).toMatch(new RegExp(`^${message}\n\nUsage: `));
    });

    test('shows its usage when asked', () => {
        expect(runMion(['--help'])).toBe(0);
        expect(output.stdout).toContain('Usage: mion build <dir> --out <dir>');
    });

    test('says what it built', () => {
        const [from, to] = [`${project.directory}/src`, `${project.directory}/out`];
        expect(runMion(['build', from, '--out', to])).toBe(0);
        expect(output).toEqual({stdout: `${to}: no file registers routes, 1 copied\n`, stderr: ''});
    });

    test.each([
        ['check', 'No file in .* registers routes'],
        ['inspect nothing', 'There is no nothing'],
        ['build --out out', 'ENOENT'],
    ])('%s says what is missing', (command, message) => {
        const directory = command.startsWith('build') ? `${project.directory}/nowhere` : project.directory;
        const [name = '', ...rest] = command.split(' ');
        const args = name === 'build' ? [name, directory, ...rest] : [name, ...rest, directory];
        expect(runMion(args)).toBe(1);
        expect(output.stderr).toMatch(new RegExp(`^${message}`));
    });

    describe('with routes', () => {
        beforeEach(() => {
            project.write('src/api.ts', api);
        });

        test('check counts them', () => {
            expect(runMion(['check', project.directory])).toBe(0);
            expect(output.stdout).toMatch(/src\/api\.ts: 2 routes, 1 hook\n$/);
        });

        test.each([
            ['in outDir', {'dist/src/api.js': ''}, {outDir: './dist', rootDir: '/'}],
            ['beside their declarations', {'out/api.mjs': '', 'out/api.d.mts': 'export {};'}, {}],
        ])("check passes over TypeScript's own output %s", (_, files, options) => {
            const javaScript = "import {registerRoutes} from '@mionkit/router';\nregisterRoutes({sum: (ctx, a) => a});\n";
            for (const [name, text] of Object.entries(files)) project.write(name, text || javaScript);
            const compilerOptions = {...fixtureTsconfig.compilerOptions, ...options};
            project.write('tsconfig.json', JSON.stringify({compilerOptions}));
            expect([runMion(['check', project.directory]), output.stderr]).toEqual([0, '']);
            expect(output.stdout).toMatch(/^\S*src\/api\.ts: 2 routes, 1 hook\n$/);
        });

        test('check tells what does not compile', () => {
            project.write('src/api.ts', api.replace('b: number', 'b: any'));
            expect(runMion(['check', project.directory])).toBe(1);
            expect(output.stderr).toMatch(/src\/api\.ts:5:\d+ .*utils\/sum.*`any`/);
        });

        test.each(['check', 'contract --out out'])('%s tells what is unresolved where no type shows it', (command) => {
            project.write('src/names.ts', 'export const getNames = () => ({}) as Record<keyof Missing, string>;');
            project.write('src/api.ts', `import {getNames} from './names.ts';\n${api.replace('=> name,', '=> getNames(),')}`);
            const [name = '', ...options] = command.split(' ');
            expect(runMion([name, project.directory, ...options])).toBe(1);
            expect(output.stderr).toMatch(/src\/names\.ts:1:\d+ TypeScript reports TS2304: Cannot find name 'Missing'/);
        });

        test('inspect shows types and code', () => {
            expect(runMion(['inspect', 'utils/sum', project.directory])).toBe(0);
            expect(output.stdout).toMatch(/^utils\/sum, a route of .*src\/api\.ts\n\nIts types:\n\n\{\n? {0,2}"params": \[/);
            expect(output.stdout).toContain('isWire:');
            expect(output.stdout).not.toContain('utils/hello');
        });

        test('inspect shows the definitions that the types refer to, and no others', () => {
            const tree = 'interface Tree {kids: Tree[]} interface Other {next?: Other}\n';
            const routes =
                'registerRoutes({tree: (ctx: CallContext, tree: Tree) => {}, other: (ctx: CallContext, other: Other) => {}});';
            project.write('src/api.ts', `import {type CallContext, registerRoutes} from '@mionkit/router';\n${tree}${routes}`);
            expect(runMion(['inspect', 'tree', project.directory])).toBe(0);
            expect(output.stdout).toMatch(/"definitions": \{\s+"Tree": \{/);
            expect(output.stdout).not.toContain('Other');
        });

        test('inspect knows the ids', () => {
            expect(runMion(['inspect', 'sum', project.directory])).toBe(1);
            expect(output.stderr).toBe('There is no sum. There are:\n  log\n  utils/sum\n  utils/hello\n');
        });
    });
});
