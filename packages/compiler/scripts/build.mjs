/**
 * Builds the package: tsc writes the declarations, esbuild the JavaScript, in few files, because each that Node loads costs a start half a millisecond.
 *
 * What package.json depends on stays outside. Everything else is in the files, with its licence beside them; and TypeScript's client of the checker:
 * the same code as in the package `typescript` of the version that package.json asks for, which Node would load as forty files.
 */
import {execFileSync} from 'node:child_process';
import {copyFileSync, existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {basename, join} from 'node:path';
import {build, transform} from 'esbuild';

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
    plugins: [
        {name: 'typescript', setup: trimTypeScript},
        {name: 'comments', setup: removeComments},
    ],
    sourcemap: true,
    metafile: true,
});
copyLicenses(Object.keys(metafile.inputs));
for (const name of Object.keys(metafile.outputs)) assertAscii(name);
removeOldFiles(new Set(Object.keys(metafile.outputs)));

/** Half of TypeScript's client, which Node would read at each start: what makes and changes syntax trees, and the names of enums. */
function trimTypeScript({onResolve, onLoad, resolve}) {
    onResolve({filter: /./}, async ({path, pluginData, ...options}) => {
        if (pluginData === 'resolving') return undefined;
        const found = await resolve(path, {...options, pluginData: 'resolving'});
        // Its modules only define things, but their tables don't look like it.
        return /[\\/]typescript[\\/]dist[\\/]/.test(found.path) ? {...found, sideEffects: false} : undefined;
    });
    // As enums that esbuild knows the values of.
    onLoad({filter: /[\\/]typescript[\\/]dist[\\/]enums[\\/]\w+\.js$/}, ({path}) => {
        const declaration = readFileSync(path.replace(/js$/, 'enum.d.ts'), 'utf8');
        return {contents: declaration.replace('export declare enum', 'export enum'), loader: 'ts'};
    });
    // The client looks for the checker's program beside itself. `find-executable.ts` does it for the compiler.
    onResolve({filter: /^#getExePath$/}, () => ({path: 'none', namespace: 'executable'}));
    onLoad({filter: /./, namespace: 'executable'}, () => ({contents: 'export default () => undefined;'}));
}

/** The comments of other packages: esbuild keeps those between members of classes. */
function removeComments({onLoad}) {
    onLoad({filter: /[\\/]node_modules[\\/].*\.m?js$/}, async ({path}) => {
        const options = {minifyWhitespace: true, sourcemap: 'inline', sourcefile: path};
        return {contents: (await transform(readFileSync(path, 'utf8'), options)).code, loader: 'js'};
    });
}

/** One other character makes Node decode a file slowly, and keep it in twice the memory. */
function assertAscii(name) {
    const position = name.endsWith('.js') ? readFileSync(name).findIndex((byte) => byte > 127) : -1;
    if (position !== -1) throw new Error(`${name} has a character that is not ASCII, at byte ${position}.`);
}

/** The licences of the packages that these files are from. */
function copyLicenses(files) {
    const packages = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
    for (const directory of packages) {
        for (const name of ['LICENSE', 'NOTICE.txt']) {
            const license = join(directory, name);
            if (existsSync(license)) copyFileSync(license, `dist/${basename(directory)}-${name}`);
        }
    }
}

/** The names of shared files change with their contents. Removed last, so that there is a build to use at any time. */
function removeOldFiles(written) {
    for (const name of readdirSync('dist', {recursive: true}).map((each) => each.replaceAll('\\', '/'))) {
        if (/\.js(\.map)?$/.test(name) && !written.has(`dist/${name}`)) rmSync(join('dist', name));
    }
}
