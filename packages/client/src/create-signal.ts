import type {CallOptions} from './call-options.ts';
import {createNoResponseError} from './client-errors.ts';

/** Aborts when the call's signal does or its time is up; `undefined` when nothing can end the call early. */
export function createSignal({signal, timeoutMs}: CallOptions): AbortSignal | undefined {
    if (!timeoutMs) return signal;
    const time = AbortSignal.timeout(timeoutMs);
    return signal ? AbortSignal.any([signal, time]) : time;
}

/** The outcome of work that several calls share. When the signal aborts before, rejects with an `RpcError`, and the work goes on. */
export function orAborted<T>(id: string, promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    if (!signal) return promise;
    return new Promise((resolve, reject) => {
        const abort = () => reject(createNoResponseError(id, signal.reason, signal));
        if (signal.aborted) abort();
        signal.addEventListener('abort', abort);
        // A signal may live as long as the program.
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
}
