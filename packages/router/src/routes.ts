import type {CallContext, Untyped} from './call-context.ts';

/** A function of the route tree: the call context, then the params that clients send. */
// never[] lets default values infer, and gives a param without a type the type never instead of any.
export type Handler<TContext = CallContext> = (ctx: TContext, ...params: never[]) => unknown;

/** A function that sees the platform's own request and response. It takes no params from the client and sends nothing. */
export type RawHandler<TContext = CallContext, TRawRequest = Untyped, TRawResponse = Untyped, TOptions = Untyped> = (
    ctx: TContext,
    rawRequest: TRawRequest,
    rawResponse: TRawResponse,
    options: TOptions,
) => unknown;

/** What routes and hooks have in common. */
export interface MethodOptions {
    /** For people who read the API's description. */
    readonly description?: string;
    /** Overrides the router's `enableValidation`. */
    readonly enableValidation?: boolean;
    /** The same as `enableValidation`. */
    readonly useValidation?: boolean;
    /** Overrides the router's `enableSerialization`. */
    readonly enableSerialization?: boolean;
    /** The same as `enableSerialization`. */
    readonly useSerialization?: boolean;
}

/** The options of one route. */
export interface RouteOptions extends MethodOptions {
    /** The route changes nothing, so it may be called with GET and HEAD when it has no required params. @default false */
    readonly readOnly?: boolean;
    /** Overrides the router's `timeoutMs`. */
    readonly timeoutMs?: number;
}

/** The options of one hook. */
export interface HookOptions extends MethodOptions {
    /** Run also after an error. @default false */
    readonly runOnError?: boolean;
    /** The same as `runOnError`. */
    readonly forceRunOnError?: boolean;
}

/** A route with options. */
export interface RouteDef<THandler = Handler> extends RouteOptions {
    readonly route: THandler;
}

/** A hook. With a `headerName` its one param comes from that header, and what it returns is sent in it. */
// One interface for both kinds: a separate one for header hooks costs ctx its contextual type.
export interface HookDef<THandler = Handler> extends HookOptions {
    readonly hook: THandler;
    readonly headerName?: string;
}

/** A hook that sees the platform's own request and response. */
export interface RawHookDef<THandler = RawHandler> extends HookOptions {
    readonly rawHook: THandler;
}

/** A group is not a definition. Says so for the compiler, and gives rawHook its contextual type. */
interface NotADefinition {
    readonly route?: never;
    readonly hook?: never;
    readonly rawHook?: never;
}

/** One level of the route tree. */
// An interface: a generic alias breaks the contextual types of nested groups.
export interface RouteGroup<TShared> {
    readonly [name: string]: RouteItem<TShared>;
}

/** What may stand in a route tree. */
export type RouteItem<TShared = Untyped> =
    | Handler<CallContext<TShared>>
    | RouteDef<Handler<CallContext<TShared>>>
    | HookDef<Handler<CallContext<TShared>>>
    | RawHookDef<RawHandler<CallContext<TShared>>>
    | (RouteGroup<TShared> & NotADefinition);

/**
 * A route tree, to be checked with `satisfies Routes`. `TShared` is the type of `ctx.shared`.
 *
 * An annotation `: Routes` would lose the types of the functions, so `registerRoutes` refuses it.
 */
export type Routes<TShared = Untyped> = RouteGroup<TShared>;

/** Hooks that stand in no tree, to be checked with `satisfies Hooks`: for `addStartHooks` and `addEndHooks`. */
export interface Hooks<TShared = Untyped> {
    readonly [name: string]: HookDef<Handler<CallContext<TShared>>> | RawHookDef<RawHandler<CallContext<TShared>>>;
}
