/** A tool that builds the Lambda handler of the greeting API to out/lambda.js. */
export interface BuildTool {
    readonly name: string;
    readonly files: Readonly<Record<string, string>>;
    readonly commands: readonly (readonly [string, ...string[]])[];
    /** What makes the command watch. Absent where the tool can't. It prints `built` or `created` for each build. */
    readonly watchOptions?: readonly string[];
}

const esbuildScript = `
    import {context} from 'esbuild';
    import {mion} from '@mionkit/compiler/esbuild';

    const report = {name: 'report', setup: (build) => build.onEnd(({errors}) => console.log(errors.length ? 'failed' : 'built'))};
    const building = await context({
        entryPoints: ['src/lambda.ts'], bundle: true, platform: 'node', format: 'esm', sourcemap: true, logLevel: 'info',
        outfile: 'out/lambda.js', plugins: [mion(), report],
    });
    if (process.argv.includes('--watch')) await building.watch();
    else await building.rebuild().catch(() => process.exit(1)).finally(() => building.dispose());
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
    const building = bundler({
        mode: 'production', optimization: {minimize: false}, target: 'node20', context: dirname, entry: './src/lambda.ts',
        experiments: {outputModule: true},
        output: {path: dirname + '/out', filename: 'lambda.js', module: true, chunkFormat: 'module', library: {type: 'module'}},
        plugins: [mion()], module: {rules: [${rule}]},
    });
    const report = (error, stats) => {
        console.log(error ?? (stats.hasErrors() ? stats.toString({all: false, errors: true}) : 'built'));
        process.exitCode = error || stats.hasErrors() ? 1 : 0;
    };
    if (process.argv.includes('--watch')) building.watch({}, report);
    else building.run((error, stats) => building.close(() => report(error, stats)));
`;
const emitTsconfig = JSON.stringify({
    extends: './tsconfig.json',
    compilerOptions: {noEmit: false, outDir: 'out', rootDir: 'build', rewriteRelativeImportExtensions: true},
    include: ['build'],
});

/** Every tool that an integration is for. */
export const buildTools: readonly BuildTool[] = [
    {name: 'esbuild', files: {'build.mjs': esbuildScript}, commands: [['node', 'build.mjs']], watchOptions: ['--watch']},
    {name: 'Vite', files: {'vite.config.mjs': viteConfig}, commands: [['vite', 'build']], watchOptions: ['--watch']},
    {
        name: 'Rollup',
        files: {'rollup.config.mjs': rollupConfig},
        commands: [['rollup', '-c']],
        watchOptions: ['--watch', '--no-watch.clearScreen'],
    },
    {
        name: 'webpack',
        files: {
            'build.mjs': webpackScript('webpack', 'webpack', `{test: /\\.ts$/, loader: dirname + '/strip-types.cjs'}`),
            'strip-types.cjs': `module.exports = (code) => require('esbuild').transformSync(code, {loader: 'ts'}).code;`,
        },
        commands: [['node', 'build.mjs']],
        watchOptions: ['--watch'],
    },
    {
        name: 'Rspack',
        files: {'build.mjs': webpackScript('rspack', '@rspack/core', `{test: /\\.ts$/, loader: 'builtin:swc-loader'}`)},
        commands: [['node', 'build.mjs']],
        watchOptions: ['--watch'],
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
