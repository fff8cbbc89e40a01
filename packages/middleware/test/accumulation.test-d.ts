/** What each middleware adds is known to those after it and to the handler; what contradicts is an error where it stands. */
import type {
    APIGatewayProxyEvent,
    APIGatewayProxyEventV2,
    APIGatewayProxyResult,
    Context,
    S3Event,
    SQSEvent,
    SQSRecord,
} from 'aws-lambda';
import {expectTypeOf} from 'expect-type';
import {type LambdaContext, type MiddlewareObj, type MiddlewareRequest, middleware, type TypedMiddleware} from '../src/index.ts';

interface Payment {
    readonly card: string;
    readonly amount: number;
}
interface User {
    readonly id: string;
}

declare function jsonBody<TBody>(): TypedMiddleware<{event: {body: TBody}}, {event: {body: string | null}}>;
declare function authenticated(): TypedMiddleware<{context: {user: User}}>;
declare function audited(): TypedMiddleware<{internal: {auditId: string}}, {context: {user: User}}>;
declare function serialized(): TypedMiddleware<{response: unknown}>;

const http = () => middleware<APIGatewayProxyEvent, APIGatewayProxyResult>();
const ok = {statusCode: 200, body: ''};

// After a JSON body parser `event.body` has the parsed type, and the rest of the event is as it was (lesson 25).
http()
    .use(jsonBody<Payment>())
    .handler(async (event) => {
        expectTypeOf(event.body).toEqualTypeOf<Payment>();
        expectTypeOf(event.path).toBeString();
        expectTypeOf(event.headers).toEqualTypeOf<APIGatewayProxyEvent['headers']>();
        return ok;
    });

// Event, context and internal accumulate, in functions and in objects, for the middlewares in between as for the handler.
http()
    .use(jsonBody<Payment>())
    .use(authenticated())
    .use(audited())
    .before<{internal: {started: number}}>((request) => {
        expectTypeOf(request.event.body).toEqualTypeOf<Payment>();
        request.internal.started = 1;
    })
    .use({
        before: ({internal, context}) => {
            expectTypeOf(internal.auditId).toBeString();
            expectTypeOf(internal.started).toBeNumber();
            expectTypeOf(internal.anythingElse).toBeUnknown();
            expectTypeOf(context.user).toEqualTypeOf<User>();
        },
        after: ({response}) => expectTypeOf(response).toEqualTypeOf<APIGatewayProxyResult | null | undefined>(),
    })
    .around(async ({context}, next) => {
        expectTypeOf(context.user).toEqualTypeOf<User>();
        expectTypeOf(await next()).toEqualTypeOf<APIGatewayProxyResult>();
    })
    .after(({internal}) => expectTypeOf(internal.started).toBeNumber())
    .onError(({error, context}) => {
        expectTypeOf(error).toEqualTypeOf<Error | null | undefined>();
        expectTypeOf(context.user).toEqualTypeOf<User>();
    })
    .finally(({event}) => expectTypeOf(event.body).toEqualTypeOf<Payment>())
    .handler(async ({body}, {user, awsRequestId}) => {
        expectTypeOf([user.id, awsRequestId, body.card]).toEqualTypeOf<string[]>();
        return ok;
    });

// In an array they accumulate from one to the next.
http()
    .use([jsonBody<Payment>(), authenticated(), audited()])
    .handler(async ({body}, {user}) => {
        expectTypeOf(body).toEqualTypeOf<Payment>();
        expectTypeOf(user).toEqualTypeOf<User>();
        return ok;
    });

// A handler may return what a middleware makes the response from.
http()
    .use(serialized())
    .handler(async () => ({hello: 'world'}));

// An inline `around` may add too, and an addition to an event of several kinds goes to each.
middleware<APIGatewayProxyEvent | APIGatewayProxyEventV2>()
    .around<{event: {body: Payment}}>((_, next) => next())
    .handler(async (event) => {
        expectTypeOf(event.body).toEqualTypeOf<Payment>();
        if ('rawPath' in event) expectTypeOf(event.rawPath).toBeString();
    });

// A handler that was given first is the one to agree with.
middleware(async ({body}: Omit<APIGatewayProxyEvent, 'body'> & {body: Payment}) => body.card).use(jsonBody<Payment>());

// ---- Middlewares of others: plain objects with `before`, `after`, `onError`.

