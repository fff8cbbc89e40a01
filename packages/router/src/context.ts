import type {RpcError} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import type {CallContext} from './call-context.ts';
import {createResponseHeaders} from './response-headers.ts';
import type {Router} from './router.ts';

type Mutable<T> = {-readonly [Key in keyof T]: T[Key]};

/** The response, as the router writes it and adapters read it. */
export type CallResponse = Mutable<AdapterResponse> & {readonly body: Record<string, unknown>};

/** The call context, as the router writes it and handlers read it. */
export class Context implements CallContext {
    readonly path: string;
    readonly request: Mutable<CallContext['request']> & {readonly internalErrors: RpcError[]};
    readonly response: CallResponse;
    shared: unknown = {};
    readonly router: Router;
    readonly #call: Call;

    constructor(call: Call, path: string, {headers, rawBody}: AdapterRequest, router: Router) {
        this.path = path;
        this.request = {headers, rawBody, body: {}, internalErrors: []};
        this.response = {statusCode: 200, headers: createResponseHeaders(), rawBody: '', body: {}, hasErrors: false};
        this.router = router;
        this.#call = call;
    }

    get signal(): AbortSignal {
        return this.#call.getSignal();
    }

    get source(): AdapterRequest {
        return this.#call.source;
    }
}
