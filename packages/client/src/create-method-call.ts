import type {CallOptions} from './call-options.ts';
import type {ClientState} from './client-state.ts';
import type {HookCall} from './hook-call.ts';
import {runCall} from './run-call.ts';

/** A method with its params. Routes and hooks look the same here: only the metadata, read when something is sent, tells them apart. */
export function createMethodCall(id: string, params: readonly unknown[], state: ClientState, options: CallOptions = {}) {
    const run = (hooks: readonly HookCall[]) => runCall({id, params, options, hooks}, state);
    return {
        id,
        params,
        call: async (...hooks: readonly HookCall[]) => {
            const {data, error} = await run(hooks);
            if (error) throw error;
            return data;
        },
        result: (...hooks: readonly HookCall[]) => run(hooks),
        withOptions: (more: CallOptions) => createMethodCall(id, params, state, {...options, ...more}),
    };
}
