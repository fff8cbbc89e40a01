import {createStack} from './create-stack.ts';
import type {LambdaContext, Untyped} from './lambda-context.ts';
import type {HandlerFunction, MiddlewareHandler} from './middleware-handler.ts';
import type {MiddlewareOptions} from './middleware-options.ts';
import type {HandlerScope, InitialScope} from './scope.ts';
import {type BeginHttp, type ResponseStream, writeResponse} from './write-response.ts';

export type {ResponseStream};

/** What Lambda calls where the response is streamed. */
export type StreamingCall<TEvent> = (event: TEvent, responseStream: ResponseStream, context: LambdaContext) => Promise<void>;

declare const awslambda: {
    streamifyResponse<TEvent>(handler: StreamingCall<TEvent>): StreamingCall<TEvent>;
    HttpResponseStream: {from: BeginHttp};
};

/**
 * Makes a Lambda handler that streams its response, and that middlewares can be attached to.
 *
 * The response, or its `body`, may be a Node or web stream or any async iterable. `finally` runs when the stream has
 * ended; a header that every response must have is written in `around`, since `finally` is too late for it.
 *
 * @param handler what they enclose. Left out, `.handler` sets it.
 * @throws Error outside of Lambda's Node runtime
 *
 * @example
 * export const handler = streamingMiddleware<LambdaFunctionURLEvent>()
 *     .use(correlationId())
 *     .handler(() => ({headers: {'content-type': 'text/csv'}, body: db.exportRows()}));
 */
export function streamingMiddleware<TEvent = Untyped, TResult = Untyped>(
    options?: MiddlewareOptions,
): MiddlewareHandler<StreamingCall<TEvent>, InitialScope<TEvent, TResult>>;
export function streamingMiddleware<TEvent = Untyped, TResult = Untyped, TContext = LambdaContext>(
    handler: HandlerFunction<TEvent, TResult, TContext> | undefined,
    options?: MiddlewareOptions,
): MiddlewareHandler<StreamingCall<TEvent>, HandlerScope<TEvent, TResult, TContext>>;
export function streamingMiddleware(handler?: Untyped, options?: MiddlewareOptions): Untyped {
    if (typeof awslambda === 'undefined') {
        throw new Error(
            'streamingMiddleware: there is no global `awslambda`, which only Lambda’s Node runtime has. In a test, set it to a stand-in before importing the handler.',
        );
    }
    return createStack(handler, options, (run) =>
        awslambda.streamifyResponse(async (event, responseStream, context) => {
            await run(event, context, (response) =>
                writeResponse(response, responseStream, (stream, metadata) =>
                    awslambda.HttpResponseStream.from(stream, metadata),
                ),
            );
        }),
    );
}
