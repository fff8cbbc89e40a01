/** For everybody who writes Lambda handlers and middlewares. */
export type {HandlerExtras} from './attempt.ts';
export type {LambdaContext} from './lambda-context.ts';
export {middleware} from './middleware.ts';
export type {HandlerFunction, LambdaCall, MiddlewareChain, MiddlewareHandler} from './middleware-handler.ts';
export type {AroundFn, MiddlewareFn, MiddlewareObj, Next} from './middleware-object.ts';
export type {MiddlewareOptions} from './middleware-options.ts';
export type {MiddlewareRequest} from './middleware-request.ts';
export type {Additions, ExtendedScope, HandlerScope, InitialScope, Scope} from './scope.ts';
export type {DeclaredScope} from './scope-after.ts';
export type {TypedMiddleware} from './typed-middleware.ts';
