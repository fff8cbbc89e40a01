/**
 * Makes a fresh clone ready: checks Node, fetches the pinned pnpm from npm, installs the dependencies.
 *
 * Does nothing that is done already, so that second runs are fast.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pnpmVersion = manifest.packageManager.split('@')[1];
const pnpmHome = join(root, '.cache', `pnpm-${pnpmVersion}`);
const pnpmEntry = join(pnpmHome, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
const installedStamp = join(root, 'node_modules', '.mion-installed');

/** Runs a command in the project's root, its output shown. Returns its exit code. */
export function run(command, args, options = {}) {
    const result = spawnSync(command, args, {cwd: root, stdio: 'inherit', env: projectEnv(), ...options});
    if (result.error) fail(`Could not run \`${command}\`: ${result.error.message}`);
    return result.status ?? 1;
}

/** Runs the pinned pnpm. Returns its exit code. */
export function pnpm(...args) {
    return run(process.execPath, [pnpmEntry, ...args]);
}

/** Ends the script with a message. */
export function fail(message) {
    console.error(`\n${message}`);
    process.exit(1);
}

/** Everything that a fresh clone needs before a command of the workspace can run. */
export function setup() {
    checkNode();
    if (!existsSync(pnpmEntry)) fetchPnpm();
    const wanted = describeInstall();
    if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === wanted) return;
    if (pnpm('install', '--frozen-lockfile') !== 0)
        fail('The dependencies could not be installed: see the message of pnpm above.');
    writeFileSync(installedStamp, wanted);
}

function projectEnv() {
    const bins = [join(pnpmHome, 'node_modules', '.bin'), join(root, 'node_modules', '.bin')];
    return {...process.env, PATH: [...bins, process.env.PATH].join(delimiter), TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1'};
}

function checkNode() {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major > 20 || (major === 20 && minor >= 19)) return;
    fail(`mion needs Node.js 20.19 or later, and this is ${process.version}. Install a current version from https://nodejs.org.`);
}

function fetchPnpm() {
    console.log(`Fetching pnpm ${pnpmVersion} from npm …`);
    mkdirSync(pnpmHome, {recursive: true});
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = [
        'install',
        '--prefix',
        pnpmHome,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel',
        'error',
        `pnpm@${pnpmVersion}`,
    ];
    const status = run(npm, args, {shell: process.platform === 'win32', env: process.env});
    if (status !== 0) fail(`pnpm ${pnpmVersion} could not be fetched from npm: see the message above.`);
}

// The lockfile says what has to be installed; Node and the platform say for whom.
function describeInstall() {
    return `${process.platform} ${process.arch} ${process.version}\n${readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')}`;
}
