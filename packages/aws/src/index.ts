/** For programs that run on AWS Lambda. */
export type {AlbEvent} from './alb-event.ts';
export {awsLambdaHandler, setAwsLambdaOpts} from './aws-lambda-handler.ts';
export type {AwsLambdaOptions} from './aws-options.ts';
export type {HttpApiEvent, HttpApiRequestContext} from './http-api-event.ts';
export type {LambdaContext} from './lambda-context.ts';
export type {LambdaEvent} from './lambda-event.ts';
export {createLambdaHandler, type LambdaHandler} from './lambda-handler.ts';
export type {LambdaResult} from './lambda-result.ts';
export {getLambdaContext, getLambdaEvent} from './lambda-source.ts';
export type {LatticeEvent, LatticeIdentity, LatticeRequestContext, LatticeV1Event} from './lattice-event.ts';
export type {ResponseStream} from './response-stream.ts';
export type {
    ClientCertificate,
    EventMultiValues,
    EventValues,
    RestApiEvent,
    RestApiIdentity,
    RestApiRequestContext,
} from './rest-api-event.ts';
export {getSourceIp} from './source-ip.ts';
export {createStreamingLambdaHandler, type StreamingLambdaHandler} from './streaming-lambda-handler.ts';
