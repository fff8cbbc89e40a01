import type {IncomingMessage, ServerResponse} from 'node:http';
import type {CallContext} from '@mionkit/router';

/** How the adapter of node http calls itself. */
export const nodeAdapter = 'node';

/** Node's request, in any route or hook. `undefined` where the same routes are served by something else than node http. */
export function getNodeRequest({source}: Pick<CallContext, 'source'>): IncomingMessage | undefined {
    return source.adapter === nodeAdapter ? (source.rawRequest as IncomingMessage) : undefined;
}

/** Node's response, which mion sends when the hooks have run. `undefined` where the same routes are served by something else than node http. */
export function getNodeResponse({source}: Pick<CallContext, 'source'>): ServerResponse | undefined {
    return source.adapter === nodeAdapter ? (source.rawResponse as ServerResponse) : undefined;
}
