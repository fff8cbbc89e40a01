/** Where the pieces of a stream come from, one at a time. */
export interface StreamSource {
    next(): PromiseLike<IteratorResult<unknown, unknown>>;
    /** Ends it early: generators run their `finally`, and streams of the platform are closed. Rejects with what that throws. */
    close(): Promise<void>;
}

/** What is looked at of async iterables and of the platform's streams. */
interface Streamable {
    readonly [Symbol.asyncIterator]?: () => AsyncIterator<unknown>;
    readonly getReader?: () => {
        read(): Promise<{readonly done: boolean; readonly value?: unknown}>;
        cancel(): Promise<void>;
    };
    readonly destroy?: () => void;
    readonly on?: (event: 'error', listener: () => void) => void;
}

/** Starts to read what a route returned. Throws a `TypeError` when that is no stream. */
export function openSource(result: unknown): StreamSource {
    const streamable: Streamable = Object(result);
    if (typeof streamable.getReader === 'function') {
        const reader = streamable.getReader();
        return {next: () => reader.read() as Promise<IteratorResult<unknown>>, close: () => reader.cancel()};
    }
    const iterator = streamable[Symbol.asyncIterator]?.();
    if (iterator === undefined) throw new TypeError('The result is no stream and no async iterable');
    // A stream of node that fails before its first piece is asked for would end the process.
    streamable.on?.('error', () => {});
    return {
        next: () => iterator.next(),
        close: async () => {
            streamable.destroy?.();
            await iterator.return?.();
        },
    };
}
