import type {HeaderList, MionResponse} from '@mionkit/core';

/** What `router.dispatch` gives back to an adapter. The adapter may add headers to it. */
export interface AdapterResponse extends MionResponse {
    readonly headers: HeaderList;
    /** The body, where the route returned a stream; `rawBody` is empty then. */
    readonly stream?: ResponseStream;
}

/** A piece of a body: text to be sent in UTF-8, or bytes. */
export type StreamPiece = string | Uint8Array;

/**
 * A body that is made while it is sent. Nothing is made until `next` is called, so an adapter that waits for a slow client before it
 * asks for the next piece keeps at most one.
 *
 * When `next` rejects, the adapter breaks the response off, so that the client sees that it is not whole. When the client goes away, the
 * adapter calls `return`, also while it waits for a piece: the call's signal aborts, and what the route returned is closed.
 */
export interface ResponseStream extends AsyncIterableIterator<StreamPiece, undefined> {
    return(): Promise<IteratorReturnResult<undefined>>;
    /** All pieces as one, for platforms that take a body as a whole; `undefined` when it has more bytes than that. */
    collect(maxSize: number): Promise<StreamPiece | undefined>;
}
