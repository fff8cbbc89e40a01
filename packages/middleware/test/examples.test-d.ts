/** The examples of the doc comments and of the README, compiled. */
import {AsyncLocalStorage} from 'node:async_hooks';
import type {APIGatewayProxyEvent, APIGatewayProxyResult, LambdaFunctionURLEvent} from 'aws-lambda';
import {type MiddlewareObj, middleware, type TypedMiddleware} from '../src/index.ts';
import {streamingMiddleware} from '../src/streaming.ts';
import {createError, type HttpError} from '../src/util/index.ts';

interface Payment {
    readonly card: string;
}
interface User {
    readonly id: string;
}
declare const db: {exportRows(): AsyncIterable<string>};
declare function pay(...params: [Payment] | [User, Payment]): Promise<string>;
declare function findUser(headers: APIGatewayProxyEvent['headers']): Promise<User>;
declare function httpErrorHandler(): MiddlewareObj;
declare function jsonBodyParser(): MiddlewareObj<APIGatewayProxyEvent>;
declare function correlationId(): MiddlewareObj;

// TypedMiddleware
const jsonBody = <TBody>(): TypedMiddleware<{event: {body: TBody}}, {event: {body: string | null}}> => ({
    before: ({event}) => {
        Object.assign(event, {body: JSON.parse(event.body ?? 'null')});
    },
});

// middleware
export const handler = middleware<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(jsonBody<Payment>())
    .use(httpErrorHandler())
    .handler(async ({body}) => ({statusCode: 200, body: await pay(body)}));

// streamingMiddleware
export const streaming = streamingMiddleware<LambdaFunctionURLEvent>()
    .use(correlationId())
    .handler(() => ({headers: {'content-type': 'text/csv'}, body: db.exportRows()}));

// createError
export const notFound = (): HttpError => createError(404);

// README
export const withOthers = middleware<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use<{event: {body: Payment}}>(jsonBodyParser())
    .use(httpErrorHandler())
    .handler(async ({body}) => ({statusCode: 200, body: await pay(body)}));

const storage = new AsyncLocalStorage<{id: string}>();
export const typed = middleware<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .around((request, next) => storage.run({id: request.context.awsRequestId}, next))
    .use(jsonBody<Payment>())
    .before<{context: {user: User}}>(async (request) => {
        request.context.user = await findUser(request.event.headers);
    })
    .handler(async ({body}, {user}) => ({statusCode: 200, body: await pay(user, body)}));
