/** The key under which `Api` carries its type. No value ever stands there. */
declare const routesType: unique symbol;

/**
 * What `registerRoutes` returns: a value that carries the type of the route tree, for `initClient<typeof myApi>()`.
 *
 * It holds the public data of the methods where the router's `getPublicRoutesData` is on, and is empty otherwise.
 */
export interface Api<TRoutes> {
    readonly [routesType]?: TRoutes;
}

/**
 * The type of the route tree that an `Api` carries.
 *
 * Several APIs that one server serves under one prefix are one client's API when intersected: `RoutesOf<MyApi & AdminApi>`.
 */
export type RoutesOf<TApi extends Api<unknown>> = Exclude<TApi[typeof routesType], undefined>;
