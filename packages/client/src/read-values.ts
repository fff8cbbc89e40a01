import type {MethodMetadata, PublicRpcError} from '@mionkit/core';
import {createInvalidResponseError, createNoResponseError} from './client-errors.ts';
import {decodeResult} from './method-codec.ts';
import type {MethodsById} from './method-store.ts';
import {createEventReader, type ServerEvent} from './read-events.ts';
import {readBody} from './read-response.ts';
import type {ClientRequest, ClientResponse} from './send-request.ts';
import {toRpcError} from './to-rpc-error.ts';

/** Whose values are read. */
export interface ValueSource {
    readonly request: ClientRequest;
    readonly methods: MethodsById;
    readonly response: ClientResponse;
    /** The route as if it returned one of its values. */
    readonly item: MethodMetadata;
}

const over: IteratorReturnResult<undefined> = {done: true, value: undefined};

/** The values of a stream. Leaving the loop ends the request; whatever goes wrong rejects `next` with an `RpcError`. */
export function readValues(stream: ReadableStream<Uint8Array>, source: ValueSource): AsyncIterableIterator<unknown> {
    const body = stream.getReader();
    const readEvent = createEventReader(body);
    const {signal} = source.request;
    let isOver = false;

    async function stop(): Promise<IteratorReturnResult<undefined>> {
        isOver = true;
        // What is left of a body that has failed can't be cancelled.
        await body.cancel().catch(() => undefined);
        return over;
    }

    return {
        [Symbol.asyncIterator]() {
            return this;
        },
        async next() {
            if (isOver) return over;
            try {
                // As fetch's own streams do: what came before an abort is not read after it.
                if (signal?.aborted) throwBroken(source, signal.reason);
                const event = await readEvent().catch((error) => throwBroken(source, error));
                if (isOver || event?.type === 'end') return await stop();
                return {done: false, value: await readValue(event, source)};
            } catch (error) {
                await stop();
                throw error;
            }
        },
        return: stop,
    };
}

async function readValue(event: ServerEvent | undefined, source: ValueSource): Promise<unknown> {
    if (event === undefined) return throwBroken(source, new Error('the stream has no end: the connection broke off'));
    if (event.type === 'error') throw await decode(event, source, (body) => readError(body, source));
    return decode(event, source, (value) => decodeResult(source.item, value));
}

function readError(body: unknown, {methods}: ValueSource): Error {
    const [from = '', error] = readBody(body)?.error ?? [];
    return toRpcError(error as PublicRpcError, methods.get(from));
}

async function decode<T>(
    {data}: ServerEvent,
    {request, response}: ValueSource,
    read: (value: unknown) => T | Promise<T>,
): Promise<T> {
    try {
        return await read(JSON.parse(data));
    } catch (originalError) {
        throw createInvalidResponseError(request.id, {...response, text: data}, originalError);
    }
}

function throwBroken({request}: ValueSource, error: unknown): never {
    throw createNoResponseError(request.id, error, request.signal);
}
