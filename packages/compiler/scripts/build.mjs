/**
 * Builds the package: tsc writes the declarations, esbuild the JavaScript, in few files, because each that Node loads costs a start half a millisecond.
 *
 * What the package depends on stays outside; mion's own packages are in its files.
 */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'esbuild';

const {exports, dependencies, engines} = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = Object.values(exports).flatMap((target) => target['@mionkit/source'] ?? []);

execFileSync('tsc', ['-p', 'tsconfig.build.json'], {stdio: 'inherit', shell: process.platform === 'win32'});
const {metafile} = await build({
    entryPoints: [...sources, 'src/mion.ts', 'src/node-hooks.ts'],
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: engines.node.replace('>=', 'node'),
    conditions: ['@mionkit/source'],
    external: Object.keys(dependencies),
    sourcemap: true,
    metafile: true,
});
removeOldFiles(new Set(Object.keys(metafile.outputs)));

/** The names of shared files change with their contents. Removed last, so that there is a build to use at any time. */
function removeOldFiles(written) {
    for (const name of readdirSync('dist', {recursive: true}).map((each) => each.replaceAll('\\', '/'))) {
        if (/\.js(\.map)?$/.test(name) && !written.has(`dist/${name}`)) rmSync(join('dist', name));
    }
}
