/** One handler in a warm process: checks its answers, and then invokes it as often as the parent says. */
import {deepStrictEqual} from 'node:assert/strict';
import {createRequire} from 'node:module';
import {makeContext} from './context.cjs';
import {makeEvent} from './events.mjs';
import {calls, handlers} from './handlers.mjs';

const name = process.argv[2];
const {answersAnything, refusal, toBody, read} = handlers[name];
const {handler} = createRequire(import.meta.url)(`./dist/${name}.cjs`);
const events = Object.fromEntries(
    Object.entries(calls).map(([call, {input}]) => [call, makeEvent(`/${call}`, toBody(call, input))]),
);
let last;

if (!answersAnything) for (const call of Object.keys(calls)) await checkCall(call);
process.on('disconnect', () => process.exit(0));
process.on('message', async ({call, count}) => process.send({cpu: await measure(call, count)}));
process.send({ready: true});

// CPU time of so many invocations, in µs.
async function measure(call, count) {
    const event = events[call];
    const before = process.cpuUsage();
    // Some handlers write into the event.
    for (let index = 0; index < count; index++) last = await handler({...event}, makeContext());
    const {user, system} = process.cpuUsage(before);
    if (last.statusCode !== 200) throw new Error(`${name} answers ${call} with ${last.statusCode}.`);
    return user + system;
}

async function checkCall(call) {
    const {input, output, bad} = calls[call];
    const good = await handler(makeEvent(`/${call}`, toBody(call, input)), makeContext());
    deepStrictEqual([good.statusCode, read(call, JSON.parse(good.body))], [200, output], `${name}: ${call}`);
    const refused = await handler(makeEvent(`/${call}`, toBody(call, bad)), makeContext());
    deepStrictEqual(refused.statusCode, refusal, `${name}: an invalid ${call}`);
    const unknown = await handler(makeEvent('/unknown', {}), makeContext());
    deepStrictEqual(unknown.statusCode, 404, `${name}: an unknown path`);
}
