import {setTimeout as wait} from 'node:timers/promises';

/**
 * Does something again and again until the promise settles, whose outcome it gives.
 *
 * For watchers: they don't say when they have begun to watch a file, and an edit before that goes unnoticed.
 */
export async function repeatUntil<T>(settled: Promise<T>, action: () => void): Promise<T> {
    const stop = new AbortController();
    const repeated = (async () => {
        while (!stop.signal.aborted) {
            action();
            await wait(3000, undefined, {signal: stop.signal}).catch(() => undefined);
        }
    })();
    try {
        return await settled;
    } finally {
        stop.abort();
        await repeated;
    }
}
