import {defaultRouter, type Router, type WholeResponse} from '@mionkit/router';
import {answerOtherEvent} from './answer-other-event.ts';
import type {AwsLambdaOptions} from './aws-options.ts';
import {toHandlerSettings} from './handler-settings.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {LambdaRequest} from './lambda-request.ts';
import type {LambdaResult} from './lambda-result.ts';
import {readEvent} from './read-event.ts';
import {createResponseTooLargeError, isTooLarge} from './result-size.ts';
import {writeResult} from './write-result.ts';

/** A function that Lambda can invoke. */
export type LambdaHandler = (event: LambdaEvent, context?: LambdaContext) => Promise<LambdaResult>;

/**
 * A Lambda handler that serves a router's routes to API Gateway (REST and HTTP APIs), function URLs, load balancers and VPC Lattice.
 *
 * A route that streams is answered with all of its stream at once; `createStreamingLambdaHandler` sends it piece by piece.
 * Rejects on an event that is not an HTTP request, so that its sender hears of it; warm-up pings are answered with 204.
 *
 * @example
 * export const handler = createLambdaHandler(createRouter({prefix: 'api'}), {basePath: 'shop'});
 */
export function createLambdaHandler(router: Router = defaultRouter, options: Partial<AwsLambdaOptions> = {}): LambdaHandler {
    const settings = toHandlerSettings(options);
    return async (event, context) => {
        const httpEvent = readEvent(event);
        if (!httpEvent) return answerOtherEvent(event);
        const maxSize = httpEvent.maxResultSize;
        const request = new LambdaRequest(httpEvent, event, context, router, settings);
        const answer = request.answer();
        let response: WholeResponse = answer instanceof Promise ? await answer : answer;
        if (response.stream !== undefined) {
            response = await response.stream.collect(maxSize);
            request.stopClock();
        }
        const result = writeResult(response, httpEvent, settings);
        if (!isTooLarge(result, maxSize)) return result;
        const failure = await request.answerError(createResponseTooLargeError(maxSize));
        return writeResult(failure, httpEvent, settings);
    };
}
