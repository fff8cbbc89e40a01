import {isRpcError} from '@mionkit/core';
import type {Call} from './call.ts';
import type {Method} from './method.ts';
import {noResult} from './no-result.ts';
import {toRpcError} from './to-rpc-error.ts';
import {createStream} from './write-result.ts';

/** What a method's promise gives; `noResult` when the time of the call is over before. */
export function settle(call: Call, method: Method, pending: PromiseLike<unknown>): PromiseLike<unknown> {
    const end = call.startClock();
    // A promise of its own: what is no native one may do its work anew whenever it is asked.
    return end === undefined ? pending : settleInTime(call, method, {pending: Promise.resolve(pending), end});
}

interface Race {
    readonly pending: Promise<unknown>;
    readonly end: Promise<typeof noResult>;
}

async function settleInTime(call: Call, method: Method, {pending, end}: Race): Promise<unknown> {
    const result = await Promise.race([pending, end]);
    if (result === noResult)
        pending.then((late) => drop(call, method, late)).catch((thrown) => call.noteError(toRpcError(thrown)));
    return result;
}

/** Closes a stream that nobody waits for any more, and throws an error that was returned. */
function drop(call: Call, method: Method, late: unknown): Promise<unknown> | undefined {
    if (isRpcError(late)) throw late;
    return createStream(call, method, late)?.return();
}
