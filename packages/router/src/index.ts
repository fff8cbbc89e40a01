/** For programs, and for the adapters. */
export type {CallContext} from './call-context.ts';
export {registerRoutes} from './default-router.ts';
export {createRouter, type Router} from './router.ts';
export type {
    Handler,
    HookDef,
    HookOptions,
    MethodOptions,
    RawHandler,
    RawHookDef,
    RouteDef,
    RouteGroup,
    RouteItem,
    RouteOptions,
    Routes,
} from './routes.ts';
