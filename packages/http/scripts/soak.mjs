/**
 * `pnpm soak [minutes]`: good and bad traffic at full load against one server, ten minutes unless told otherwise.
 *
 * Prints memory, requests and statuses once a minute, and fails on a lost or wrong answer, an unhandled rejection, or memory that grows.
 */
import {fork} from 'node:child_process';
import {Agent} from 'node:http';
import {connect} from 'node:net';
import {buildSoak} from './build-soak.mjs';

const minutes = Number(process.argv[2] ?? 10);
const connections = 32;
const {server: serverFile, requests: requestsFile} = await buildSoak();
const {canBeSent, createFuzzRequest, createHttp1Sender, createRandom, findViolation} = await import(requestsFile);

const child = fork(serverFile, {execArgv: ['--expose-gc']});
const {port, methods} = await nextMessage();
const target = {methods, toPath: (id) => `/soak/${id}`};
const agent = new Agent({keepAlive: true, maxSockets: connections});
const sendOnce = createHttp1Sender(port, agent);
const problems = [];
const statuses = new Map();
const memory = [];
let sent = 0;
let aborted = 0;

const end = Date.now() + minutes * 60_000;
child.on('exit', (code) => Date.now() < end && problems.push(`the server ended with ${code}`));
const clients = Array.from({length: connections}, (_, index) => runClient(createRandom(index + 1)));
const report = setInterval(printReport, Math.min(60_000, (minutes * 60_000) / 5));
await Promise.all([...clients, runRudeClients()]);
clearInterval(report);
await printReport();
const {rejections} = await ask('end');
if (rejections > 0) problems.push(`${rejections} unhandled rejections`);
if (hasGrown(memory)) problems.push(`memory grew: ${memory.join(', ')} MB`);
for (const problem of problems.slice(0, 20)) console.error(problem);
console.log(`${sent} requests, ${aborted} connections broken off on purpose, ${problems.length} problems`);
agent.destroy();
child.kill();
process.exit(problems.length > 0 ? 1 : 0);

async function runClient(random) {
    while (Date.now() < end && problems.length < 20) {
        const request = createFuzzRequest(target, random);
        if (!canBeSent(request)) continue;
        sent++;
        try {
            const response = await send(request);
            statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
            const violation = findViolation(request, response);
            if (violation !== undefined) problems.push(`${violation}: ${JSON.stringify(request).slice(0, 500)}`);
        } catch (error) {
            problems.push(`no answer (${error.message}): ${JSON.stringify(request).slice(0, 500)}`);
        }
    }
}

// Clients that break off: in the headers, in the body, and before the answer.
async function runRudeClients() {
    const texts = [
        'POST /soak/te',
        'POST /soak/text HTTP/1.1\r\nhost: a\r\ncontent-length: 99\r\n\r\n["a',
        'POST /soak/slow HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n',
        '\0\0\0\r\n\r\n',
    ];
    for (; Date.now() < end; aborted++) {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        socket.write(texts[aborted % texts.length]);
        await new Promise((done) => setTimeout(done, 20));
        socket.destroy();
    }
}

// A connection that the server had already decided to close is not a lost answer: HTTP/1.1 clients send such a request again.
async function send(request) {
    try {
        return await sendOnce(request);
    } catch (error) {
        if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
        return sendOnce(request);
    }
}

async function printReport() {
    const {heapMb, rssMb} = await ask('memory');
    memory.push(heapMb);
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    console.log(`${sent} requests, heap ${heapMb} MB, resident ${rssMb} MB; ${counts.join(', ')}`);
}

// After the first fifth, in which caches and code are made, the heap after a collection has to stay.
function hasGrown(heaps) {
    const settled = heaps.slice(Math.ceil(heaps.length / 5));
    return settled.length > 1 && settled[settled.length - 1] > settled[0] * 1.25 + 3;
}

async function ask(what) {
    child.send(what);
    return nextMessage();
}

function nextMessage() {
    return new Promise((resolve) => child.once('message', resolve));
}
