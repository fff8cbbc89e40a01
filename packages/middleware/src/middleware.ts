import {createStack} from './create-stack.ts';
import type {LambdaContext, Untyped} from './lambda-context.ts';
import type {CallbackHandler, HandlerFunction, LambdaCall, MiddlewareHandler} from './middleware-handler.ts';
import type {MiddlewareFn, MiddlewareObj} from './middleware-object.ts';
import type {MiddlewareOptions, MiddlewareOptions as PluginObject} from './middleware-options.ts';
import type {MiddlewareRequest as Request} from './middleware-request.ts';
import type {HandlerScope, InitialScope} from './scope.ts';

/**
 * Makes a Lambda handler that middlewares can be attached to.
 *
 * @param handler what they enclose. Left out, `.handler` sets it.
 *
 * @example
 * export const handler = middleware<APIGatewayProxyEvent, APIGatewayProxyResult>()
 *     .use(jsonBody<Payment>())
 *     .use(httpErrorHandler())
 *     .handler(async ({body}) => ({statusCode: 200, body: await pay(body)}));
 */
export function middleware<TEvent = Untyped, TResult = Untyped>(
    options?: MiddlewareOptions,
): MiddlewareHandler<LambdaCall<TEvent, TResult>, InitialScope<TEvent, TResult>>;
export function middleware<TEvent = Untyped, TResult = Untyped, TContext = LambdaContext>(
    handler: HandlerFunction<TEvent, TResult, TContext> | undefined,
    options?: MiddlewareOptions,
): MiddlewareHandler<LambdaCall<TEvent, TResult>, HandlerScope<TEvent, TResult, TContext>>;
export function middleware<TEvent = Untyped, TResult = Untyped, TContext = LambdaContext>(
    handler: CallbackHandler<TEvent, TResult, TContext>,
    options?: MiddlewareOptions,
): MiddlewareHandler<LambdaCall<TEvent, TResult>, HandlerScope<TEvent, TResult, TContext>>;
export function middleware(handler?: Untyped, options?: MiddlewareOptions): Untyped {
    return createStack(handler, options, (run) => (event: unknown, context: unknown) => run(event, context));
}

/** The types by the names that Middy's users know them by. */
export declare namespace middleware {
    export type {MiddlewareFn, MiddlewareObj, PluginObject, Request};
}
