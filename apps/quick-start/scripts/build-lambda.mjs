/**
 * `pnpm build:lambda [entry] [--cjs]`: bundles a Lambda entry, with everything it needs, into one file.
 *
 * src/serve-aws-lambda.ts goes to dist/lambda/index.mjs, any other entry to dist/lambda-<name>/index.mjs. With --cjs, which `mion cache` needs,
 * the folder is called dist/lambda-cjs or dist/lambda-<name>-cjs, and the file index.cjs.
 */
import {basename} from 'node:path';
import {parseArgs} from 'node:util';
import {mion} from '@mionkit/compiler/esbuild';
import {build} from 'esbuild';

const defaultEntry = 'src/serve-aws-lambda.ts';
const {values, positionals} = parseArgs({options: {cjs: {type: 'boolean', default: false}}, allowPositionals: true});
const [entry = defaultEntry] = positionals;
const name = entry === defaultEntry ? 'lambda' : `lambda-${basename(entry, '.ts')}`;

await build({
    entryPoints: [entry],
    outfile: values.cjs ? `dist/${name}-cjs/index.cjs` : `dist/${name}/index.mjs`,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: values.cjs ? 'cjs' : 'esm',
    sourcemap: 'linked',
    plugins: [mion()],
});
