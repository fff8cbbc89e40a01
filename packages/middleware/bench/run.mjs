/**
 * `pnpm bench`: what an invocation costs through this engine, Middy's and none, on Node 20 (or the one that runs
 * this) and Node 24; how large the engine is; and how long its import takes beside Middy's.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {buildSync} from 'esbuild';
import {setUp} from '../compat/setup.mjs';

const {folder, node24} = setUp();
const nodes = [process.execPath, node24];

console.log(
    'Nanoseconds of CPU an invocation, medians. `awaits` calls the same functions by hand.\n`cost` is the engine less the bare handler. Each row has a process of its own, and the four take turns in it.',
);
for (const node of nodes) printCosts(node);
console.log('\nBytes, bundled and minified.');
printTable(
    ['', 'bytes', 'gzip'],
    Object.entries(entries()).map(([name, text]) => [name, text.length, gzipSync(text, {level: 9}).length]),
);
console.log('\nMilliseconds of CPU that the import takes. Medians of 25 processes each, in turns.');
for (const node of nodes) printImports(node);

function printCosts(node) {
    console.log(`\nNode ${version(node)}`);
    const head = [
        'functions',
        'middlewares',
        'early timeout',
        'bare',
        'awaits',
        'mion',
        'Middy',
        'cost of mion',
        'cost of Middy',
        'mion/Middy',
    ];
    const stacks = ['sync', 'async'].flatMap((kind) =>
        [0, 5, 10].flatMap((count) => [0, 5].map((timeout) => [kind, count, timeout])),
    );
    const rows = stacks.map(([kind, count, timeout]) => {
        const {bare, awaits, mion, middy} = measure(node, kind, count, timeout);
        const costs = [mion - bare, middy - bare];
        return [kind, count, timeout ? 'on' : 'off', bare, awaits, mion, middy, ...costs, (costs[0] / costs[1]).toFixed(2)];
    });
    printTable(head, rows);
}

function measure(node, ...stack) {
    return JSON.parse(execFileSync(node, ['measure-engines.mjs', ...stack], {cwd: folder, encoding: 'utf8'}));
}

function entries() {
    const bundle = (entry) =>
        buildSync({
            stdin: {contents: `export * from '${entry}'`, resolveDir: folder},
            ...{bundle: true, minify: true, format: 'esm', platform: 'node', write: false},
        }).outputFiles[0].contents;
    const names = [
        '@mionkit/middleware',
        '@mionkit/middleware/streaming',
        '@mionkit/middleware/util',
        '@middy/core',
        '@middy/util',
    ];
    return Object.fromEntries(names.map((name) => [name, bundle(name)]));
}

/** Each import in processes of its own, bundled (as most Lambdas are) and from its package. */
function printImports(node) {
    const out = join(folder, 'imports');
    mkdirSync(out, {recursive: true});
    const programs = {};
    for (const name of ['@mionkit/middleware', '@middy/core']) {
        const file = join(out, `${name.replace(/\W+/g, '-')}.mjs`);
        const options = {bundle: true, minify: true, format: 'esm', platform: 'node', outfile: file};
        buildSync({stdin: {contents: `export * from '${name}'`, resolveDir: folder}, ...options});
        programs[`${name}, bundled`] = file;
        programs[`${name}, from its package`] = name;
    }
    const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    for (let run = 0; run < 25; run++) {
        for (const [name, specifier] of Object.entries(programs)) samples[name].push(importTime(node, specifier));
    }
    console.log(`\nNode ${version(node)}`);
    printTable(
        ['', 'ms'],
        Object.entries(samples).map(([name, times]) => [name, median(times).toFixed(1)]),
    );
}

function importTime(node, specifier) {
    const program = `
        const start = process.cpuUsage();
        await import(${JSON.stringify(specifier)});
        const {user, system} = process.cpuUsage(start);
        console.log((user + system) / 1000);
    `;
    return Number(execFileSync(node, ['--input-type=module', '--eval', program], {cwd: folder, encoding: 'utf8'}));
}

function version(node) {
    return execFileSync(node, ['--version'], {encoding: 'utf8'}).trim();
}

function median(values) {
    return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function printTable(head, rows) {
    for (const cells of [head, head.map(() => '---'), ...rows]) console.log(`| ${cells.join(' | ')} |`);
}
