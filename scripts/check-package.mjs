/**
 * Checks the built package in the current folder as a user's tools will see it: publint, and `are the types wrong`.
 *
 * ESM only is deliberate, so `require` of a CommonJS build is not looked for.
 */
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);
const binOf = (name, bin) => join(dirname(require.resolve(`${name}/package.json`)), bin);
const checks = [
    [binOf('publint', 'src/cli.js'), 'run', '--strict', '--pack=pnpm'],
    [binOf('@arethetypeswrong/cli', 'dist/index.js'), '--pack', '.', '--profile', 'esm-only', '--format', 'ascii'],
];
const failed = checks.filter(
    ([script, ...args]) => spawnSync(process.execPath, [script, ...args], {stdio: 'inherit'}).status !== 0,
);
process.exit(failed.length > 0 ? 1 : 0);
