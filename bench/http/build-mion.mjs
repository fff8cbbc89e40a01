/** Bundles the mion server of the benchmark from the built packages, as a user would. */
import {mion} from '../../packages/compiler/dist/esbuild.js';
import {build} from '../../packages/compiler/node_modules/esbuild/lib/main.js';

await build({
    entryPoints: ['servers/mion.ts'],
    outfile: 'dist/mion.mjs',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['../serve.mjs'],
    plugins: [mion()],
});
