/** `middleware<Event, Result>()` fits every handler type of `@types/aws-lambda`, and takes handlers declared with them. */
import type * as aws from 'aws-lambda';
import {expectTypeOf} from 'expect-type';
import {type LambdaCall, type LambdaContext, type MiddlewareHandler, middleware} from '../src/index.ts';
import type {InitialScope} from '../src/scope.ts';
import {streamingMiddleware} from '../src/streaming.ts';

type Stack<TEvent, TResult> = MiddlewareHandler<LambdaCall<TEvent, TResult>, InitialScope<TEvent, TResult>>;
type Fits<THandler> =
    THandler extends aws.Handler<infer TEvent, infer TResult>
        ? Stack<TEvent, TResult> extends THandler
            ? true
            : THandler
        : never;

interface Authorizer {
    user: string;
}

type HttpHandlers =
    | aws.ALBHandler
    | aws.APIGatewayAuthorizerHandler
    | aws.APIGatewayAuthorizerWithContextHandler<{user: string}>
    | aws.APIGatewayProxyHandler
    | aws.APIGatewayProxyHandlerV2
    | aws.APIGatewayProxyHandlerV2<{result: string}>
    | aws.APIGatewayProxyHandlerV2WithIAMAuthorizer
    | aws.APIGatewayProxyHandlerV2WithJWTAuthorizer
    | aws.APIGatewayProxyHandlerV2WithLambdaAuthorizer<Authorizer>
    | aws.APIGatewayProxyWebsocketHandlerV2
    | aws.APIGatewayProxyWithCognitoAuthorizerHandler
    | aws.APIGatewayProxyWithLambdaAuthorizerHandler<Authorizer>
    | aws.APIGatewayRequestAuthorizerHandler
    | aws.APIGatewayRequestIAMAuthorizerHandlerV2
    | aws.APIGatewayRequestSimpleAuthorizerHandlerV2
    | aws.APIGatewayTokenAuthorizerHandler
    | aws.CloudFrontRequestHandler
    | aws.CloudFrontResponseHandler
    | aws.LambdaFunctionURLHandler<string>
    | aws.ProxyHandler;

type EventHandlers =
    | aws.AppSyncResolverHandler<{id: string}, string>
    | aws.AutoScalingScaleInHandler
    | aws.CdkCustomResourceHandler
    | aws.CloudFormationCustomResourceHandler
    | aws.CloudWatchAlarmHandler
    | aws.CloudWatchLogsHandler
    | aws.CodeBuildCloudWatchStateHandler
    | aws.CodeCommitHandler
    | aws.CodePipelineHandler
    | aws.ConnectContactFlowHandler
    | aws.CreateAuthChallengeTriggerHandler
    | aws.CustomAuthorizerHandler
    | aws.CustomMessageTriggerHandler
    | aws.DynamoDBStreamHandler
    | aws.EventBridgeHandler<'order', {id: string}, void>
    | aws.FirehoseTransformationHandler
    | aws.IoTHandler
    | aws.KinesisStreamHandler
    | aws.KinesisStreamTumblingWindowHandler
    | aws.LexHandler
    | aws.LexV2Handler
    | aws.MSKHandler
    | aws.PostConfirmationTriggerHandler
    | aws.PreSignUpTriggerHandler
    | aws.PreTokenGenerationV2TriggerHandler
    | aws.S3BatchHandler
    | aws.S3Handler
    | aws.SecretsManagerRotationHandler
    | aws.SelfManagedKafkaHandler
    | aws.SESHandler
    | aws.SNSHandler
    | aws.SQSHandler
    | aws.TransferFamilyAuthorizerHandler
    | aws.UserMigrationTriggerHandler;

expectTypeOf<Fits<HttpHandlers>>().toEqualTypeOf<true>();
expectTypeOf<Fits<EventHandlers>>().toEqualTypeOf<true>();

// The context is Lambda's, in both directions.
expectTypeOf<LambdaContext>().toEqualTypeOf<aws.Context>();

// Streaming.
const streaming: aws.StreamifyHandler<aws.LambdaFunctionURLEvent> = streamingMiddleware<aws.LambdaFunctionURLEvent>()
    .use({before: (request) => expectTypeOf(request.event).toEqualTypeOf<aws.LambdaFunctionURLEvent>()})
    .handler((event) => ({headers: {path: event.rawPath}, body: 'hello'}));
const streamingFirst: aws.StreamifyHandler<aws.SQSEvent> = streamingMiddleware((event: aws.SQSEvent) => event.Records.join());
expectTypeOf([streaming, streamingFirst]).toBeArray();

// A handler declared with one of those types is taken, first or later, and the stack has its type.
declare const proxy: aws.APIGatewayProxyHandler;
declare const proxyV2: aws.APIGatewayProxyHandlerV2;
declare const queue: aws.SQSHandler;
expectTypeOf(middleware(proxy)).toExtend<aws.APIGatewayProxyHandler>();
expectTypeOf(middleware(proxyV2)).toExtend<aws.APIGatewayProxyHandlerV2>();
expectTypeOf(middleware(queue)).toExtend<aws.SQSHandler>();
expectTypeOf(
    middleware<aws.APIGatewayProxyEvent, aws.APIGatewayProxyResult>().handler(proxy),
).toExtend<aws.APIGatewayProxyHandler>();

// It has the type after middlewares were attached too: what they add is not asked of Lambda.
expectTypeOf(
    middleware<aws.APIGatewayProxyEvent, aws.APIGatewayProxyResult>()
        .before<{context: {user: string}; event: {body: {id: number}}}>(() => {})
        .handler(async ({body}, {user}) => ({statusCode: 200, body: `${body.id} ${user}`})),
).toExtend<aws.APIGatewayProxyHandler>();

// A handler may be synchronous, return nothing, and has a signal.
expectTypeOf(middleware((event: aws.S3Event) => event.Records.length)).toExtend<aws.Handler<aws.S3Event, number>>();
middleware(async (event, context, {signal}) => {
    expectTypeOf(event).toBeAny();
    expectTypeOf(context).toEqualTypeOf<LambdaContext>();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
});

// In a test it can be called with nothing, or with an event alone.
expectTypeOf(middleware<aws.SQSEvent, string>()()).resolves.toBeString();
expectTypeOf(middleware<aws.SQSEvent, string>()({Records: []})).resolves.toBeString();
// @ts-expect-error an event of another kind
middleware<aws.SQSEvent, string>()({records: []});

// A handler that contradicts the types of the stack is an error at the handler.
const typed = middleware<aws.APIGatewayProxyEvent, aws.APIGatewayProxyResult>();
// @ts-expect-error another result
typed.handler(async () => 5);
// @ts-expect-error another event
typed.handler(async (event: aws.SQSEvent) => ({statusCode: event.Records.length, body: ''}));
// @ts-expect-error a context that no middleware made
typed.handler(async (_event, context: LambdaContext & {user: string}) => ({statusCode: 200, body: context.user}));
