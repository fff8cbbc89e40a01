import {HeaderList, type MionRequest, type RpcError, StatusCodes} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import type {CallContext} from './call-context.ts';
import type {Method} from './method.ts';
import type {Plan} from './plan.ts';
import type {Router} from './router.ts';
import {withErrorId} from './to-rpc-error.ts';
import {writeError} from './write-error.ts';

/** What every JSON response says of itself, unless a hook replaces the last two. */
const defaultHeaders: readonly string[] = [
    'content-type',
    'application/json; charset=utf-8',
    'x-content-type-options',
    'nosniff',
    'cache-control',
    'no-store',
];

class Request implements MionRequest {
    readonly headers: HeaderList;
    readonly rawBody: string;
    body: Readonly<Record<string, unknown>> = {};
    readonly internalErrors: RpcError[] = [];

    constructor({headers, rawBody}: AdapterRequest) {
        this.headers = headers;
        this.rawBody = rawBody;
    }
}

class Response implements AdapterResponse {
    statusCode: number = StatusCodes.OK;
    readonly headers = new HeaderList(defaultHeaders.slice());
    rawBody = '';
    readonly body: Record<string, unknown> = {};
    hasErrors = false;
}

class Context implements CallContext {
    readonly path: string;
    readonly request: Request;
    readonly response = new Response();
    shared: unknown = {};
    readonly router: Router;

    constructor(path: string, source: AdapterRequest, router: Router) {
        this.path = path;
        this.request = new Request(source);
        this.router = router;
    }
}

/** One request on its way through its plan: what the call context shows, and what it doesn't. */
export class Call {
    readonly plan: Plan;
    readonly source: AdapterRequest;
    readonly context: Context;
    /** The results so far, as they stand in the response: `"id":value,…`. */
    #results = '';
    /** The errors so far, as they stand in the response, by key. */
    #errors: Map<string, string> | undefined;

    constructor(path: string, plan: Plan, source: AdapterRequest, router: Router) {
        this.plan = plan;
        this.source = source;
        this.context = new Context(path, source, router);
    }

    get hasErrors(): boolean {
        return this.context.response.hasErrors;
    }

    /** Notes what a method returned, and its JSON text: `undefined` when nothing is sent. */
    addResult(method: Method, result: unknown, json: string | undefined): void {
        this.context.response.body[method.id] = result;
        if (json === undefined) return;
        this.#results += this.#results === '' ? method.jsonKey + json : `,${method.jsonKey}${json}`;
    }

    /** Notes an error. The first one sets the status, and the first one under each key travels. */
    addError(key: string, thrown: RpcError, method?: Method): void {
        const {request, response, router} = this.context;
        const error = router.options.autoGenerateErrorId ? withErrorId(thrown) : thrown;
        this.noteError(error);
        if (!response.hasErrors) response.statusCode = toHttpStatus(error.statusCode);
        response.hasErrors = true;
        this.#errors ??= new Map();
        if (!this.#errors.has(key)) this.#errors.set(key, writeError(error, method, request.internalErrors));
    }

    /** Keeps an error for the logs only. */
    noteError(error: RpcError): void {
        this.context.request.internalErrors.push(error);
    }

    /** Completes the response. */
    finish(): AdapterResponse {
        const {response} = this.context;
        response.rawBody = `{${this.#results}${this.#writeErrors()}}`;
        if (response.headers.flat.length !== defaultHeaders.length) protectHeaders(response.headers);
        return response;
    }

    #writeErrors(): string {
        if (this.#errors === undefined) return '';
        const fragments = [...this.#errors].map(([key, json]) => `${JSON.stringify(key)}:${json}`);
        return `${this.#results === '' ? '' : ','}"@errors":{${fragments.join(',')}}`;
    }
}

// A status that is no error's, or no status at all, would make the response lie or the platform refuse it.
function toHttpStatus(statusCode: number): number {
    const isError = Number.isInteger(statusCode) && statusCode >= 400 && statusCode <= 599;
    return isError ? statusCode : StatusCodes.INTERNAL_SERVER_ERROR;
}

// A hook has set headers. These are not its to set: they say how the body is to be read.
function protectHeaders(headers: HeaderList): void {
    headers.set('content-type', 'application/json; charset=utf-8');
    headers.delete('content-length');
    headers.delete('transfer-encoding');
}
