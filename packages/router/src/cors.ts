import type {HeaderList} from '@mionkit/core';
import {getAllowedMethods, type Plan} from './plan.ts';

/** Which web pages of other origins may call the API, and how. */
export interface CorsOptions {
    /** The origins, as browsers send them: `https://app.example.com`. `*` allows all of them, and then no credentials. */
    readonly origins: '*' | readonly string[];
    /** Request headers that pages may set, beside `content-type` and those that the route's header hooks read. @default [] */
    readonly headers?: readonly string[];
    /** Whether requests may carry cookies and other credentials of the API's origin. @default false */
    readonly credentials?: boolean;
    /** How long a browser may keep what it was allowed, in seconds. @default the browser's own, 5 */
    readonly maxAge?: number;
    /** Response headers that pages may read, beside those that the route's header hooks send. @default [] */
    readonly exposeHeaders?: readonly string[];
}

/** Throws on options that would not do what they say. */
export function assertCors({origins, credentials}: CorsOptions): void {
    if (origins === '*') {
        if (credentials)
            throw new Error(
                "The router's option `cors` allows credentials to all origins, which browsers refuse. List the origins.",
            );
        return;
    }
    const bad = origins.find((origin) => !/^[a-z][a-z\d+.-]*:\/\/[^/?#\s]+$/.test(origin));
    if (bad === undefined) return;
    throw new Error(
        `The router's option \`cors\` has '${bad}', which no browser sends as an origin. Write scheme, host and port alone: 'https://app.example.com'.`,
    );
}

/** Adds to a response what a page of another origin needs to read it. */
export function addCorsHeaders(cors: CorsOptions, plan: Plan, request: HeaderList, response: HeaderList): void {
    if (!allowOrigin(cors, request, response)) return;
    const exposed = listHeaders(plan, cors.exposeHeaders);
    if (exposed !== '') response.set('access-control-expose-headers', exposed);
}

/** Adds to the answer of a preflight what the page may do. */
export function addPreflightHeaders(cors: CorsOptions, plan: Plan, request: HeaderList, response: HeaderList): void {
    if (!allowOrigin(cors, request, response)) return;
    response.set('access-control-allow-methods', getAllowedMethods(plan));
    response.set('access-control-allow-headers', listHeaders(plan, ['content-type', ...(cors.headers ?? [])]));
    if (cors.maxAge !== undefined) response.set('access-control-max-age', String(cors.maxAge));
}

/** Whether a request asks what a page may do, before the page does it. */
export function isPreflight(request: HeaderList): boolean {
    return request.has('origin') && request.has('access-control-request-method');
}

function allowOrigin({origins, credentials}: CorsOptions, request: HeaderList, response: HeaderList): boolean {
    if (origins === '*') {
        response.set('access-control-allow-origin', '*');
        return true;
    }
    // Also where the origin is refused: a cache must not serve that answer to others.
    if (!/\borigin\b/i.test(response.getText('vary') ?? '')) response.append('vary', 'Origin');
    const origin = request.getText('origin');
    if (origin === undefined || !origins.includes(origin)) return false;
    response.set('access-control-allow-origin', origin);
    if (credentials) response.set('access-control-allow-credentials', 'true');
    return true;
}

function listHeaders({steps}: Plan, more: readonly string[] = []): string {
    const own = steps.flatMap(({headerName}) => headerName ?? []);
    return [...new Set([...more.map((name) => name.toLowerCase()), ...own])].join(', ');
}
