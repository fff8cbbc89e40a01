/** Makes what runs in `dist/` from the sources whose types are compiled, each with its library's own compiler. */
import {spawnSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {DeepkitLoader} from '@deepkit/type-compiler';
import {build} from 'esbuild';
import {mion} from '../../packages/compiler/dist/esbuild.js';

const typiaCommand = 'node_modules/typia/lib/executable/typia.js';
run(typiaCommand, ['generate', '--input', 'sources', '--output', 'dist/typia', '--project', 'tsconfig.json']);
await bundle('dist/typia/typia.ts', 'dist/typia.mjs');
await bundle('sources/deepkit.ts', 'dist/deepkit.mjs', {plugins: [compileWithDeepkit()]});
const router = {'@mionkit/router': './sources/register-routes.ts', '@mionkit/router/wire': '../../packages/router/src/wire.ts'};
await bundle('sources/mion.ts', 'dist/mion.mjs', {
    plugins: [mion({validateReturn: true, unknownProperties: 'reject'})],
    alias: router,
    conditions: ['@mionkit/source'],
});

function bundle(entry, outfile, options) {
    const target = `node${process.versions.node.split('.')[0]}`;
    return build({entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', target, ...options});
}

function compileWithDeepkit() {
    const loader = new DeepkitLoader();
    return {
        name: 'deepkit',
        setup(build) {
            build.onLoad({filter: /sources\/.*\.ts$/}, async ({path}) => ({
                contents: loader.transform(await readFile(path, 'utf8'), path),
                loader: 'ts',
            }));
        },
    };
}

function run(script, args) {
    const {status} = spawnSync(process.execPath, [script, ...args], {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Error(`${script} failed.`);
}
