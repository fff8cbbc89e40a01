import {HeaderList} from '@mionkit/core';
import {type AdapterResponse, defaultRouter, type Router} from '@mionkit/router';
import {answerOtherEvent} from './answer-other-event.ts';
import {type AwsLambdaOptions, toAwsLambdaOptions} from './aws-options.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {LambdaRequest} from './lambda-request.ts';
import type {LambdaResult} from './lambda-result.ts';
import {readEvent, removePrefix} from './read-event.ts';
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
    const {defaultResponseHeaders, basePath, deadlineMarginMs} = toAwsLambdaOptions(options);
    const defaultHeaders = toLowerCaseHeaders(defaultResponseHeaders);
    const pathPrefix = toPathPrefix(basePath);
    return async (event, context) => {
        const httpEvent = readEvent(event);
        if (!httpEvent) return answerOtherEvent(event);
        const path = removePrefix(httpEvent.path, pathPrefix);
        const request = new LambdaRequest(httpEvent, event, context, {maxBodySize: router.options.maxBodySize, deadlineMarginMs});
        try {
            const response = router.dispatch(path, request);
            return writeResult(
                response instanceof Promise ? await answerInTime(router, path, request, response) : response,
                httpEvent,
                defaultHeaders,
            );
        } finally {
            request.end();
        }
    };
}

// Late answers run the hooks that run on errors, so that these calls are logged like others.
function answerInTime(
    router: Router,
    path: string,
    request: LambdaRequest,
    response: Promise<AdapterResponse>,
): Promise<AdapterResponse> {
    return request.untilLate(response, () => router.dispatch(path, request.toLateRequest()));
}

// A HeaderList refuses names and values that can't be sent, so a mistake shows when the handler is made.
function toLowerCaseHeaders(record: Readonly<Record<string, string>>): Record<string, string> {
    const headers = new HeaderList();
    for (const [name, value] of Object.entries(record)) headers.set(name, value);
    return Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}

function toPathPrefix(basePath: string): string {
    const trimmed = basePath.replace(/^\/+|\/+$/g, '');
    return trimmed === '' ? '' : `/${trimmed}`;
}
