import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {median, printTable, quantile} from './statistics.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const warmUpRounds = 2;

/**
 * Cold starts up to the first response, as plain processes. Each is compared with an empty handler's start of the same round.
 *
 * `bundles` are `{name, label, event}`, the empty handler first.
 */
export function measureStarts({node, rounds, bundles}) {
    mkdirSync(`${folder}dist/events`, {recursive: true});
    for (const {name, event} of bundles) writeFileSync(`${folder}dist/events/${name}.json`, JSON.stringify(event));
    const starts = bundles.map(() => []);
    for (let round = -warmUpRounds; round < rounds; round++)
        for (const [index, {name}] of bundles.entries()) {
            const start = runStart(node, name);
            if (round >= 0) starts[index].push(start);
        }
    printStarts(bundles, starts);
}

function runStart(node, name) {
    const startedAt = process.hrtime.bigint();
    const {stdout, stderr, signal} = spawnSync(node, ['start.cjs', `./dist/${name}.cjs`, `dist/events/${name}.json`], {
        cwd: folder,
        encoding: 'utf8',
        // Nothing of this machine's, such as more certificates to load.
        env: {NODE_ENV: 'production'},
    });
    if (stdout === '') throw new Error(`${name} does not start: ${signal ?? stderr}`);
    const {statusCode, end, cpu, memory} = JSON.parse(stdout);
    if (statusCode !== 200) throw new Error(`${name} answers its first event with ${statusCode}.`);
    return {time: Number(BigInt(end) - startedAt) / 1e6, cpu: cpu / 1e3, memory: memory / 1024};
}

function printStarts(bundles, starts) {
    const [empty] = starts;
    const over = (index, key) => starts[index].map((start, round) => start[key] - empty[round][key]);
    const header = ['', 'first response, ms', 'spread', 'CPU, ms', 'memory, MiB', 'bundle, kB', 'gzip, kB'];
    const rows = bundles.map(({name, label}, index) => [label, ...toCells((key) => over(index, key)), ...toSizes(name)]);
    const base = ['time', 'cpu', 'memory'].map((key) => median(empty.map((start) => start[key])).toFixed(1));
    rows[0].splice(1, 4, base[0], '', base[1], base[2]);
    printTable([header, ...rows]);
}

function toCells(over) {
    const times = over('time');
    const spread = `${formatDifference(quantile(times, 0.25))}…${formatDifference(quantile(times, 0.75))}`;
    return [
        formatDifference(median(times)),
        spread,
        formatDifference(median(over('cpu'))),
        formatDifference(median(over('memory'))),
    ];
}

function toSizes(name) {
    const bundle = readFileSync(`${folder}dist/${name}.cjs`);
    return [bundle.length, gzipSync(bundle, {level: 9}).length].map((bytes) => (bytes / 1000).toFixed(1));
}

function formatDifference(value) {
    return `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
}
