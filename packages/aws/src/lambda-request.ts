import type {HeaderList, RpcError} from '@mionkit/core';
import {
    type AdapterRequest,
    type AdapterResponse,
    createPayloadTooLargeError,
    createTimeoutError,
    type Router,
} from '@mionkit/router';
import type {HandlerSettings} from './handler-settings.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {lambdaAdapter} from './lambda-source.ts';
import {readBody} from './read-body.ts';
import {type HttpEvent, removePrefix} from './read-event.ts';

/** An HTTP event as the router takes it. It watches the clock once something asks for `ctx.signal`, and not before. */
// Fields that are declared only cost a request nothing until they are set, and a cold start no function that makes them.
export class LambdaRequest implements AdapterRequest {
    declare readonly method: string;
    declare readonly headers: HeaderList;
    declare readonly rawBody: string;
    declare readonly error: RpcError | undefined;
    declare readonly rawRequest: LambdaEvent;
    declare readonly rawResponse: LambdaContext | undefined;
    declare private readonly router: Router;
    declare private readonly path: string;
    declare private readonly marginMs: number;
    declare private abortListeners?: ((reason: RpcError) => void)[];
    declare private abortReason?: RpcError;
    declare private timer?: NodeJS.Timeout;
    declare private onLate?: (() => void) | undefined;

    constructor(
        httpEvent: HttpEvent,
        event: LambdaEvent,
        context: LambdaContext | undefined,
        router: Router,
        settings: HandlerSettings,
    ) {
        const {maxBodySize} = router.options;
        const rawBody = readBody(httpEvent.body, httpEvent.isBase64Encoded, maxBodySize);
        this.method = httpEvent.method;
        this.headers = httpEvent.headers;
        this.rawBody = rawBody ?? '';
        this.error = rawBody === undefined ? createPayloadTooLargeError(maxBodySize) : undefined;
        this.rawRequest = event;
        this.rawResponse = context;
        this.router = router;
        this.path = settings.pathPrefix === '' ? httpEvent.path : removePrefix(httpEvent.path, settings.pathPrefix);
        this.marginMs = settings.deadlineMarginMs;
    }

    get adapter(): typeof lambdaAdapter {
        return lambdaAdapter;
    }

    /** The router's response or, when that comes too late and the clock is watched, a 504. */
    answer(): AdapterResponse | Promise<AdapterResponse> {
        const response = this.router.dispatch(this.path, this);
        return response instanceof Promise
            ? this.untilLate(response).then((settled) => this.settle(settled))
            : this.settle(response);
    }

    /** For whoever has sent the stream of a response: until then the clock goes on. */
    stopClock(): void {
        clearTimeout(this.timer);
    }

    /** The router's response to the same request with an error. Runs the hooks that run on errors, so that it is logged like others. */
    answerError(error: RpcError): AdapterResponse | Promise<AdapterResponse> {
        const {method, headers, adapter, rawRequest, rawResponse} = this;
        return this.router.dispatch(this.path, {method, headers, rawBody: '', error, adapter, rawRequest, rawResponse});
    }

    /** Calls the listener when the time is nearly over. For the router, which has a signal for each call of the request. */
    onAbort(listener: (reason: RpcError) => void): void {
        if (this.abortReason !== undefined) listener(this.abortReason);
        if (this.abortReason !== undefined || this.rawResponse === undefined) return;
        this.abortListeners ??= [];
        this.abortListeners.push(listener);
        this.timer ??= setTimeout(() => this.abort(), this.rawResponse.getRemainingTimeInMillis() - this.marginMs);
    }

    private settle(response: AdapterResponse): AdapterResponse {
        if (this.onLate !== undefined) this.onLate = undefined;
        if (response.stream === undefined && this.timer !== undefined) this.stopClock();
        return response;
    }

    private abort(): void {
        const reason = createTimeoutError();
        this.abortReason = reason;
        for (const listener of this.abortListeners ?? []) listener(reason);
        // Whoever listens has half of the margin to come to an end by itself.
        this.timer = setTimeout(() => this.onLate?.(), this.marginMs / 2);
    }

    private untilLate(pending: Promise<AdapterResponse>): Promise<AdapterResponse> {
        const late = new Promise<AdapterResponse>((resolve) => {
            this.onLate = () => resolve(this.answerError(createTimeoutError()));
        });
        return Promise.race([pending, late]);
    }
}
