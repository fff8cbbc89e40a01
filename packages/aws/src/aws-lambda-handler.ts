import {defaultRouter} from '@mionkit/router';
import type {AwsLambdaOptions} from './aws-options.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {createLambdaHandler} from './lambda-handler.ts';
import type {LambdaResult} from './lambda-result.ts';

let currentHandler = createLambdaHandler();

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

/** Sets the options of `awsLambdaHandler`. Each call replaces those of the call before. */
export function setAwsLambdaOpts(options: Partial<AwsLambdaOptions>): void {
    currentHandler = createLambdaHandler(defaultRouter, options);
}
