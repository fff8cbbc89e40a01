import {isRpcError, type RpcError} from '@mionkit/core';
import type {AdapterResponse, ResponseStream, StreamPiece, WholeResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import type {CallResponse} from './context.ts';
import {type Method, REQUEST_KEY} from './method.ts';
import {protectHeaders} from './response-headers.ts';
import type {StreamSource} from './stream-source.ts';
import {toRpcError} from './to-rpc-error.ts';

/** How the pieces of a stream travel. */
export interface StreamForm {
    /** The content type, given the one that the handler or a hook has set. */
    readonly toContentType: (given: string | undefined) => string;
    /** The piece that an item becomes. Throws when it can't be one. */
    readonly toPiece: (item: unknown) => StreamPiece;
    /** The piece that stands for nothing: it only shows proxies that the stream goes on. */
    readonly filler?: StreamPiece;
    /** The last piece, with the JSON text of what the hooks returned. */
    readonly toEnd?: (results: string) => StreamPiece;
    /** The last piece of a stream that failed. Without it the failure is thrown, and the adapter breaks the response off. */
    readonly toFailure?: (key: string, error: RpcError) => StreamPiece;
}

/** Why a stream failed, and the key under which a response tells it. */
interface StreamFailure {
    readonly key: string;
    readonly error: RpcError;
}

const over: IteratorReturnResult<undefined> = {done: true, value: undefined};

/** The stream of a response. It asks its source for an item when its adapter asks for a piece, so nothing is made that nobody reads. */
export class CallStream implements ResponseStream {
    readonly #call: Call;
    readonly #method: Method;
    readonly #source: StreamSource;
    readonly #form: StreamForm;
    #results = '';
    #isOver = false;
    #failure: StreamFailure | undefined;
    /** Ends the wait for an item. */
    #interrupt: (reason: unknown) => void = () => {};

    constructor(call: Call, method: Method, source: StreamSource, form: StreamForm) {
        this.#call = call;
        this.#method = method;
        this.#source = source;
        this.#form = form;
    }

    [Symbol.asyncIterator](): this {
        return this;
    }

    /** Completes a response whose hooks have run: the stream is its body, unless there were errors or nobody wants a body. */
    open(response: CallResponse): AdapterResponse {
        const {headers} = response;
        const contentType = headers.getText('content-type');
        protectHeaders(headers);
        if (response.hasErrors) {
            this.#end();
            return response;
        }
        headers.set('content-type', this.#form.toContentType(contentType));
        this.#results = response.rawBody;
        response.rawBody = '';
        if (this.#call.source.method === 'HEAD') this.#end();
        else response.stream = this.#start();
        return response;
    }

    async next(): Promise<IteratorResult<StreamPiece, undefined>> {
        if (this.#isOver) return over;
        try {
            const {done, value} = await this.#pull();
            if (!done) return {done: false, value: this.#form.toPiece(value)};
            this.#stop();
            return this.#form.toEnd === undefined ? over : {done: false, value: this.#form.toEnd(this.#results)};
        } catch (thrown) {
            return this.#fail(thrown);
        }
    }

    async return(): Promise<IteratorReturnResult<undefined>> {
        if (!this.#isOver) this.#end();
        return over;
    }

    async collect(maxSize: number): Promise<WholeResponse> {
        // As it is now: the time may be over before the stream is.
        const {statusCode, headers, body, hasErrors} = this.#call.context.response;
        try {
            return {statusCode, headers, body, hasErrors, rawBody: '', ...(await this.#read(maxSize))};
        } catch (thrown) {
            const {key, error} = this.#report(thrown);
            this.#call.addError(key, error, this.#method);
            this.#call.stream = undefined;
            return this.#call.finish();
        }
    }

    async #read(maxSize: number): Promise<Pick<WholeResponse, 'bytes'> | Pick<WholeResponse, 'rawBody'>> {
        const pieces: StreamPiece[] = [];
        let size = 0;
        for await (const piece of this) {
            if (piece === this.#form.filler) continue;
            pieces.push(piece);
            size += toBytes(piece).length;
            if (size > maxSize) break;
        }
        const isText = pieces.every((piece) => typeof piece === 'string');
        return isText ? {rawBody: pieces.join('')} : {bytes: joinBytes(pieces.map(toBytes), size)};
    }

    #start(): this {
        const {signal} = this.#call.context;
        this.#call.startClock();
        signal.addEventListener('abort', () => {
            if (!this.#isOver) this.#breakOff(signal.reason);
            this.#interrupt(signal.reason);
        });
        return this;
    }

    #pull(): Promise<IteratorResult<unknown>> {
        const {signal} = this.#call.context;
        return new Promise((resolve, reject) => {
            this.#interrupt = reject;
            if (signal.aborted) reject(signal.reason);
            else this.#source.next().then(resolve, reject);
        });
    }

    /** Ends the source when the signal aborts, which nobody may notice by asking for another piece. */
    #breakOff(reason: unknown): void {
        this.#close();
        if (isRpcError(reason)) this.#report(reason);
    }

    #fail(thrown: unknown): IteratorResult<StreamPiece, undefined> {
        if (!this.#isOver) this.#close();
        this.#stop();
        // The client is gone, or has enough.
        if (thrown === this.#call.context.signal.reason && !isRpcError(thrown)) return over;
        const {key, error} = this.#report(thrown);
        const {toFailure} = this.#form;
        if (toFailure === undefined) throw error;
        return {done: false, value: toFailure(key, error)};
    }

    /** Notes why the stream failed, and tells the program, once: the hooks, which log what fails before, have run. */
    #report(thrown: unknown): StreamFailure {
        if (this.#failure !== undefined) return this.#failure;
        const {context} = this.#call;
        const error = this.#call.toSent(toRpcError(thrown));
        const key = thrown === context.signal.reason ? REQUEST_KEY : this.#method.errorKey;
        this.#failure = {key, error};
        this.#call.noteError(error);
        const {onStreamError} = context.router.options;
        // An executor turns into a rejection what a listener throws, now or later.
        new Promise((resolve) => resolve(onStreamError?.(context, error))).catch((again) =>
            this.#call.noteError(toRpcError(again)),
        );
        return this.#failure;
    }

    #end(): void {
        this.#close();
        this.#stop();
        this.#call.abort();
    }

    #stop(): void {
        this.#isOver = true;
        this.#call.stopClock();
    }

    #close(): void {
        this.#source.close().catch((thrown) => this.#call.noteError(toRpcError(thrown)));
    }
}

function toBytes(piece: StreamPiece): Uint8Array {
    return typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
}

function joinBytes(pieces: readonly Uint8Array[], size: number): Uint8Array {
    const joined = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
        joined.set(piece, at);
        at += piece.length;
    }
    return joined;
}
