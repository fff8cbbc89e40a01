/**
 * `pnpm test:ric [--events 5000] [--starts 11]`: the bundled API on AWS's own runtime client, against a Runtime API of ours.
 *
 * Cold starts, calls, errors, timeouts, streaming, and memory over thousands of events, on Node 22 and 24. Prints what it measured; exits with 1 on the first failure.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {installRuntimeClient} from '../ric/install.mjs';
import {startFunction} from '../ric/start-function.mjs';
import {callCases, callWithoutToken, toBody, toHeaders} from '../test/call-cases.ts';
import {createHttpApiEvent, createRestApiEvent} from '../test/lambda-events.ts';

const {values: options} = parseArgs({
    options: {events: {type: 'string', default: '5000'}, starts: {type: 'string', default: '11'}},
});
const eventCount = Number(options.events);
const startRounds = Number(options.starts);
const folder = fileURLToPath(new URL('..', import.meta.url));
const sum = createHttpApiEvent('/api/v1/utils/sum', {'content-type': 'application/json', authorization: 'token'}, '[2, 3]');

installRuntimeClient();
build();
for (const major of [22, 24]) {
    console.log(`\nNode ${major}`);
    await check('cold start', checkColdStart, major);
    await check('calls', checkCalls, major);
    await check('events that are no HTTP requests', checkOtherEvents, major);
    await check('deadline', checkDeadline, major);
    await check('streaming', checkStreaming, major);
    await check('memory', checkMemory, major);
}

async function check(what, run, major) {
    const note = await run(major);
    console.log(`ok  ${what}: ${note}`);
}

async function withFunction(name, major, run) {
    const lambda = await startFunction(`${folder}/dist/${name}/index.mjs`, {major});
    try {
        return await run(lambda);
    } finally {
        lambda.stop();
    }
}

// From the start of the process to its first response, in turns with a function that does the same by hand.
async function checkColdStart(major) {
    const times = {'lambda-bare': [], lambda: []};
    for (let round = 0; round < startRounds; round++) {
        for (const [name, list] of Object.entries(times)) list.push(await measureStart(name, major));
    }
    const [bare, mion] = Object.values(times).map(toMedian);
    return `${mion.toFixed(1)} ms to the first response, ${bare.toFixed(1)} ms by hand (medians of ${startRounds})`;
}

async function measureStart(name, major) {
    const started = performance.now();
    return withFunction(name, major, async ({invoke}) => {
        assert.equal((await call(invoke, sum)).statusCode, 200);
        return performance.now() - started;
    });
}

async function checkCalls(major) {
    for (const createEvent of [createRestApiEvent, createHttpApiEvent]) {
        await withFunction('lambda', major, async ({invoke}) => {
            for (const example of callCases) {
                const result = await call(invoke, createEvent(`/api/v1/${example.path}`, toHeaders(example), toBody(example)));
                assert.equal(result.statusCode, example.status, example.what);
                assertContains(JSON.parse(result.body), example.response, example.what);
            }
            const event = createEvent(
                `/api/v1/${callWithoutToken.path}`,
                {'content-type': 'application/json'},
                toBody(callWithoutToken),
            );
            assert.equal((await call(invoke, event)).statusCode, 401);
        });
    }
    return `${2 * (callCases.length + 1)} calls answered as on node http`;
}

async function checkOtherEvents(major) {
    return withFunction('lambda', major, async ({invoke}) => {
        const answer = await invoke({Records: []});
        assert.equal(answer.kind, 'error');
        assert.match(JSON.parse(answer.text).errorMessage, /^The event is not an HTTP request/);
        assert.equal((await call(invoke, {source: 'aws.events', 'detail-type': 'Scheduled Event'})).statusCode, 204);
        assert.equal((await call(invoke, sum)).statusCode, 200);
        return 'an error for messages of a queue, 204 for a ping, and it goes on serving';
    });
}

async function checkDeadline(major) {
    return withFunction('lambda-slow', major, async ({invoke, logs}) => {
        const timeout = 700;
        const event = (path) => createHttpApiEvent(path, {'content-type': 'application/json'}, '');
        const stopped = await call(invoke, event('/stopsInTime'), {timeout});
        assert.deepEqual(JSON.parse(stopped.body), {stopsInTime: 'stopped'});
        const stuck = await call(invoke, event('/neverEnds'), {timeout});
        assert.equal(stuck.statusCode, 504);
        assert.equal(JSON.parse(stuck.body)['@errors']['@request'].name, 'Gateway Timeout');
        assert.match(logs.join(''), /logged \/neverEnds 504/);
        return 'ctx.signal aborts in time, a call that does not end gets a 504 and is logged';
    });
}

async function checkStreaming(major) {
    return withFunction('lambda-streaming', major, async ({invoke}) => {
        const event = createHttpApiEvent('/large', {'content-type': 'application/json'}, '');
        const answer = await invoke(event);
        assert.equal(answer.headers['lambda-runtime-function-response-mode'], 'streaming');
        assert.equal(answer.headers['content-type'], 'application/vnd.awslambda.http-integration-response');
        const [prelude, body] = answer.text.split('\0'.repeat(8));
        assert.equal(JSON.parse(prelude).statusCode, 200);
        assert.equal(JSON.parse(body).large.length, 8_000_000);
        const failed = await invoke({Records: []});
        assert.equal(failed.trailers['lambda-runtime-function-error-type'], 'TypeError');
        const pieces = await checkRouteStreams(invoke);
        return `${(body.length / 1e6).toFixed(1)} MB in ${answer.chunks.length} chunks, values in ${pieces}, and an error as a trailer`;
    });
}

async function checkRouteStreams(invoke) {
    const send = (path, settings) => invoke(createHttpApiEvent(path, {'content-type': 'application/json'}, ''), settings);
    const ticks = await send('/ticks');
    const [prelude, body] = ticks.text.split('\0'.repeat(8));
    assert.equal(JSON.parse(prelude).headers['content-type'], 'text/event-stream; charset=utf-8');
    assert.match(body, /^(data: \{"at":"1970-01-01T00:00:00.00\dZ"\}\n\n){3}event: end\ndata: \{\}\n\n$/);
    // The head at once, and each value when it is made.
    assert.ok(ticks.chunks.length >= 4, `${ticks.chunks.length} chunks`);
    const late = await send('/neverEnds', {timeout: 700});
    assert.match(late.text, /data: 1\n\nevent: error\ndata: \{"@errors":\{"@request":\{"name":"Gateway Timeout"/);
    const broken = await send('/broken');
    assert.equal(broken.trailers['lambda-runtime-function-error-type'], 'Internal Server Error');
    assert.ok(!broken.text.includes('private'));
    return ticks.chunks.length;
}

async function checkMemory(major) {
    return withFunction('lambda', major, async ({invoke, pid}) => {
        const runEvents = async (count) => {
            for (let sent = 0; sent < count; sent++) assert.equal((await call(invoke, sum)).statusCode, 200);
            return readRss(pid);
        };
        const before = await runEvents(1000);
        const after = await runEvents(eventCount - 1000);
        const growth = after / before - 1;
        assert.ok(growth < 0.05, `RSS grew by ${(growth * 100).toFixed(1)} %, from ${before} kB to ${after} kB`);
        return `RSS ${(before / 1024).toFixed(1)} MiB after 1000 events, ${(after / 1024).toFixed(1)} MiB after ${eventCount}`;
    });
}

async function call(invoke, event, settings) {
    const {kind, text} = await invoke(event, settings);
    assert.equal(kind, 'response', text);
    return JSON.parse(text);
}

// assert.partialDeepStrictEqual, which Node 20 lacks.
function assertContains(actual, expected, what) {
    if (typeof expected !== 'object') return assert.equal(actual, expected, what);
    for (const [key, value] of Object.entries(expected)) assertContains(actual?.[key], value, `${what}: ${key}`);
}

function toMedian(values) {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function readRss(pid) {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}

function build() {
    for (const entry of [
        'src/serve-aws-lambda.ts',
        'test/functions/bare.ts',
        'test/functions/slow.ts',
        'test/functions/streaming.ts',
    ]) {
        const {status} = spawnSync(process.execPath, ['scripts/build-lambda.mjs', entry], {cwd: folder, stdio: 'inherit'});
        if (status !== 0) process.exit(1);
    }
}
