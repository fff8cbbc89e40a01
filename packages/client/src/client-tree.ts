import type {ResultData, ResultError} from './call-result.ts';
import type {HookCall} from './hook-call.ts';
import type {RouteCall} from './route-call.ts';

/** Which methods of a tree can be called through it. */
export type ClientKind = 'route' | 'hook';

/**
 * The route tree as its client sees it: each function without the call context.
 *
 * A place of another kind than `TKind` has the type of a text that says where to look.
 */
// One homomorphic mapped type: TypeScript leaves it alone until a property is read. Filtering the tree by kind would visit all of it.
export type ClientTree<TRoutes, TKind extends ClientKind> = {
    readonly [TName in keyof TRoutes]: ClientItem<TRoutes[TName], TKind>;
};

type ClientItem<TItem, TKind extends ClientKind> = TItem extends Handler
    ? ForKind<TKind, 'route', RouteMethod<TItem>>
    : TItem extends {readonly route: infer THandler}
      ? ForKind<TKind, 'route', RouteMethod<THandler>>
      : TItem extends {readonly hook: infer THandler}
        ? ForKind<TKind, 'hook', HookMethod<THandler>>
        : TItem extends {readonly rawHook: unknown}
          ? 'This is a raw hook: it is private to the server, so it cannot be called.'
          : ClientTree<TItem, TKind>;

type ForKind<TKind extends ClientKind, TExpected extends ClientKind, TMethod> = TExpected extends TKind
    ? TMethod
    : `This is a ${TExpected}: call it through the client's \`${TExpected}s\`.`;

type Handler = (ctx: never, ...params: never[]) => unknown;

/** A route's function without the call context. */
export type RouteMethod<THandler> = THandler extends (ctx: never, ...params: infer TParams) => infer TResult
    ? (...params: TParams) => RouteCall<ResultData<TResult>, ResultError<TResult>>
    : never;

/** A hook's function without the call context. A hook without params and result is private: nothing of it travels. */
export type HookMethod<THandler> = THandler extends (ctx: never, ...params: infer TParams) => infer TResult
    ? // biome-ignore lint/suspicious/noConfusingVoidType: such hooks return void
      [TParams, ResultData<TResult>] extends [[], void]
        ? 'This hook has no params and no result: it is private to the server, so it cannot be called.'
        : (...params: TParams) => HookCall<ResultData<TResult>, ResultError<TResult>>
    : never;
