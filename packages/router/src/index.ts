/** For programs, and for the adapters. */
export type {AdapterRequest} from './adapter-request.ts';
export type {AdapterResponse, ResponseStream, StreamPiece, WholeResponse} from './adapter-response.ts';
export type {CallContext, Untyped} from './call-context.ts';
export type {CorsOptions} from './cors.ts';
export {createRouter} from './create-router.ts';
export {
    addEndHooks,
    addStartHooks,
    defaultRouter,
    getRouterOptions,
    initRouter,
    registerRoutes,
    resetRouter,
} from './default-router.ts';
export {getMethodsMetadata} from './method-metadata.ts';
export type {PublicMethod, PublicTree} from './public-method.ts';
export {createPayloadTooLargeError, createTimeoutError, createUnreadableBodyError} from './request-errors.ts';
export {headersHook, hook, rawHook, route} from './route-definitions.ts';
export type {Router} from './router.ts';
export type {JsonParser, RouterOptions, SharedDataFactory} from './router-options.ts';
export type {
    Handler,
    HookDef,
    HookOptions,
    Hooks,
    MethodOptions,
    RawHandler,
    RawHookDef,
    RouteDef,
    RouteGroup,
    RouteItem,
    RouteOptions,
    Routes,
} from './routes.ts';
