import type {CallOptions} from './call-options.ts';
import type {CallResult} from './call-result.ts';
import type {HookCall} from './hook-call.ts';

/** A route with its params, ready to be called: what `routes.users.getById('1')` gives. Nothing is sent until `call` or `result`. */
export interface RouteCall<out TData = unknown, out TError = unknown> {
    readonly id: string;
    readonly params: readonly unknown[];
    /**
     * Resolves with what the route returned. Rejects with an `RpcError`, whichever hook or route it came from.
     *
     * Params are validated before anything is sent.
     */
    call(...hooks: readonly HookCall[]): Promise<TData>;
    /** Never rejects: resolves with `data`, or with an `error` that is one that the route or a passed hook declares, or any other `RpcError`. */
    result<THooks extends readonly HookCall[]>(...hooks: THooks): Promise<CallResult<TData, TError, THooks>>;
    /** The same call with other options than the client's. */
    withOptions(options: CallOptions): RouteCall<TData, TError>;
}
