/**
 * Installs the packages that the scenarios and the benchmark run, with npm, into a cache that is no part of the workspace:
 * `node_modules/.cache/compat` of this package. What is there already is used again.
 */
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const cache = join(packageFolder, 'node_modules/.cache/compat');

/** The newer Node that Middy 7 needs. It comes from npm, as one of the packages. */
const node24 = {name: `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`, version: '24.21.0'};

/** Answers the folder to run in, where this package is among the installed ones, and the path of the newer Node. */
export function setUp() {
    if (!existsSync(join(packageFolder, 'dist/index.js'))) throw new Error('Build @mionkit/middleware first: `pnpm build`.');
    const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
    Object.assign(manifest.dependencies, {[node24.name]: node24.version, '@mionkit/middleware': `file:${packageFolder}`});
    const text = JSON.stringify(manifest, null, 2);
    const installed = join(cache, 'installed.json');
    if (!existsSync(installed) || readFileSync(installed, 'utf8') !== text) {
        install(text);
        writeFileSync(installed, text);
    }
    cpSync(here, cache, {recursive: true, filter: (file) => !file.endsWith('package.json')});
    return {folder: cache, node24: join(cache, 'node_modules', node24.name, 'bin/node')};
}

function install(manifest) {
    console.log('Installing the middlewares of others (once)…');
    mkdirSync(cache, {recursive: true});
    writeFileSync(join(cache, 'package.json'), manifest);
    // Some ask for peers that nothing here runs, and none of them needs its install script.
    const options = [
        '--no-audit',
        '--no-fund',
        '--no-package-lock',
        '--ignore-scripts',
        '--legacy-peer-deps',
        '--loglevel=error',
    ];
    const {status} = spawnSync('npm', ['install', ...options], {
        cwd: cache,
        stdio: 'inherit',
        shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error(`npm install in ${cache} failed. Is there a network?`);
}
