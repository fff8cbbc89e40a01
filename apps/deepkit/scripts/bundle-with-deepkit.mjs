/**
 * Compiles routes with Deepkit's type compiler, and bundles them: `node scripts/bundle-with-deepkit.mjs`, with options as JSON on stdin.
 *
 * `entry`: the code of the entry file, in `test/routes`. `files`: the texts of files that are not on disk, by name, of that folder.
 * `outfile`: where the bundle goes. mion's packages are in it, from their sources; Deepkit's are imported.
 */
import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';
import {DeepkitLoader} from '@deepkit/type-compiler';
import {build} from 'esbuild';
import ts from 'typescript';

const routes = fileURLToPath(new URL('../test/routes', import.meta.url));
const {entry, files = {}, outfile} = JSON.parse(await text(process.stdin));
const loader = new DeepkitLoader();
// It reads no tsconfig. Without a target it finds no `Set` and no `Map`.
loader.options.target = ts.ScriptTarget.ES2022;

await build({
    stdin: {contents: entry, resolveDir: routes, sourcefile: join(routes, 'entry.ts'), loader: 'ts'},
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@mionkit/source'],
    external: ['@deepkit/*'],
    plugins: [{name: 'deepkit', setup: setUpDeepkit}],
});

function setUpDeepkit(builder) {
    builder.onResolve({filter: /^\.\//}, ({path, resolveDir}) =>
        resolveDir === routes ? {path: join(routes, path)} : undefined,
    );
    builder.onLoad({filter: /\/test\/routes\/[^/]+\.ts$/}, async ({path}) => {
        const code = files[basename(path)] ?? (await readFile(path, 'utf8'));
        return {contents: loader.transform(code, path), loader: 'ts'};
    });
}
