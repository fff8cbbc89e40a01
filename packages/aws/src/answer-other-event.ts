import type {LambdaResult} from './lambda-result.ts';

/** What is looked at to recognize a ping. */
interface Ping {
    readonly source?: unknown;
    readonly warmer?: unknown;
    readonly 'detail-type'?: unknown;
}

/**
 * Answers an event that is no HTTP request: 204 for a warm-up ping, whose sender only wants the function to be loaded.
 *
 * Pings are scheduled events of EventBridge, and the events of `serverless-plugin-warmup` and `lambda-warmer`. No HTTP client can send one.
 *
 * @throws on any other event: who sent it, a queue for instance, has to know that it was not handled.
 */
export function answerOtherEvent(event: unknown): LambdaResult {
    const {source, warmer, 'detail-type': detailType}: Ping = Object(event);
    if (source === 'serverless-plugin-warmup' || warmer === true || (source === 'aws.events' && detailType === 'Scheduled Event'))
        return {statusCode: 204, body: '', isBase64Encoded: false};
    const keys = Object.keys(Object(event)).slice(0, 8);
    throw new TypeError(
        `The event is not an HTTP request: it is of the type ${typeof event} and has the keys [${keys}]. This handler serves API Gateway, function URLs, load balancers and VPC Lattice. Give other events a function of their own.`,
    );
}
