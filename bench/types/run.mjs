/**
 * `pnpm bench:types [--libraries mion,typia] [--rows isShape,encodeOrder] [--rounds 15] [--slice 40] [--node /path/to/node] [--skip-build]`: CPU time per call as ratios to mion's.
 *
 * Each library is a process of its own. Of a row every library runs one short slice per round, so that a noisy neighbour hits all of them; the
 * ratio is the median over the rounds.
 */
import {fork, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const folder = fileURLToPath(new URL('.', import.meta.url));
const allLibraries = ['mion', 'typia', 'deepkit', 'ajv', 'zod', 'valibot', 'arktype', 'json', 'fast-json'];
const {values: options} = parseArgs({
    options: {
        libraries: {type: 'string', default: allLibraries.join()},
        rows: {type: 'string'},
        rounds: {type: 'string', default: '15'},
        slice: {type: 'string', default: '40'},
        node: {type: 'string', default: process.execPath},
        'skip-build': {type: 'boolean', default: false},
    },
});
const sliceTime = Number(options.slice) * 1e6;
const warmUpTime = 300e6;

prepare();
const {rows} = await import('./rows.mjs');
const libraries = await Promise.all(options.libraries.split(',').map(startLibrary));
const version = spawnSync(options.node, ['--version'], {encoding: 'utf8'}).stdout.trim();
const [{name: reference}] = libraries;
console.log(
    `Node ${version}, ${options.rounds} rounds of ${options.slice} ms. CPU time per call as a ratio to that of ${reference}: more than 1 is slower.\n`,
);
try {
    await measureRows();
} finally {
    for (const {child} of libraries) child.removeAllListeners('exit').disconnect();
}
printFaults();

async function measureRows() {
    printRow('', [`${reference}, ns`, ...libraries.slice(1).map(({name}) => name)]);
    for (const row of options.rows?.split(',') ?? Object.keys(rows)) {
        const cells = await measureRow(row);
        printRow(
            rows[row].title,
            libraries.map((library) => cells.get(library) ?? '–'),
        );
    }
}

// What stands in the table, by library.
async function measureRow(row) {
    const able = libraries.filter(({names}) => names.includes(row));
    const counts = new Map();
    for (const library of able) counts.set(library, await warmUp(library, row));
    const times = new Map(able.map((library) => [library, []]));
    for (let round = 0; round < Number(options.rounds); round++)
        for (const library of able) times.get(library).push(await runSlice(library, row, counts.get(library)));
    const [first] = able;
    return new Map(
        able.map((library) => [
            library,
            library === first ? formatTime(times.get(library)) : formatRatio(library, row, times.get(library), times.get(first)),
        ]),
    );
}

// How many calls take one slice.
async function warmUp(library, row) {
    let count = 1000;
    for (let spent = 0, time = 0; spent < warmUpTime; spent += time) {
        time = (await runSlice(library, row, count)) * count;
        count = Math.ceil(count * Math.min(4, sliceTime / Math.max(time, 1e5)));
    }
    return count;
}

async function runSlice({child}, name, count) {
    child.send({name, count});
    const [{cpu}] = await once(child, 'message');
    return cpu / count;
}

async function startLibrary(name) {
    const child = fork(`${folder}measure-library.mjs`, [name], {execPath: options.node, execArgv: []});
    child.on('exit', (code, signal) => {
        throw new Error(`The process of ${name} ended with ${code ?? signal}.`);
    });
    const [message] = await once(child, 'message');
    return {name, child, ...message};
}

function formatTime(times) {
    return median(times).toFixed(times[0] < 100 ? 1 : 0);
}

function formatRatio({faults}, row, times, reference) {
    return median(times.map((time, round) => time / reference[round])).toFixed(2) + (row in faults ? '*' : '');
}

function printRow(title, cells) {
    console.log(title.padEnd(24) + cells.map((cell) => cell.padStart(11)).join(''));
}

function printFaults() {
    for (const {name, faults} of libraries)
        for (const fault of new Set(Object.values(faults))) console.log(`\n* ${name} accepts values that do not fit: ${fault}.`);
}

function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Without install scripts: that of Deepkit's compiler patches TypeScript.
function prepare() {
    if (!existsSync(new URL('node_modules', import.meta.url)))
        runOrExit('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    if (options['skip-build']) return;
    buildCompiler();
    runOrExit(process.execPath, ['build.mjs'], folder);
}

function buildCompiler() {
    const build = ['exec', 'turbo', 'run', 'build', '--filter=@mionkit/compiler', '--output-logs=errors-only'];
    runOrExit('pnpm', build, `${folder}/../..`);
}

function runOrExit(command, args, cwd) {
    const {status} = spawnSync(command, args, {cwd, stdio: 'inherit', shell: process.platform === 'win32'});
    if (status !== 0) process.exit(status ?? 1);
}
