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
    /**
     * The response with all pieces as its body, for platforms that take it as a whole. Never rejects: a stream of bytes that fails is answered with its error.
     *
     * Reads no further than `maxSize` bytes, so a body that has more may not be all of it.
     */
    collect(maxSize: number): Promise<WholeResponse>;
}

/** A response without a stream. */
export interface WholeResponse extends AdapterResponse {
    /** The body where that is no text; `rawBody` is empty then. */
    readonly bytes?: Uint8Array;
}
