/**
 * `pnpm build:lambda [entry]`: bundles a Lambda entry, with everything it needs, into one file.
 *
 * src/serve-aws-lambda.ts goes to dist/lambda/index.mjs, any other entry to dist/lambda-<name>/index.mjs.
 */
import {basename} from 'node:path';
import {mion} from '@mionkit/compiler/esbuild';
import {build} from 'esbuild';

const defaultEntry = 'src/serve-aws-lambda.ts';
const entry = process.argv[2] ?? defaultEntry;

await build({
    entryPoints: [entry],
    outfile: `dist/lambda${entry === defaultEntry ? '' : `-${basename(entry, '.ts')}`}/index.mjs`,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'linked',
    plugins: [mion()],
});
