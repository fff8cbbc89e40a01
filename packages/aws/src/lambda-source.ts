import type {CallContext} from '@mionkit/router';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';

/** How this adapter calls itself. */
export const lambdaAdapter = 'aws-lambda';

/**
 * The event that a call came with, in any route or hook. `undefined` where the same routes are served by something else than Lambda.
 *
 * @example
 * const stage = (ctx: CallContext): string => getLambdaContext(ctx)?.functionVersion ?? 'local';
 */
export function getLambdaEvent({source}: Pick<CallContext, 'source'>): LambdaEvent | undefined {
    return source.adapter === lambdaAdapter ? (source.rawRequest as LambdaEvent) : undefined;
}

/** What Lambda says about the invocation that a call came with. `undefined` outside of Lambda, and where the handler was called without it. */
export function getLambdaContext({source}: Pick<CallContext, 'source'>): LambdaContext | undefined {
    return source.adapter === lambdaAdapter ? (source.rawResponse as LambdaContext | undefined) : undefined;
}
