import type {RpcError} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import type {CallStream} from './call-stream.ts';
import {Context} from './context.ts';
import {addCorsHeaders} from './cors.ts';
import {type Method, REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import {noResult} from './no-result.ts';
import type {Plan} from './plan.ts';
import {createTimeoutError} from './request-errors.ts';
import {protectHeaders} from './response-headers.ts';
import type {Router} from './router.ts';
import {toRpcError, withErrorId} from './to-rpc-error.ts';
import {writeError} from './write-error.ts';

/** One request on its way through its plan: what the call context shows, and what it doesn't. */
export class Call {
    readonly plan: Plan;
    readonly source: AdapterRequest;
    readonly context: Context;
    /** What the route returned, where that is a stream. */
    declare stream?: CallStream | undefined;
    /** The results so far, as they stand in the response: `"id":value,…`. */
    #results = '';
    /** The errors so far, as they stand in the response, by key. */
    #errors: Map<string, string> | undefined;
    /** The end of the time that the call has. Its clock starts when the call first has to wait. */
    #end: Promise<typeof noResult> | undefined;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #isLate = false;
    #controller: AbortController | undefined;

    constructor(router: Router, table: MethodTable, path: string, source: AdapterRequest) {
        this.plan = table.getPlan(path);
        this.source = source;
        this.context = new Context(this, path, source, router);
        const {sharedDataFactory} = router.options;
        if (sharedDataFactory !== undefined)
            this.attempt(() => {
                this.context.shared = sharedDataFactory(this.context);
            });
    }

    get hasErrors(): boolean {
        return this.context.response.hasErrors;
    }

    /** What a function returns that concerns the request as a whole; `undefined` when it throws, and then the call has that error. */
    attempt<TResult>(step: (call: this) => TResult): TResult | undefined {
        try {
            return step(this);
        } catch (thrown) {
            this.addError(REQUEST_KEY, toRpcError(thrown));
            return undefined;
        }
    }

    /** Notes what a method returned, and its JSON text: `undefined` when nothing is sent. */
    addResult(method: Method, result: unknown, json: string | undefined): void {
        this.context.response.body[method.id] = result;
        if (json !== undefined) this.#results += `${this.#results && ','}${method.jsonKey}${json}`;
    }

    /** Notes an error. The first one sets the status, and the first one under each key travels. */
    addError(key: string, thrown: RpcError, method?: Method): void {
        const {request, response} = this.context;
        const error = this.toSent(thrown);
        this.noteError(error);
        if (!response.hasErrors) response.statusCode = toHttpStatus(error.statusCode);
        response.hasErrors = true;
        this.#errors ??= new Map();
        if (!this.#errors.has(key)) this.#errors.set(key, writeError(error, method, request.internalErrors));
    }

    /** Keeps an error for the logs only, once. */
    noteError(error: RpcError): void {
        const {internalErrors} = this.context.request;
        if (!internalErrors.includes(error)) internalErrors.push(error);
    }

    /** An error as it is sent and noted: with an id, if all have one. */
    toSent(error: RpcError): RpcError {
        return this.context.router.options.autoGenerateErrorId ? withErrorId(error) : error;
    }

    /** Starts the clock of the call, once. Gives the end of its time, if that is limited and still to come. */
    startClock(): Promise<typeof noResult> | undefined {
        const {timeoutMs} = this.plan;
        if (timeoutMs === 0 || this.#isLate) return undefined;
        this.#end ??= new Promise((resolve) => {
            this.#timer = setTimeout(() => {
                this.#expire();
                resolve(noResult);
            }, timeoutMs);
        });
        return this.#end;
    }

    stopClock(): void {
        clearTimeout(this.#timer);
    }

    /** Aborts the signal, if anything reads it. */
    abort(reason?: unknown): void {
        this.#controller?.abort(reason);
    }

    /** Made when it is first asked for: an AbortController costs more than a short call. */
    getSignal(): AbortSignal {
        if (this.#controller === undefined) {
            const controller = new AbortController();
            this.#controller = controller;
            if (this.#isLate) controller.abort(createTimeoutError());
            else this.source.onAbort?.((reason) => controller.abort(reason));
        }
        return this.#controller.signal;
    }

    /** Completes the response, with another body than the results where one is given. */
    finish(rawBody = `{${this.#results}${this.#errors === undefined ? '' : this.#writeErrors(this.#errors)}}`): AdapterResponse {
        const {response, router} = this.context;
        response.rawBody = rawBody;
        if (router.options.cors !== undefined) addCorsHeaders(this, router.options.cors, {isPreflight: false});
        if (this.stream !== undefined) return this.stream.open(response);
        if (this.#timer !== undefined) this.stopClock();
        protectHeaders(response.headers);
        return response;
    }

    #writeErrors(errors: ReadonlyMap<string, string>): string {
        const fragments = [...errors].map(([key, json]) => `${JSON.stringify(key)}:${json}`);
        return `${this.#results && ','}"@errors":{${fragments}}`;
    }

    #expire(): void {
        const error = this.toSent(createTimeoutError());
        this.#isLate = true;
        this.addError(REQUEST_KEY, error);
        this.abort(error);
    }
}

// A status that is no error's, or no status at all, would make the response lie or the platform refuse it.
function toHttpStatus(statusCode: number): number {
    return Number.isInteger(statusCode) && statusCode >= 400 && statusCode <= 599 ? statusCode : 500;
}
