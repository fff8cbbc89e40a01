/** `pnpm measure`: what an API of 500 routes costs the compiler, and whoever type-checks a client of it. */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {generateRoutes, measureTypeCost} from '@mionkit/test-kit';

const rounds = 7;
// Not this machine's own certificates, which Node 20 reads at every start.
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env;
const cache = fileURLToPath(new URL('../.cache/', import.meta.url));
const compileScript = fileURLToPath(new URL('compile-routes.mjs', import.meta.url));
const tsconfig = {
    compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        types: [],
    },
};

mkdirSync(cache, {recursive: true});
const folder = mkdtempSync(join(cache, 'routes-'));
try {
    const files = {...generateRoutes(), 'package.json': '{"type": "module"}', 'tsconfig.json': JSON.stringify(tsconfig)};
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    printCompileCost();
    printTypeCost();
} finally {
    rmSync(folder, {recursive: true});
}

function printCompileCost() {
    const runs = Array.from({length: rounds}, compileInNewProcess);
    const median = (field) => runs.map((run) => run[field]).sort((a, b) => a - b)[Math.floor(rounds / 2)];
    console.log(`Compiling 500 routes in 25 modules, medians of ${rounds} runs, Node ${process.versions.node}:
  cold, process start included   ${median('processMs')} ms; an empty process ${median('emptyMs')} ms
  after the first edit           ${median('firstEditMs')} ms, of one module
  after each edit from then on   ${median('editMs')} ms
  memory                         ${median('megabytes')} MB, and ${median('checkerMegabytes')} MB TypeScript
  generated code                 ${median('bytesPerRoute')} bytes a route, not minified`);
}

function compileInNewProcess() {
    // How fast the machine is at this moment.
    const emptyMs = timeProcess(['--eval', '0']);
    const processMs = timeProcess([compileScript, folder]);
    const edits = execFileSync(process.execPath, [compileScript, folder, '--edits'], {env, encoding: 'utf8'});
    return {emptyMs, processMs, ...JSON.parse(edits)};
}

function timeProcess(args) {
    const start = performance.now();
    execFileSync(process.execPath, args, {env});
    return Math.round(performance.now() - start);
}

function printTypeCost() {
    const {program, perRoute, perCall} = measureTypeCost();
    console.log(`Type-checking a client of the same 500 routes, in type instantiations:
  the program with one call      ${program}, so ${perRoute.toFixed(1)} a route
  each further route called      ${perCall.toFixed(1)}`);
}
