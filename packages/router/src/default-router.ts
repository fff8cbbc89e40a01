import type {Api, CompiledRoutes} from '@mionkit/core';
import {createRouter} from './router.ts';
import type {Routes} from './routes.ts';

/** The router that programs with one router use, and adapters unless told otherwise. */
export const defaultRouter = createRouter();

/** Registers a route tree on the default router. The compiler writes the second argument. */
export function registerRoutes<TRoutes extends Routes>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes> {
    return defaultRouter.registerRoutes(routes, compiled);
}
