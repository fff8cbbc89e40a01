import type {ClientOptions} from './client-options.ts';
import type {HookCall} from './hook-call.ts';
import type {MethodStore} from './method-store.ts';

/** What the calls of one client share. */
export interface ClientState {
    readonly options: ClientOptions;
    readonly store: MethodStore;
    /** The hooks that are sent with every call whose plan has them, by id. */
    readonly defaultHooks: Map<string, HookCall>;
}
