/**
 * `pnpm bench [--peers mion,fastify] [--rounds 15] [--slice 1] [--node /path/to/node]`: mion and its peers on node http, as ratios to raw node:http.
 *
 * Servers run on the first core and the load on the second. Each peer is measured in short slices that alternate with slices of its own fresh raw
 * server, so that a noisy neighbour hits both; the ratio is the median over the pairs of slices.
 */
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const folder = fileURLToPath(new URL('.', import.meta.url));
const {values: options} = parseArgs({
    options: {
        peers: {type: 'string'},
        rounds: {type: 'string', default: '15'},
        slice: {type: 'string', default: '1'},
        connections: {type: 'string', default: '32'},
        node: {type: 'string', default: process.execPath},
    },
});
const rounds = Number(options.rounds);
const warmUpSlices = 3;

pinToCore(process.pid, 1);
prepare();
const {default: autocannon} = await import('autocannon');
const {calls, peers, raw} = await import('./peers.mjs');

const names = options.peers?.split(',') ?? Object.keys(peers);
const version = spawnSync(options.node, ['--version'], {encoding: 'utf8'}).stdout.trim();
console.log(
    `Node ${version}, ${rounds} pairs of ${options.slice} s slices, ${options.connections} connections. Ratios to raw node:http of the same pair; CPU: less is better.\n`,
);

for (const [callName, call] of Object.entries(calls)) {
    console.log(`${callName.padEnd(16)} CPU/request   spread        requests/s   CPU µs/request`);
    for (const name of names) printRow(peers[name].label, await comparePair(peers[name], callName, call));
    console.log();
}

// One peer against a raw server of its own.
async function comparePair(peer, callName, call) {
    const servers = [await startServer(raw), await startServer(peer)];
    try {
        for (const server of servers) await checkServer(server, callName, call);
        for (const server of servers) for (let slice = 0; slice < warmUpSlices; slice++) await runSlice(server, callName, call);
        const pairs = [];
        for (let round = 0; round < rounds; round++) {
            // Who goes first changes with every round.
            const order = round % 2 === 0 ? [0, 1] : [1, 0];
            const slices = [];
            for (const index of order) slices[index] = await runSlice(servers[index], callName, call);
            pairs.push(slices);
        }
        return pairs;
    } finally {
        for (const {child} of servers) child.kill();
    }
}

async function startServer(peer) {
    const child = spawn(options.node, [peer.file], {
        cwd: folder,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: {...process.env, NODE_ENV: 'production'},
    });
    pinToCore(child.pid, 0);
    const [{port}] = await once(child, 'message');
    return {peer, child, origin: `http://127.0.0.1:${port}`};
}

async function checkServer({peer, origin}, callName, {input, output, bad}) {
    const good = await send(origin, peer.request(callName, input));
    const answer = JSON.stringify(sortKeys(peer.read(callName, await good.json())));
    if (good.status !== 200 || answer !== JSON.stringify(sortKeys(output)))
        throw new Error(`${peer.label} answers ${callName} wrongly: ${answer}`);
    const refused = await send(origin, peer.request(callName, bad));
    if (refused.status !== 400) throw new Error(`${peer.label} answers an invalid ${callName} with ${refused.status}`);
}

function send(origin, {path, body}) {
    return fetch(origin + path, {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)});
}

async function runSlice(server, callName, {input}) {
    const {path, body} = server.peer.request(callName, input);
    const before = await readCpu(server.child);
    const result = await autocannon({
        url: server.origin + path,
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(body),
        connections: Number(options.connections),
        duration: Number(options.slice),
    });
    const after = await readCpu(server.child);
    if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${server.peer.label}: ${result.non2xx} refused and ${result.errors} failed requests`);
    return {cpu: (after - before) / result.requests.total, perSecond: result.requests.total / result.duration};
}

async function readCpu(child) {
    child.send('cpu');
    const [{cpu}] = await once(child, 'message');
    return cpu.user + cpu.system;
}

function printRow(label, pairs) {
    const cpuRatios = pairs.map(([reference, peer]) => peer.cpu / reference.cpu).sort((a, b) => a - b);
    const speedRatios = pairs.map(([reference, peer]) => peer.perSecond / reference.perSecond);
    const spread = `${quantile(cpuRatios, 0.25).toFixed(2)}–${quantile(cpuRatios, 0.75).toFixed(2)}`;
    const cpu = median(pairs.map(([, peer]) => peer.cpu));
    console.log(
        `${label.padEnd(16)} ${median(cpuRatios).toFixed(3).padEnd(13)} ${spread.padEnd(13)} ${median(speedRatios).toFixed(3).padEnd(12)} ${cpu.toFixed(1)}`,
    );
}

function median(values) {
    return quantile(
        [...values].sort((a, b) => a - b),
        0.5,
    );
}

function quantile(sorted, share) {
    const position = (sorted.length - 1) * share;
    const low = sorted[Math.floor(position)];
    return low + (sorted[Math.ceil(position)] - low) * (position % 1);
}

function sortKeys(value) {
    if (Array.isArray(value)) return value.map(sortKeys);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
        Object.keys(value)
            .sort()
            .map((key) => [key, sortKeys(value[key])]),
    );
}

// Where taskset is missing the figures are noisier, and it says so.
function pinToCore(pid, core) {
    const {status} = spawnSync('taskset', ['-a', '-cp', String(core), String(pid)], {stdio: 'ignore'});
    if (status !== 0) console.warn('`taskset` is not available: server and load share the cores.');
}

function prepare() {
    if (!existsSync(new URL('node_modules', import.meta.url))) runOrExit('npm', ['ci', '--no-audit', '--no-fund'], folder);
    runOrExit(
        'pnpm',
        ['exec', 'turbo', 'run', 'build', '--filter=@mionkit/compiler', '--filter=@mionkit/http', '--output-logs=errors-only'],
        `${folder}/../..`,
    );
    runOrExit(process.execPath, ['build-mion.mjs'], folder);
}

function runOrExit(command, args, cwd) {
    const {status} = spawnSync(command, args, {cwd, stdio: 'inherit', shell: process.platform === 'win32'});
    if (status !== 0) process.exit(status ?? 1);
}
