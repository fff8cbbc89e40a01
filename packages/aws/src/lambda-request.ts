import {type HeaderList, RpcError, StatusCodes} from '@mionkit/core';
import {type AdapterRequest, createPayloadTooLargeError} from '@mionkit/router';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {readBody} from './read-body.ts';
import type {HttpEvent} from './read-event.ts';

/** The limits of one request. */
export interface RequestLimits {
    /** In bytes. */
    readonly maxBodySize: number;
    /** How long before Lambda ends the invocation. */
    readonly deadlineMarginMs: number;
}

/** An invocation as the router takes it. It watches the clock once something asks for `ctx.signal`, and not before. */
export class LambdaRequest implements AdapterRequest {
    readonly method: string;
    readonly headers: HeaderList;
    readonly rawBody: string;
    readonly error: RpcError | undefined;
    readonly rawRequest: LambdaEvent;
    readonly rawResponse: LambdaContext | undefined;
    readonly #deadlineMarginMs: number;
    #timer: NodeJS.Timeout | undefined;
    #onLate: (() => void) | undefined;

    constructor(httpEvent: HttpEvent, event: LambdaEvent, context: LambdaContext | undefined, limits: RequestLimits) {
        const rawBody = readBody(httpEvent.body, httpEvent.isBase64Encoded, limits.maxBodySize);
        this.method = httpEvent.method;
        this.headers = httpEvent.headers;
        this.rawBody = rawBody ?? '';
        this.error = rawBody === undefined ? createPayloadTooLargeError(limits.maxBodySize) : undefined;
        this.rawRequest = event;
        this.rawResponse = context;
        this.#deadlineMarginMs = limits.deadlineMarginMs;
    }

    /** Calls the listener when the time is nearly over. */
    onAbort(listener: () => void): void {
        if (this.rawResponse === undefined) return;
        const margin = this.#deadlineMarginMs;
        this.#timer = setTimeout(() => {
            listener();
            // Whoever listens has half of the margin to come to an end by itself.
            this.#timer = setTimeout(() => this.#onLate?.(), margin / 2);
        }, this.rawResponse.getRemainingTimeInMillis() - margin);
    }

    /** The outcome of `pending`, or that of `answerLate` if it comes too late and the clock is watched. */
    untilLate<T>(pending: Promise<T>, answerLate: () => T | Promise<T>): Promise<T> {
        return new Promise((resolve, reject) => {
            this.#onLate = () => resolve(answerLate());
            pending.then(resolve, reject);
        });
    }

    /** The same request, to be answered with a 504. */
    toLateRequest(): AdapterRequest {
        const {method, headers, rawRequest, rawResponse} = this;
        return {method, headers, rawBody: '', error: createTimeoutError(), rawRequest, rawResponse};
    }

    /** Stops watching the clock. */
    end(): void {
        clearTimeout(this.#timer);
    }
}

function createTimeoutError(): RpcError {
    return new RpcError({
        statusCode: StatusCodes.GATEWAY_TIMEOUT,
        publicMessage: 'The call did not end in the time that it had.',
    });
}
