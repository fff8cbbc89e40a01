import type {MionHeaders} from './mion-headers.ts';
import type {RpcError} from './rpc-error.ts';

/** A request, whatever platform it came from. Adapters make it. */
export interface MionRequest {
    readonly headers: Readonly<MionHeaders>;
    /** The body's text. */
    readonly rawBody: string;
    /** The parsed body: params by method id. Empty until the router has parsed it. */
    readonly body: Readonly<Record<string, unknown>>;
    /** Every error of this call with its private message and `originalError`, for hooks that log. Never sent. */
    readonly internalErrors: readonly RpcError[];
}
