import type {Api, RoutesOf} from '@mionkit/core';
import type {Client} from './client.ts';
import type {ClientOptions} from './client-options.ts';

/**
 * Makes the typed client of an API.
 *
 * @example
 * const {routes, hooks} = initClient<MyApi>({baseURL: 'http://localhost:3000', prefix: 'api/v1'});
 * const user = await routes.users.getById('USER-1').call(hooks.auth('token'));
 */
export function initClient<TApi extends Api<unknown>>(options: ClientOptions): Client<RoutesOf<TApi>> {
    throw new Error(`not built yet ${options}`);
}
