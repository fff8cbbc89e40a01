/** For programs, and for the adapters. */
export type {AdapterRequest} from './adapter-request.ts';
export type {CallContext, Untyped} from './call-context.ts';
export {defaultRouter, registerRoutes} from './default-router.ts';
export {createPayloadTooLargeError} from './request-errors.ts';
export {createRouter, type Router} from './router.ts';
export type {JsonParser, ReflectionOptions, RouterOptions, SharedDataFactory} from './router-options.ts';
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
