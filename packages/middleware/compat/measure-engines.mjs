/**
 * Measures what an invocation costs through each engine, for the one stack that the arguments tell, and prints it as JSON.
 * A stack has a process of its own, as in Lambda, so that what the compiler learns from one doesn't spoil another.
 *
 * The engines take turns in short rounds, and CPU time is what counts, so that what else the machine does meets them alike
 * and little. The result is the median of the rounds.
 */

import {middy} from '@middy/core';
import {middleware as mion} from '@mionkit/middleware';

const rounds = 41;
const roundMillis = 10;
const event = {id: 1};
const context = {getRemainingTimeInMillis: () => 10_000};
const result = {statusCode: 200};

const kinds = {
    sync: {handler: () => result, create: () => ({before: () => {}, after: () => {}})},
    async: {handler: async () => result, create: () => ({before: async () => {}, after: async () => {}})},
};
const engines = {mion, middy};

const [kind, middlewares, timeoutEarlyInMillis] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const {handler, create} = kinds[kind];
const list = Array.from({length: middlewares}, create);
const stacks = Object.entries(engines).map(([name, engine]) => [name, engine(handler, {timeoutEarlyInMillis}).use(list)]);
console.log(
    JSON.stringify(await measure(Object.fromEntries([['bare', handler], ['awaits', awaiting(handler, list)], ...stacks]))),
);

/** The same functions, called by hand and each awaited if it has to be: what no engine can do without. */
function awaiting(handler, list) {
    return async (event, context) => {
        const request = {event, context, response: undefined};
        for (const {before} of list) {
            const pending = before(request);
            if (pending) await pending;
        }
        request.response = await handler(event, context);
        for (const {after} of list.toReversed()) {
            const pending = after(request);
            if (pending) await pending;
        }
        return request.response;
    };
}

/** Nanoseconds of CPU an invocation, by name. */
async function measure(handlers) {
    const samples = Object.fromEntries(Object.keys(handlers).map((name) => [name, []]));
    const counts = {};
    for (const [name, handler] of Object.entries(handlers)) counts[name] = await calibrate(handler);
    for (let round = 0; round < rounds; round++) {
        for (const [name, handler] of Object.entries(handlers)) samples[name].push(await time(handler, counts[name]));
    }
    return Object.fromEntries(Object.entries(samples).map(([name, times]) => [name, Math.round(median(times))]));
}

async function calibrate(handler) {
    await time(handler, 2000);
    return Math.max(200, Math.round((roundMillis * 1e6) / (await time(handler, 2000))));
}

async function time(handler, calls) {
    const start = process.cpuUsage();
    for (let call = 0; call < calls; call++) await handler(event, context);
    const {user, system} = process.cpuUsage(start);
    return ((user + system) * 1000) / calls;
}

function median(values) {
    return values.toSorted((a, b) => a - b)[values.length >> 1];
}
