import {defaultRouter, type Router} from '@mionkit/router';
import {toDefaultHeaders} from './default-headers.ts';
import {readFetchRequest} from './read-fetch-request.ts';
import {writeFetchResponse} from './write-fetch-response.ts';

export {getFetchPlatform, getFetchRequest} from './fetch-source.ts';

/**
 * Answers the requests of a web-standard runtime.
 *
 * What the runtime gives beside the request (`env` and `ctx` on Cloudflare Workers, for instance) reaches raw hooks as an array, in place of a raw response.
 */
export type FetchHandler = (request: Request, ...platform: unknown[]) => Promise<Response>;

/** The options of a fetch handler. */
export interface FetchHandlerOptions {
    /** Headers of every response, unless a hook set them. @default {} */
    readonly defaultResponseHeaders: Readonly<Record<string, string>>;
}

/**
 * Makes the fetch handler of a router, for Bun, Deno, Cloudflare Workers, Next.js route handlers and service workers.
 *
 * @example
 * export default {fetch: createFetchHandler()};
 */
export function createFetchHandler(router: Router = defaultRouter, options: Partial<FetchHandlerOptions> = {}): FetchHandler {
    const addDefaults = toDefaultHeaders(options.defaultResponseHeaders ?? {});
    return async (request, ...platform) => {
        const adapterRequest = await readFetchRequest(request, platform, router.options.maxBodySize);
        const response = await router.dispatch(toPath(request.url), adapterRequest);
        addDefaults(response.headers);
        return writeFetchResponse(response, request.method);
    };
}

// A Request's URL is complete and normalized: no URL object is needed to find its path.
function toPath(url: string): string {
    const start = url.indexOf('/', url.indexOf('://') + 3);
    const end = url.slice(start).search(/[?#]/);
    return end < 0 ? url.slice(start) : url.slice(start, start + end);
}
