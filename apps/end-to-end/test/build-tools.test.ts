import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {expectCompileError, expectGreetings, greetingApi, userWithFunction} from './greeting-api.ts';
import {createProject, type Project} from './project.ts';

interface BuildTool {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly commands: readonly (readonly [string, ...string[]])[];
    /** The built Lambda handler. @default out/lambda.js */
    readonly handler?: string;
}

const esbuildScript = `
    import {build} from 'esbuild';
    import {mion} from '@mionkit/compiler/esbuild';

    await build({
        entryPoints: ['src/lambda.ts'], bundle: true, platform: 'node', format: 'esm', sourcemap: true,
        outfile: 'out/lambda.js', plugins: [mion()],
    }).catch(() => process.exit(1));
`;
const viteConfig = `
    import {mion} from '@mionkit/compiler/vite';

    export default {plugins: [mion()], build: {ssr: 'src/lambda.ts', outDir: 'out'}};
`;
const rollupConfig = `
    import {transform} from 'esbuild';
    import {mion} from '@mionkit/compiler/rollup';

    const stripTypes = {
        name: 'strip-types',
        transform: (code, id) => (id.endsWith('.ts') ? transform(code, {loader: 'ts', sourcemap: true}) : null),
    };
    export default {input: 'src/lambda.ts', output: {dir: 'out'}, external: /^@mionkit/, plugins: [mion(), stripTypes]};
`;
const webpackScript = (name: string, packageName: string, rule: string) => `
    import bundler from '${packageName}';
    import {mion} from '@mionkit/compiler/${name}';

    const {dirname} = import.meta;
    const options = {
        mode: 'production', target: 'node20', context: dirname, entry: './src/lambda.ts', experiments: {outputModule: true},
        output: {path: dirname + '/out', filename: 'lambda.js', module: true, chunkFormat: 'module', library: {type: 'module'}},
        plugins: [mion()], module: {rules: [${rule}]},
    };
    bundler(options, (error, stats) => {
        console.log(error ?? stats.toString({all: false, errors: true}));
        process.exitCode = error || stats.hasErrors() ? 1 : 0;
    });
`;
const emitTsconfig = JSON.stringify({
    extends: './tsconfig.json',
    compilerOptions: {noEmit: false, outDir: 'out', rootDir: 'build', rewriteRelativeImportExtensions: true},
    include: ['build'],
});

const buildTools: readonly BuildTool[] = [
    {name: 'esbuild', files: {'build.mjs': esbuildScript}, commands: [['node', 'build.mjs']]},
    {name: 'Vite', files: {'vite.config.mjs': viteConfig}, commands: [['vite', 'build']]},
    {name: 'Rollup', files: {'rollup.config.mjs': rollupConfig}, commands: [['rollup', '-c']]},
    {
        name: 'webpack',
        files: {
            'build.mjs': webpackScript('webpack', 'webpack', `{test: /\\.ts$/, loader: dirname + '/strip-types.cjs'}`),
            'strip-types.cjs': `module.exports = (code) => require('esbuild').transformSync(code, {loader: 'ts'}).code;`,
        },
        commands: [['node', 'build.mjs']],
    },
    {
        name: 'Rspack',
        files: {'build.mjs': webpackScript('rspack', '@rspack/core', `{test: /\\.ts$/, loader: 'builtin:swc-loader'}`)},
        commands: [['node', 'build.mjs']],
    },
    {
        name: 'mion build and tsc',
        files: {'tsconfig.emit.json': emitTsconfig},
        commands: [
            ['mion', 'build', 'src', '--out', 'build'],
            ['tsc', '-p', 'tsconfig.emit.json'],
        ],
    },
    {
        name: 'mion build and esbuild',
        files: {},
        commands: [
            ['mion', 'build', 'src', '--out', 'build'],
            ['esbuild', 'build/lambda.ts', '--bundle', '--platform=node', '--format=esm', '--outfile=out/lambda.js'],
        ],
    },
];

describe.each(buildTools)('$name', ({files, commands, handler = 'out/lambda.js'}) => {
    let project: Project;
    beforeEach(() => {
        project = createProject({...greetingApi, ...files});
    });
    afterEach(() => project.remove());

    test('builds an API that answers and validates', async () => {
        for (const command of commands) expect(await project.run(...command)).toMatchObject({exitCode: 0});
        await expectGreetings(project, handler);
    });

    test('tells a compile error once, with its place', async () => {
        project.write(userWithFunction);
        const {exitCode, output} = await project.run(...(commands[0] ?? ['node']));
        expect(exitCode).not.toBe(0);
        expectCompileError(output);
    });
});
