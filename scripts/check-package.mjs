/**
 * Checks the built package in the current folder as a user's tools will see it: publint, and `are the types wrong`.
 *
 * ESM only is deliberate, so a CommonJS build is not looked for.
 */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const bins = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
const checks = [
    ['publint', 'run', '--strict', '--pack=pnpm'],
    ['attw', '--pack', '.', '--profile', 'esm-only', '--format', 'ascii'],
];
const failed = checks.filter(([bin, ...args]) => {
    const {status, stdout, stderr} = spawnSync(join(bins, bin), args, {encoding: 'utf8', shell: process.platform === 'win32'});
    if (status !== 0) console.error(`${stdout}${stderr}`);
    return status !== 0;
});
process.exit(failed.length > 0 ? 1 : 0);
