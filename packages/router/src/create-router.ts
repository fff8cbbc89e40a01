import type {Untyped} from './call-context.ts';
import {MionRouter} from './mion-router.ts';
import type {Router} from './router.ts';
import type {RouterOptions} from './router-options.ts';

/**
 * A router of its own, beside the default one.
 *
 * @example
 * const router = createRouter({prefix: 'api/v1'});
 * router.registerRoutes({hello: (ctx, name: string) => `Hello ${name}`});
 */
export function createRouter<TShared = Untyped>(options: Partial<RouterOptions<Untyped, TShared>> = {}): Router<TShared> {
    return new MionRouter(options);
}
