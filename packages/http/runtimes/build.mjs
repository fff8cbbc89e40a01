/** Bundles what the runtimes serve, and the cases that they are asked, from the sources. Needs the built compiler. */

import {build} from 'esbuild';
import {mion} from '../../compiler/dist/esbuild.js';

const options = {
    bundle: true,
    format: 'esm',
    target: 'es2023',
    conditions: ['@mionkit/source'],
    platform: 'neutral',
    absWorkingDir: new URL('.', import.meta.url).pathname,
};
await build({...options, entryPoints: ['worker.ts'], outfile: 'dist/worker.mjs', plugins: [mion()]});
await build({
    ...options,
    stdin: {
        contents: "export * from '@mionkit/test-kit/conformance'; export * from '@mionkit/test-kit/fuzz';",
        resolveDir: new URL('..', import.meta.url).pathname,
    },
    outfile: 'dist/cases.mjs',
});
