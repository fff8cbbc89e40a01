/**
 * Builds the package: tsc writes the declarations, esbuild the JavaScript, in few files, because each that Node loads costs a start half a millisecond.
 *
 * What the package depends on stays outside. Mion's own packages are in its files, and TypeScript's client of the checker: the same code as in the
 * package `typescript` of the version that package.json asks for, which Node would load as forty files.
 */
import {execFileSync} from 'node:child_process';
import {copyFileSync, readdirSync, readFileSync, rmSync} from 'node:fs';
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
    external: Object.keys(dependencies).filter((name) => name !== 'typescript'),
    plugins: [{name: 'executable', setup: leaveOutSearch}],
    sourcemap: true,
    metafile: true,
});
for (const name of ['LICENSE', 'NOTICE.txt']) copyFileSync(`node_modules/typescript/${name}`, `dist/typescript-${name}`);
removeOldFiles(new Set(Object.keys(metafile.outputs)));

/** The client looks for the checker's program beside itself. `find-executable.ts` does it for the compiler. */
function leaveOutSearch({onResolve, onLoad}) {
    onResolve({filter: /^#getExePath$/}, () => ({path: 'none', namespace: 'executable'}));
    onLoad({filter: /./, namespace: 'executable'}, () => ({contents: 'export default () => undefined;'}));
}

/** The names of shared files change with their contents. Removed last, so that there is a build to use at any time. */
function removeOldFiles(written) {
    for (const name of readdirSync('dist', {recursive: true}).map((each) => each.replaceAll('\\', '/'))) {
        if (/\.js(\.map)?$/.test(name) && !written.has(`dist/${name}`)) rmSync(join('dist', name));
    }
}
