import type {Call} from './call.ts';

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
    // Plain JavaScript may give `true`, or one origin as text.
    if (origins !== '*' && !Array.isArray(origins))
        throw new Error("The router's option `cors` needs `origins`: '*', or a list.");
    if (origins === '*' && credentials)
        throw new Error("The router's option `cors` allows credentials to all origins, which browsers refuse. List them.");
    const bad = origins === '*' ? undefined : origins.find((origin) => !/^[a-z][a-z\d+.-]*:\/\/[^/?#\s]+$/.test(origin));
    if (bad !== undefined)
        throw new Error(
            `The router's option \`cors\` has '${bad}', which no browser sends as an origin. Write it like 'https://app.example.com'.`,
        );
}

/** Adds to a response what a page of another origin needs to read it and, when it asked for that beforehand, what the page may do. */
export function addCorsHeaders(
    {plan, source, context}: Call,
    {origins, headers = [], credentials, maxAge, exposeHeaders = []}: CorsOptions,
    {isPreflight}: {readonly isPreflight: boolean},
): void {
    const response = context.response.headers;
    const origin = source.headers.getText('origin') ?? '';
    // Also where the origin is refused: a cache must not serve that answer to others.
    if (origins !== '*' && !/\borigin\b/i.test(response.getText('vary') ?? '')) response.append('vary', 'Origin');
    if (origins !== '*' && !origins.includes(origin)) return;
    const allow = (what: string, value: string) => value && response.set(`access-control-${what}`, value);
    const named = (isPreflight ? ['content-type', ...headers] : exposeHeaders).map((name) => name.toLowerCase());
    const names = [...new Set([...named, ...plan.steps.flatMap(({headerName}) => headerName ?? [])])].join(', ');
    allow('allow-origin', origins === '*' ? '*' : origin);
    allow('allow-credentials', credentials ? 'true' : '');
    allow(isPreflight ? 'allow-headers' : 'expose-headers', names);
    if (isPreflight) allow('allow-methods', plan.allowed);
    if (isPreflight) allow('max-age', String(maxAge ?? ''));
}
