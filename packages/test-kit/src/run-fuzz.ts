import type {RawRequest, RawResponse} from './conformance-case.ts';
import {findViolation} from './fuzz-oracles.ts';
import {createFuzzRequest, type FuzzTarget} from './fuzz-requests.ts';
import {createRandom} from './random.ts';
import type {SendRaw} from './send-fetch.ts';

/** What a request may cost, in the processor's time: far above what any does, and far below what an attacker wants. */
const mostMilliseconds = 1000;

/** How a fuzzer ran. */
export interface FuzzReport {
    /** What was wrong, with the request and the response. Ten at most: the run ends there. */
    readonly violations: readonly string[];
    /** How often each status was answered. */
    readonly statuses: ReadonlyMap<number, number>;
}

/** Sends requests made from the types of an API, and looks at every response. */
export async function runFuzz(
    send: SendRaw,
    target: FuzzTarget,
    {count, seed}: {count: number; seed: number},
): Promise<FuzzReport> {
    const random = createRandom(seed);
    const violations: string[] = [];
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < count && violations.length < 10; turn++) {
        const request = createFuzzRequest(target, random);
        if (!canBeSent(request)) continue;
        const spent = process.cpuUsage();
        const response = await send(request);
        const milliseconds = process.cpuUsage(spent).user / 1000;
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        const violation = milliseconds > mostMilliseconds ? `${milliseconds} ms` : findViolation(request, response);
        if (violation !== undefined) violations.push(`${violation}: ${describeExchange(request, response)}`);
    }
    return {violations, statuses};
}

/** Whether clients send a request at all: many refuse headers outside ASCII, and bodies of GET and HEAD. */
export function canBeSent({method, headers, body}: RawRequest): boolean {
    const isAscii = headers.every((text) => /^[\x20-\x7e]*$/.test(text));
    return isAscii && (body.length === 0 || (method !== 'GET' && method !== 'HEAD'));
}

function describeExchange(request: RawRequest, response: RawResponse): string {
    return `${JSON.stringify({...request, body: String(request.body).slice(0, 300)})} → ${JSON.stringify({...response, body: response.body.slice(0, 300)})}`;
}
