/** `pnpm test:nodes`: the tests of the installed packages on every Node that mion supports, each fetched from npm. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const versions = ['20.19.0', '22', '24', '26'];
const tests = ['register', 'packed-install', 'jest-integration'];

const app = fileURLToPath(new URL('..', import.meta.url));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const folder = mkdtempSync(join(tmpdir(), 'mion-nodes-'));
try {
    const results = installNodes().map(runTests);
    console.log(`\n${results.map(({version, outcome}) => `Node ${version.padEnd(10)} ${outcome}`).join('\n')}`);
    process.exitCode = results.every(({status}) => status === 0) ? 0 : 1;
} finally {
    rmSync(folder, {recursive: true});
}

/** The paths of their executables. npm's package `node` has one package for each platform behind it. */
function installNodes() {
    const platform = `node-${process.platform.replace('win32', 'win')}-${process.arch}`;
    const dependencies = Object.fromEntries(versions.map((version) => [`node-${version}`, `npm:${platform}@${version}`]));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, dependencies}));
    const npm = ['install', '--no-audit', '--no-fund', '--loglevel', 'error'];
    const {status} = spawnSync('npm', npm, {cwd: folder, stdio: 'inherit', shell: process.platform === 'win32'});
    if (status !== 0) throw new Error('npm could not install the versions of Node.');
    return versions.map((version) => join(folder, 'node_modules', `node-${version}`, 'bin', 'node'));
}

function runTests(node) {
    const version = spawnSync(node, ['--version'], {encoding: 'utf8'}).stdout.trim();
    console.log(`\nNode ${version}`);
    const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...tests];
    const {status, stderr} = spawnSync(node, args, {cwd: app, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe']});
    console.log(stderr);
    return {version, status, outcome: /^Tests: +(.*)$/m.exec(stderr)?.[1] ?? 'did not run'};
}
