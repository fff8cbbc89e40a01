import {HeaderList} from '@mionkit/core';
import {type AdapterRequest, createPayloadTooLargeError, defaultRouter, type Router} from '@mionkit/router';
import {answerOtherEvent} from './answer-other-event.ts';
import type {AwsLambdaOptions} from './aws-options.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import type {LambdaResult} from './lambda-result.ts';
import {readBody} from './read-body.ts';
import {type HttpEvent, readEvent, removePrefix} from './read-event.ts';
import {writeResult} from './write-result.ts';

/** A function that Lambda can invoke. */
export type LambdaHandler = (event: LambdaEvent, context?: LambdaContext) => Promise<LambdaResult>;

/**
 * A Lambda handler that serves a router's routes to API Gateway (REST and HTTP APIs), function URLs, load balancers and VPC Lattice.
 *
 * Rejects on an event that is not an HTTP request, so that its sender hears of it; warm-up pings are answered with 204.
 *
 * @example
 * export const handler = createLambdaHandler(createRouter({prefix: 'api'}), {basePath: 'shop'});
 */
export function createLambdaHandler(router: Router = defaultRouter, options: Partial<AwsLambdaOptions> = {}): LambdaHandler {
    const defaultHeaders = toLowerCaseHeaders(options.defaultResponseHeaders ?? {});
    const basePath = toBasePath(options.basePath ?? '');
    return async (event, context) => {
        const httpEvent = readEvent(event);
        if (!httpEvent) return answerOtherEvent(event);
        const request = toAdapterRequest(httpEvent, event, context, router.options.maxBodySize);
        const response = router.dispatch(removePrefix(httpEvent.path, basePath), request);
        return writeResult(response instanceof Promise ? await response : response, httpEvent, defaultHeaders);
    };
}

function toAdapterRequest(
    {method, headers, body, isBase64Encoded}: HttpEvent,
    rawRequest: LambdaEvent,
    rawResponse: LambdaContext | undefined,
    maxBodySize: number,
): AdapterRequest {
    const rawBody = readBody(body, isBase64Encoded, maxBodySize);
    const error = rawBody === undefined ? createPayloadTooLargeError(maxBodySize) : undefined;
    return {method, headers, rawBody: rawBody ?? '', error, rawRequest, rawResponse};
}

// A HeaderList refuses names and values that can't be sent, so a mistake shows when the handler is made.
function toLowerCaseHeaders(record: Readonly<Record<string, string>>): Record<string, string> {
    const headers = new HeaderList();
    for (const [name, value] of Object.entries(record)) headers.set(name, value);
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}

function toBasePath(basePath: string): string {
    const trimmed = basePath.replace(/^\/+|\/+$/g, '');
    return trimmed === '' ? '' : `/${trimmed}`;
}
