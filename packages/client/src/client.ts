import type {ClientTree} from './client-tree.ts';
import type {HookCall} from './hook-call.ts';

/** A client: the API's tree as paths that can be called. */
export interface Client<TRoutes> {
    /** The routes: `routes.users.getById('1').call()`. */
    readonly routes: ClientTree<TRoutes, 'route'>;
    /** The hooks, to be passed to a call: `call(hooks.auth('token'))`. */
    readonly hooks: ClientTree<TRoutes, 'hook'>;
    /** The tree with both. */
    readonly methods: ClientTree<TRoutes, 'route' | 'hook'>;
    /** What concerns all calls. */
    readonly client: ClientControl;
}

/** What concerns all calls of a client. */
export interface ClientControl {
    /**
     * Sends these hooks with every call whose route runs them, unless the call brings its own. Replaces those that were set before.
     *
     * They are kept in memory only.
     */
    setHooks(...hooks: readonly HookCall[]): void;
}
