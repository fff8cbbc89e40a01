/** Packs the packages as they would be published, and installs them as a user would. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Makes a project outside the workspace, and installs mion's packed packages there with npm, beside what the manifest asks for.
 *
 * @param {string} manifestPath The project's package.json, without mion's packages.
 * @returns {string} The project's folder. Whoever asked for it removes it.
 */
export function installPackages(manifestPath) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mion-installed-')));
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const packed = {...manifest, dependencies: {...packPackages(folder), ...manifest.dependencies}};
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packed, undefined, 2));
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'], folder);
    return folder;
}

/** All packages at once: each finds the others that it depends on among them. */
function packPackages(folder) {
    const tarballs = join(folder, 'tarballs');
    mkdirSync(tarballs);
    const manifests = readdirSync(join(root, 'packages')).map((name) => readManifest(join(root, 'packages', name)));
    const published = manifests.filter(({manifest}) => !manifest.private);
    for (const {path} of published) run('pnpm', ['pack', '--pack-destination', tarballs], path);
    return Object.fromEntries(
        published.map(({manifest: {name, version}}) => {
            return [name, `file:tarballs/${name.replace('@', '').replace('/', '-')}-${version}.tgz`];
        }),
    );
}

function readManifest(path) {
    return {path, manifest: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))};
}

function run(command, args, cwd) {
    execFileSync(command, args, {cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32'});
}
