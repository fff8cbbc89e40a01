import type {Api, RoutesOf} from '@mionkit/core';
import type {Client, ClientControl} from './client.ts';
import type {ClientOptions} from './client-options.ts';
import type {ClientState} from './client-state.ts';
import {createMethodCall} from './create-method-call.ts';
import {fetchMethods} from './fetch-methods.ts';
import {createMethodStore} from './method-store.ts';
import {createMethodTree} from './method-tree.ts';
import {readMetadata} from './read-metadata.ts';

/**
 * Makes the typed client of an API. Throws a `TypeError` without a `baseURL`, and on a contract file that another version of mion wrote.
 *
 * @example
 * const {routes, hooks} = initClient<MyApi>({baseURL: 'http://localhost:3000', prefix: 'api/v1'});
 * const user = await routes.users.getById('USER-1').call(hooks.auth('token'));
 */
export function initClient<TApi extends Api<unknown>>(options: ClientOptions): Client<RoutesOf<TApi>> {
    const state = createState(options);
    // At run time a path is only names: one tree stands for all three.
    const tree = createMethodTree((id, params) => createMethodCall(id, params, state));
    return {routes: tree, hooks: tree, methods: tree, client: createControl(state)} as Client<RoutesOf<TApi>>;
}

function createState(options: ClientOptions): ClientState {
    const {baseURL, metadata} = options;
    // What an environment variable that isn't set gives.
    if (typeof baseURL !== 'string')
        throw new TypeError(`initClient: baseURL is ${baseURL}, and has to be the address of the server.`);
    const fetchUnknown = metadata ? async () => ({}) : (ids: readonly string[]) => fetchMethods(ids, options);
    return {options, store: createMethodStore(fetchUnknown, metadata && readMetadata(metadata)), defaultHooks: new Map()};
}

function createControl({defaultHooks}: ClientState): ClientControl {
    return {
        setHooks: (...hooks) => {
            defaultHooks.clear();
            for (const hook of hooks) defaultHooks.set(hook.id, hook);
        },
    };
}
