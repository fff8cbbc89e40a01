import type {Api, CompiledRoutes} from '@mionkit/core';
import type {Untyped} from './call-context.ts';
import {MionRouter} from './mion-router.ts';
import type {Router} from './router.ts';
import type {RouterOptions} from './router-options.ts';
import type {Hooks, Routes} from './routes.ts';

const instance = /* @__PURE__ */ new MionRouter();

/** The router of programs that have one, and of adapters that are given none. */
export const defaultRouter: Router = instance;

/** Sets the options of the default router, before any of its routes is registered. */
export function initRouter<TRawRequest = Untyped, TShared = Untyped>(
    options: Partial<RouterOptions<TRawRequest, TShared>>,
): Router<TShared> {
    if (!instance.isEmpty) {
        throw new Error(
            'initRouter: routes are registered already, with other options. Call it before `registerRoutes`, once, or `resetRouter` before it.',
        );
    }
    instance.reset(options);
    return instance;
}

/** Registers a route tree on the default router. The compiler writes the second argument. */
export function registerRoutes<TRoutes extends Routes>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes> {
    return instance.registerRoutes(routes, compiled);
}

/** Adds hooks that run before those of any tree, for every route of the default router. The compiler writes the second argument. */
export function addStartHooks<THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> {
    return instance.addStartHooks(hooks, compiled);
}

/** Adds hooks that run after those of any tree, for every route of the default router. The compiler writes the second argument. */
export function addEndHooks<THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> {
    return instance.addEndHooks(hooks, compiled);
}

/** The options in force on the default router, defaults included. Frozen. */
export function getRouterOptions(): RouterOptions {
    return instance.options;
}

/** Forgets the routes and options of the default router. For tests. */
export function resetRouter(): void {
    instance.reset({});
}
