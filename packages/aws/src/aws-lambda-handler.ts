import {defaultRouter} from '@mionkit/router';
import {type AwsLambdaOptions, defaultAwsLambdaOptions} from './aws-options.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {createLambdaHandler} from './lambda-handler.ts';
import type {LambdaResult} from './lambda-result.ts';

let currentOptions = defaultAwsLambdaOptions;
let currentHandler = createLambdaHandler(defaultRouter, currentOptions);

/**
 * The Lambda handler of the default router. What it does and rejects is said at `createLambdaHandler`.
 *
 * @example
 * import './myApi.routes.ts';
 * export const handler = awsLambdaHandler;
 */
export function awsLambdaHandler(event: LambdaEvent, context?: LambdaContext): Promise<LambdaResult> {
    return currentHandler(event, context);
}

/** Changes options of `awsLambdaHandler`, those that are given. Returns all that are now in force. */
export function setAwsLambdaOpts(options: Partial<AwsLambdaOptions>): AwsLambdaOptions {
    currentOptions = {...currentOptions, ...options};
    currentHandler = createLambdaHandler(defaultRouter, currentOptions);
    return currentOptions;
}
