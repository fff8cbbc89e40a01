import type {CallContext} from '@mionkit/router';

/** How the adapter of web-standard runtimes calls itself. */
export const fetchAdapter = 'fetch';

/** The runtime's request, in any route or hook; its body has been read. `undefined` where the same routes are served by something else. */
export function getFetchRequest({source}: Pick<CallContext, 'source'>): Request | undefined {
    return source.adapter === fetchAdapter ? (source.rawRequest as Request) : undefined;
}

/** What the runtime gives beside the request: `env` and `ctx` on Cloudflare Workers. Empty where the same routes are served by something else. */
export function getFetchPlatform({source}: Pick<CallContext, 'source'>): readonly unknown[] {
    return source.adapter === fetchAdapter ? (source.rawResponse as readonly unknown[]) : [];
}
