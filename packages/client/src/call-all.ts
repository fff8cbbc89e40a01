import type {CallOptions} from './call-options.ts';
import type {CallResult} from './call-result.ts';
import type {ClientState} from './client-state.ts';
import {getClientState} from './create-method-call.ts';
import type {HookCall} from './hook-call.ts';
import type {RouteCall} from './route-call.ts';
import {runCalls} from './run-calls.ts';

/** The options of calls that go in one request. */
export interface CallAllOptions<THooks extends readonly HookCall[]> extends CallOptions {
    /** Passed to each of the calls. */
    readonly hooks?: THooks;
}

/** How each of several calls ended. */
export type CallResults<TCalls extends readonly RouteCall[], THooks extends readonly HookCall[]> = {
    readonly [TIndex in keyof TCalls]: TCalls[TIndex] extends RouteCall<infer TData, infer TError>
        ? CallResult<TData, TError, THooks>
        : never;
};

/**
 * Sends several calls of one client in one request. Never rejects: resolves with how each of them ended, in their order.
 *
 * They run at the same time, and one that fails does not fail the others. The server has to allow it: its router's `maxCallsPerRequest` is 1 by default.
 * The options given here hold for the whole request, and the calls' own don't count.
 *
 * @example
 * const [user, order] = await callAll([routes.users.getById('1'), routes.orders.getById('2')], {hooks: [hooks.auth('token')]});
 */
export async function callAll<const TCalls extends readonly RouteCall[], const THooks extends readonly HookCall[] = []>(
    calls: TCalls,
    options: CallAllOptions<THooks> = {},
): Promise<CallResults<TCalls, THooks>> {
    const inputs = calls.map(({id: routeId, params}) => ({id: routeId, params, options, hooks: options.hooks ?? []}));
    const results = calls.length === 0 ? [] : await runCalls(inputs, getCommonState(calls), options);
    return results as unknown as CallResults<TCalls, THooks>;
}

function getCommonState(calls: readonly object[]): ClientState {
    const [state, ...others] = new Set(calls.map(getClientState));
    if (!state || others.length > 0)
        throw new TypeError('These calls are of several clients, and one request goes to one server.');
    return state;
}
