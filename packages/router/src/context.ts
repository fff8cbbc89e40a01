import {type HeaderList, type MionRequest, type RpcError, StatusCodes} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse, ResponseStream} from './adapter-response.ts';
import type {Call} from './call.ts';
import type {CallContext} from './call-context.ts';
import {createResponseHeaders} from './response-headers.ts';
import type {Router} from './router.ts';

class CallRequest implements MionRequest {
    readonly headers: HeaderList;
    readonly rawBody: string;
    body: Readonly<Record<string, unknown>> = {};
    readonly internalErrors: RpcError[] = [];

    constructor({headers, rawBody}: AdapterRequest) {
        this.headers = headers;
        this.rawBody = rawBody;
    }
}

/** The response, as the router writes it and adapters read it. */
export class CallResponse implements AdapterResponse {
    statusCode: number = StatusCodes.OK;
    readonly headers = createResponseHeaders();
    rawBody = '';
    readonly body: Record<string, unknown> = {};
    hasErrors = false;
    declare stream?: ResponseStream;
}

/** The call context, as the router writes it and handlers read it. */
export class Context implements CallContext {
    readonly path: string;
    readonly request: CallRequest;
    readonly response = new CallResponse();
    shared: unknown = {};
    readonly router: Router;
    readonly #call: Call;

    constructor(path: string, source: AdapterRequest, router: Router, call: Call) {
        this.path = path;
        this.request = new CallRequest(source);
        this.router = router;
        this.#call = call;
    }

    get signal(): AbortSignal {
        return this.#call.getSignal();
    }
}
