/** Bundles the mion server of the benchmark as a user would, but from the sources of the packages. */
import {mion} from '../../packages/compiler/dist/esbuild.js';
import {build} from '../../packages/compiler/node_modules/esbuild/lib/main.js';

await build({
    entryPoints: ['servers/mion.ts'],
    outfile: 'dist/mion.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@mionkit/source'],
    external: ['../serve.mjs'],
    plugins: [mion()],
});
