import type {CallOptions} from './call-options.ts';
import type {ClientState} from './client-state.ts';
import type {HookCall} from './hook-call.ts';
import {runCall} from './run-call.ts';

// Kept apart from the calls, because programs log those and the state holds tokens.
const states = new WeakMap<object, ClientState>();

/** A method with its params. Routes and hooks look the same here: only the metadata, read when something is sent, tells them apart. */
export function createMethodCall(id: string, params: readonly unknown[], state: ClientState, options: CallOptions = {}) {
    const run = (hooks: readonly HookCall[]) => runCall({id, params, options, hooks}, state);
    const methodCall = {
        id,
        params,
        call: async (...hooks: readonly HookCall[]) => {
            const {data, error} = await run(hooks);
            if (error) throw error;
            return data;
        },
        result: (...hooks: readonly HookCall[]) => run(hooks),
        withOptions: (more: CallOptions): object => createMethodCall(id, params, state, {...options, ...more}),
    };
    states.set(methodCall, state);
    return methodCall;
}

/** What a call shares with the other calls of its client. */
export function getClientState(methodCall: object): ClientState {
    const state = states.get(methodCall);
    if (!state) throw new TypeError('This is no call of a mion client: pass what `routes.users.getById(id)` gives.');
    return state;
}
