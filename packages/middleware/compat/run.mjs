/**
 * `pnpm test:middy`: runs the middlewares of others, from npm, through the built engine, and checks their types.
 *
 * Prints a table. With `--write` it becomes docs/compatibility.md.
 */
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {setUp} from './setup.mjs';

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const {folder, node24} = setUp();
const scenarios = run(node24, ['--disable-warning=DEP0040', 'run-scenarios.mjs']);
const types = run(process.execPath, [tsc, '-p', 'tsconfig.json']);
console.log(scenarios.output);
console.log(types.failed ? `Types of others: failed\n${types.output}` : 'Types of others: accepted, see types.ts');
if (process.argv.includes('--write')) writeTable(scenarios.output);
process.exit(scenarios.failed || types.failed ? 1 : 0);

function run(node, args) {
    const {status, stdout, stderr} = spawnSync(node, args, {cwd: folder, encoding: 'utf8', timeout: 120_000});
    return {output: `${stdout}${stderr}`.trim(), failed: status !== 0};
}

function writeTable(output) {
    const intro = `# Middlewares of others

What \`pnpm test:middy\` printed: each package from npm, run through this engine in scenarios that a user would write.
`;
    writeFileSync(join(fileURLToPath(new URL('..', import.meta.url)), 'docs/compatibility.md'), `${intro}\n${output}\n`);
}