interface PlainRequest<TEvent, TContext = Context, TInternal = Record<string, unknown>> {
    event: TEvent;
    context: TContext;
    response: unknown;
    error: Error | null | undefined;
    internal: TInternal;
}
interface PlainMiddleware<TEvent, TContext = Context, TInternal = Record<string, unknown>> {
    before?: (request: PlainRequest<TEvent, TContext, TInternal>) => unknown;
    after?: (request: PlainRequest<TEvent, TContext, TInternal>) => unknown;
    onError?: (request: PlainRequest<TEvent, TContext, TInternal>) => unknown;
}
declare const untyped: PlainMiddleware<unknown>;
declare const wide: PlainMiddleware<{headers?: Record<string, string | undefined> | null}>;
declare const fetching: PlainMiddleware<unknown, Context & {secret: string}, {secret: Promise<string>}>;
declare const normalizing: PlainMiddleware<APIGatewayProxyEvent & {queryStringParameters: Record<string, string>}>;
declare const parsing: PlainMiddleware<Omit<APIGatewayProxyEvent, 'body'> & {body: {parsed: true} | null}>;
declare const records: PlainMiddleware<{id: number}[]>;
declare const ofS3: PlainMiddleware<S3Event>;
declare const ours: MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult>;

// What they ask for and is there changes nothing. What isn't there, they add.
http()
    .use([untyped, wide, ours, {before: () => {}}, {onError: (request: MiddlewareRequest) => request.error?.message}])
    .use(normalizing)
    .use(fetching)
    .handler(async (event, context) => {
        expectTypeOf(event.body).toEqualTypeOf<string | null>();
        expectTypeOf(event.headers).toEqualTypeOf<APIGatewayProxyEvent['headers']>();
        expectTypeOf(event.queryStringParameters).toExtend<Record<string, string>>();
        expectTypeOf(context.secret).toBeString();
        return ok;
    });

// A text becomes what they have parsed it to, and stays so when a later one declares the text again.
http()
    .use(parsing)
    .use(ours)
    .use(normalizing)
    .handler(async ({body}) => {
        expectTypeOf(body).toEqualTypeOf<{parsed: true} | null>();
        return ok;
    });

// An event that is no object is another event.
middleware<SQSEvent>()
    .use(records)
    .handler((event) => expectTypeOf(event).toEqualTypeOf<{id: number}[]>());
middleware()
    .use(records)
    .handler((event) => expectTypeOf(event).toEqualTypeOf<{id: number}[]>());

// Where their types don't say what they add, the call does.
http()
    .use<{event: {body: Payment}; context: {user: User}}>(untyped)
    .use<{internal: {token: string}}>([untyped, wide])
    .after(({internal}) => expectTypeOf(internal.token).toBeString())
    .handler(async ({body}, {user}) => {
        expectTypeOf(body).toEqualTypeOf<Payment>();
        expectTypeOf(user).toEqualTypeOf<User>();
        return ok;
    });

// An array of unknown length is taken as well.
declare const many: PlainMiddleware<APIGatewayProxyEvent>[];
http().use(many).use([]);

// ---- What contradicts.

// @ts-expect-error it is for another event
middleware<SQSEvent>().use(ofS3);
// @ts-expect-error so is one of these
middleware<SQSEvent>().use([untyped, ofS3]);
// @ts-expect-error it needs a body, and this event has none
middleware<SQSEvent>().use(jsonBody<Payment>());
// @ts-expect-error it needs a body that is a text, and this one was parsed already
http().use(jsonBody<Payment>()).use(jsonBody<Payment>());
// @ts-expect-error it needs the user, and nobody has put one there
http().use(audited());
// @ts-expect-error in this order neither
http().use([audited(), authenticated()]);
// @ts-expect-error the handler expects another body
middleware(async ({body}: {body: {other: string}}) => body.other).use(jsonBody<Payment>());
// @ts-expect-error and here another user
middleware(async (_: unknown, context: LambdaContext & {user: number}) => context.user).use(authenticated());
// @ts-expect-error no middleware: none of the keys
http().use({befor: () => {}});
// @ts-expect-error no middleware: no function
http().use({before: 'text'});
type WithUser = MiddlewareRequest<APIGatewayProxyEvent, unknown, Error, LambdaContext & {user: User}>;
// @ts-expect-error an inline function that asks for what isn't there
http().before((request: WithUser) => request.context.user);
// @ts-expect-error an after that asks for what nobody added
http().after(({internal}: {internal: {auditId: string}}) => internal.auditId);
// @ts-expect-error a property that is of another type
http().before<{context: {user: User}}>((request) => Object.assign(request.context, {user: request.context.user.name}));

// The error is at the function or object that is wrong, not somewhere before.
http()
    .use(jsonBody<Payment>())
    // @ts-expect-error the body is a Payment
    .handler(async (event: {body: {other: string}}) => ({statusCode: 200, body: event.body.other}));
http()
    .use(authenticated())
    .use(
        // @ts-expect-error it is for another event
        {before: (request: MiddlewareRequest<{body: SQSRecord[]; path: number}>) => request.event.path},
    );
