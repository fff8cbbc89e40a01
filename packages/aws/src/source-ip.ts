import type {LambdaEvent} from './lambda-event.ts';
import {readEvent} from './read-event.ts';

/** What is looked at of the contexts of API Gateway. */
interface ApiGatewayContext {
    readonly http?: {readonly sourceIp?: string};
    readonly identity?: {readonly sourceIp?: string} | null;
}

/**
 * The address of whoever called, as AWS determined it. `undefined` where the event doesn't say.
 *
 * Load balancers and VPC Lattice add it to the end of `x-forwarded-for`; what stands before it is the client's own word. A load balancer
 * adds nothing when its `routing.http.xff_header_processing.mode` is not `append`.
 *
 * @example
 * const limit = {rawHook: (ctx, event: LambdaEvent) => limitCalls(getSourceIp(event))};
 */
export function getSourceIp(event: LambdaEvent): string | undefined {
    if ('requestContext' in event && !('elb' in event.requestContext) && !('serviceArn' in event.requestContext)) {
        const {http, identity}: ApiGatewayContext = event.requestContext;
        return http?.sourceIp ?? identity?.sourceIp;
    }
    const forwarded = readEvent(event)?.headers.getText('x-forwarded-for');
    return forwarded?.split(',').at(-1)?.trim();
}
