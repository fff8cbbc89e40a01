import type {
    ALBEvent,
    ALBHandler,
    APIGatewayProxyEvent,
    APIGatewayProxyEventV2,
    APIGatewayProxyEventV2WithIAMAuthorizer,
    APIGatewayProxyEventV2WithJWTAuthorizer,
    APIGatewayProxyHandler,
    APIGatewayProxyHandlerV2,
    APIGatewayProxyWithLambdaAuthorizerEvent,
    Context,
    LambdaFunctionURLEvent,
    LambdaFunctionURLHandler,
} from 'aws-lambda';
import {expectTypeOf} from 'expect-type';
import {
    type AlbEvent,
    awsLambdaHandler,
    createLambdaHandler,
    type HttpApiEvent,
    type LambdaContext,
    type LambdaEvent,
    type LatticeEvent,
    type LatticeV1Event,
    type ResponseStream,
    type RestApiEvent,
} from '../src/index.ts';
import alb from './events/alb.json' with {type: 'json'};
import albMultiValue from './events/alb-multi-value.json' with {type: 'json'};
import functionUrl from './events/function-url.json' with {type: 'json'};
import httpApi from './events/http-api.json' with {type: 'json'};
import httpApiJwt from './events/http-api-jwt.json' with {type: 'json'};
import latticeV1 from './events/lattice-v1.json' with {type: 'json'};
import latticeV2 from './events/lattice-v2.json' with {type: 'json'};

// From @types/aws-lambda: events that a program already has types for may be passed on to mion.
expectTypeOf<APIGatewayProxyEvent>().toExtend<RestApiEvent>();
expectTypeOf<APIGatewayProxyWithLambdaAuthorizerEvent<{role: string}>>().toExtend<RestApiEvent>();
expectTypeOf<APIGatewayProxyEventV2>().toExtend<HttpApiEvent>();
expectTypeOf<APIGatewayProxyEventV2WithJWTAuthorizer>().toExtend<HttpApiEvent>();
expectTypeOf<APIGatewayProxyEventV2WithIAMAuthorizer>().toExtend<HttpApiEvent>();
expectTypeOf<LambdaFunctionURLEvent>().toExtend<HttpApiEvent>();
expectTypeOf<ALBEvent>().toExtend<AlbEvent>();
expectTypeOf<Context>().toExtend<LambdaContext>();

// To @types/aws-lambda: what raw hooks get may be passed on to functions that are typed with it.
expectTypeOf<RestApiEvent>().toExtend<APIGatewayProxyEvent>();
expectTypeOf<HttpApiEvent>().toExtend<APIGatewayProxyEventV2>();
expectTypeOf<AlbEvent>().toExtend<ALBEvent>();
expectTypeOf<LambdaContext>().toExtend<Context>();

// The handler is one of each kind.
awsLambdaHandler satisfies APIGatewayProxyHandler;
awsLambdaHandler satisfies APIGatewayProxyHandlerV2;
awsLambdaHandler satisfies LambdaFunctionURLHandler;
awsLambdaHandler satisfies ALBHandler;
createLambdaHandler() satisfies APIGatewayProxyHandler;

// The recorded events are events.
httpApi satisfies APIGatewayProxyEventV2;
httpApiJwt satisfies APIGatewayProxyEventV2WithJWTAuthorizer;
functionUrl satisfies LambdaFunctionURLEvent;
alb satisfies ALBEvent;
albMultiValue satisfies ALBEvent;
latticeV1 satisfies LatticeV1Event;
latticeV2 satisfies LatticeEvent;

// @ts-expect-error: messages of a queue are no LambdaEvent
({Records: []}) satisfies LambdaEvent;

// The stream that Lambda gives is one that the streaming handler takes.
expectTypeOf<awslambda.HttpResponseStream>().toExtend<ResponseStream>();
