/** The types of others, through ours: accepted, what they declare is known to the handler, and declarations can be emitted. */
import {makeHandlerIdempotent} from '@aws-lambda-powertools/idempotency/middleware';
import type {BasePersistenceLayer} from '@aws-lambda-powertools/idempotency/persistence';
import {Logger} from '@aws-lambda-powertools/logger';
import {injectLambdaContext} from '@aws-lambda-powertools/logger/middleware';
import {Metrics} from '@aws-lambda-powertools/metrics';
import {logMetrics} from '@aws-lambda-powertools/metrics/middleware';
import {SqsEnvelope} from '@aws-lambda-powertools/parser/envelopes/sqs';
import {parser} from '@aws-lambda-powertools/parser/middleware';
import {Tracer} from '@aws-lambda-powertools/tracer';
import {captureLambdaHandler} from '@aws-lambda-powertools/tracer/middleware';
import doNotWaitForEmptyEventLoop from '@middy/do-not-wait-for-empty-event-loop';
import errorLogger from '@middy/error-logger';
import sqsEventNormalizer from '@middy/event-normalizer';
import contentNegotiation from '@middy/http-content-negotiation';
import cors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';
import eventNormalizer from '@middy/http-event-normalizer';
import headerNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import multipartBodyParser from '@middy/http-multipart-body-parser';
import partialResponse from '@middy/http-partial-response';
import responseSerializer from '@middy/http-response-serializer';
import securityHeaders from '@middy/http-security-headers';
import urlEncodeBodyParser from '@middy/http-urlencode-body-parser';
import inputOutputLogger from '@middy/input-output-logger';
import secretsManager, {secret} from '@middy/secrets-manager';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import ssm, {ssmParam} from '@middy/ssm';
import validator from '@middy/validator';
import warmup from '@middy/warmup';
import {middleware as middy} from '@mionkit/middleware';
import type {
    APIGatewayProxyEvent,
    APIGatewayProxyEventV2,
    APIGatewayProxyHandler,
    APIGatewayProxyResult,
    SQSBatchResponse,
    SQSEvent,
} from 'aws-lambda';
import {expectTypeOf} from 'expect-type';
import {z} from 'zod';

interface Payment {
    readonly card: string;
}
declare const store: BasePersistenceLayer;
const ok = {statusCode: 200, body: ''};
const http = () => middy<APIGatewayProxyEvent, APIGatewayProxyResult>();

// All of them in one stack, which is still the handler that it says it is.
export const everything = http()
    .use(warmup())
    .use([doNotWaitForEmptyEventLoop(), inputOutputLogger(), errorLogger()])
    .use(injectLambdaContext(new Logger()))
    .use(logMetrics(new Metrics()))
    .use(captureLambdaHandler(new Tracer()))
    .use([headerNormalizer(), eventNormalizer(), contentNegotiation(), urlEncodeBodyParser(), jsonBodyParser()])
    .use([cors(), securityHeaders(), partialResponse(), responseSerializer({serializers: []})])
    .use(validator())
    .use(makeHandlerIdempotent({persistenceStore: store}))
    .use(httpErrorHandler())
    .handler(async (event) => {
        expectTypeOf(event.body).toExtend<string | null>();
        expectTypeOf(event.queryStringParameters).toExtend<object>();
        return ok;
    });
expectTypeOf(everything).toExtend<APIGatewayProxyHandler>();

// The body has the type that the call names, and keeps it under a middleware that declares the event as Lambda sends it.
http()
    .use<{event: {body: Payment}}>(jsonBodyParser())
    .use(eventNormalizer())
    .use(cors())
    .handler(async ({body}) => {
        expectTypeOf(body).toEqualTypeOf<Payment>();
        return ok;
    });
http()
    .use(multipartBodyParser())
    .handler(async ({body}) => {
        expectTypeOf(body).not.toEqualTypeOf<string | null>();
        return ok;
    });
middy<APIGatewayProxyEventV2>()
    .use(jsonBodyParser())
    .handler(async (event) => expectTypeOf(event.rawPath).toBeString());

// The handler first, as in the seed document.
export const handlerFirst = middy(async ({body}: Omit<APIGatewayProxyEvent, 'body'> & {body: Payment}) => ({
    statusCode: 200,
    body: body.card,
}))
    .use(jsonBodyParser())
    .use(validator())
    .use(httpErrorHandler());

// What the fetching ones put into the context.
export const fetching = middy<SQSEvent, SQSBatchResponse>()
    .use(ssm({fetchData: {limits: ssmParam<{max: number}>('/limits')}, setToContext: true}))
    .use(secretsManager({fetchData: {db: secret<{user: string}>('prod/db')}, setToContext: true}))
    .use([sqsEventNormalizer(), sqsPartialBatchFailure()])
    .handler(async (_event, {limits, db, awsRequestId}) => {
        expectTypeOf(limits).toEqualTypeOf<{max: number}>();
        expectTypeOf(db).toEqualTypeOf<{user: string}>();
        expectTypeOf(awsRequestId).toBeString();
        return {batchItemFailures: []};
    });

// What the parser makes of the event: all of it, or its body.
const order = z.object({id: z.number()});
export const parsing = middy<SQSEvent>()
    .use(parser({schema: order, envelope: SqsEnvelope}))
    .handler(async (event) => expectTypeOf(event).toEqualTypeOf<{id: number}[]>());
middy<APIGatewayProxyEvent>()
    .use(parser({schema: z.object({body: order})}))
    .handler(async (event) => {
        expectTypeOf(event.body).toEqualTypeOf<{id: number}>();
        expectTypeOf(event.path).toBeString();
    });

const corsOnly = middy<APIGatewayProxyEvent>().use(cors());
// @ts-expect-error the handler wants what nobody has parsed
corsOnly.handler(async ({body}: {body: Payment}) => body.card);
