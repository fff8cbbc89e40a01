import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {median, printTable} from './statistics.mjs';

const script = fileURLToPath(new URL('invoke.mjs', import.meta.url));
const warmUpTime = 400_000;

/**
 * CPU time of one invocation in a warm process, one process per handler. Each slice is compared with the reference's of the same round.
 *
 * `slice` is in ms of CPU time. `bundles` are `{name, label}`, and one of them is `bare`, the reference.
 */
export async function measureInvocations({node, rounds, slice, bundles, calls}) {
    const processes = await Promise.all(bundles.map((bundle) => startProcess(node, bundle)));
    try {
        const columns = [];
        for (const call of calls) columns.push(await measureCall({processes, call, rounds, sliceTime: slice * 1000}));
        const header = ['', ...calls.flatMap((call) => [`${call}, µs`, 'over bare', 'ratio'])];
        printTable([header, ...bundles.map(({label}, index) => [label, ...columns.flatMap((column) => column[index])])]);
    } finally {
        for (const {child} of processes) child.removeAllListeners('exit').disconnect();
    }
}

async function measureCall({processes, call, rounds, sliceTime}) {
    const counts = [];
    for (const each of processes) counts.push(await warmUp(each, call, sliceTime));
    const times = processes.map(() => []);
    for (let round = 0; round < rounds; round++)
        for (const [index, each] of processes.entries()) times[index].push(await runSlice(each, call, counts[index]));
    const bare = times[processes.findIndex(({name}) => name === 'bare')];
    return times.map((own) => [
        median(own).toFixed(2),
        median(own.map((time, round) => time - bare[round])).toFixed(2),
        median(own.map((time, round) => time / bare[round])).toFixed(2),
    ]);
}

// How many invocations take one slice.
async function warmUp(each, call, sliceTime) {
    let count = 200;
    for (let spent = 0, time = 0; spent < warmUpTime; spent += time) {
        time = (await runSlice(each, call, count)) * count;
        count = Math.ceil(count * Math.min(4, sliceTime / Math.max(time, 100)));
    }
    return count;
}

async function runSlice({child}, call, count) {
    child.send({call, count});
    const [{cpu}] = await once(child, 'message');
    return cpu / count;
}

async function startProcess(node, {name}) {
    const child = fork(script, [name], {
        execPath: node,
        execArgv: ['--no-deprecation'],
        env: {...process.env, NODE_ENV: 'production'},
    });
    child.on('exit', (code, signal) => {
        throw new Error(`The process of ${name} ended with ${code ?? signal}.`);
    });
    await once(child, 'message');
    return {name, child};
}
