import type {MionRequest, MionResponse} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {Router} from './router.ts';

/** What a type says of the platform's or the program's own values when the program doesn't: as in the seeds, anything. */
// biome-ignore lint/suspicious/noExplicitAny: unknown would make every program cast ctx.shared and raw requests
export type Untyped = any;

/** What every route and hook gets as its first parameter: one object per request. */
export interface CallContext<TShared = Untyped> {
    /** The path of the request, after `pathTransform`. */
    readonly path: string;
    readonly request: MionRequest;
    readonly response: MionResponse;
    /** Data of this request that its hooks and its route share. Made by `sharedDataFactory`. */
    readonly shared: TShared;
    /** The router that answers this request. */
    readonly router: Router;
    /** Aborts when the client goes away, and when the call takes longer than its `timeoutMs`. Costs nothing until it is read. */
    readonly signal: AbortSignal;
    /** Where the request came from. The adapters have functions that give it typed: `getLambdaEvent(ctx)`, `getNodeRequest(ctx)`, …. */
    readonly source: Pick<AdapterRequest, 'adapter' | 'rawRequest' | 'rawResponse'>;
}
