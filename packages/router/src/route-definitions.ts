import type {CallContext, Untyped} from './call-context.ts';
import type {Handler, HookDef, HookOptions, RawHandler, RawHookDef, RouteDef, RouteOptions} from './routes.ts';

/** A route with options: the same as `{route: handler, …options}`. */
export function route<THandler extends Handler>(handler: THandler, options: RouteOptions = {}): RouteDef<THandler> {
    return {...options, route: handler};
}

/** A hook: the same as `{hook: handler, …options}`. */
export function hook<THandler extends Handler>(handler: THandler, options: HookOptions = {}): HookDef<THandler> {
    return {...options, hook: handler};
}

/** A hook whose one param comes from a header: the same as `{headerName, hook: handler, …options}`. */
export function headersHook<THandler extends Handler, const TName extends string>(
    headerName: TName,
    handler: THandler,
    options: HookOptions = {},
): HookDef<THandler> & {readonly headerName: TName} {
    return {...options, headerName, hook: handler};
}

/** A hook that sees the platform's own request and response: the same as `{rawHook: handler, …options}`. */
export function rawHook<TRawRequest = Untyped, TRawResponse = Untyped, TOptions = Untyped>(
    handler: RawHandler<CallContext, TRawRequest, TRawResponse, TOptions>,
    options: HookOptions = {},
): RawHookDef<RawHandler<CallContext, TRawRequest, TRawResponse, TOptions>> {
    return {...options, rawHook: handler};
}
