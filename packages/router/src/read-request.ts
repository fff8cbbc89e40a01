import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import {isJsonMediaType} from './media-type.ts';
import {createInvalidBodyError, createRequestError} from './request-errors.ts';

/** Headers that a request has once. */
const singleHeaders: readonly string[] = ['content-type', 'content-encoding', 'host', 'authorization'];

/** Reads the body of a request into its call context. Throws what is wrong with the request as a whole. */
export function readRequest(call: Call): void {
    const {plan, source, context} = call;
    const {route} = plan;
    if (route === undefined) throw source.error ?? createRequestError(404, 'No route has this path.');
    checkHead(call);
    if (source.rawBody === '' || source.method !== 'POST') return;
    const body = parseBody(call);
    context.request.body = Array.isArray(body) ? {[route.id]: body} : body;
    // Where the client says which types it knows.
    const hash = getOwn(context.request.body, '@hash');
    if (hash === undefined || hash === route.compiled.hash) return;
    const message = 'The types of this route have changed since the client read its metadata.';
    throw createRequestError(409, message, {name: 'Stale Metadata'});
}

/** Throws what is wrong with a request before its body is looked at. */
export function checkHead({plan, source, context}: Call): void {
    const {error, method, headers} = source;
    if (error !== undefined) throw error;
    const singles = headers.getAll(singleHeaders);
    const repeated = singles.findIndex(Array.isArray);
    if (repeated >= 0) throw createRequestError(400, `The header '${singleHeaders[repeated]}' stands more than once.`);
    if (method !== 'POST') {
        if (plan.allowed.split(', ').includes(method)) return;
        context.response.headers.set('allow', plan.allowed);
        throw createRequestError(405, `This route answers ${plan.allowed} only.`);
    }
    const [type, encoding = 'identity'] = singles as (string | undefined)[];
    if (encoding.toLowerCase() !== 'identity')
        throw createRequestError(415, 'Send the request body uncompressed, without the header `content-encoding`.');
    if (context.router.options.requireJsonContentType && !isJsonMediaType(type))
        throw createRequestError(415, 'Send the header `content-type: application/json`, also when the body is empty.');
}

/** The body of a request, an object or an array without `__proto__`. Throws when it is none. */
export function parseBody({source: {rawBody}, context}: Call): Readonly<Record<string, unknown>> {
    const parser = context.router.options.bodyParser;
    let body: unknown;
    try {
        body = parser.parse(rawBody);
    } catch (originalError) {
        throw createRequestError(400, 'The request body is not valid JSON.', {name: 'Invalid JSON', originalError});
    }
    if (typeof body !== 'object' || body === null)
        throw createInvalidBodyError('The request body is neither an object nor an array.');
    // In JSON text the key can only stand as it is or with escapes. Another parser may have other ways to write it.
    const mayHoldProto = parser !== JSON || rawBody.includes('__proto__') || rawBody.includes('\\u');
    if (mayHoldProto && holdsProto(body)) throw createInvalidBodyError('The request body has the key `__proto__`.');
    return body as Readonly<Record<string, unknown>>;
}

// Without recursion: a body of the allowed size can nest deeper than the stack.
function holdsProto(body: object): boolean {
    const containers: object[] = [body];
    for (const container of containers) {
        if (Object.hasOwn(container, '__proto__')) return true;
        for (const value of Object.values(container)) if (typeof value === 'object' && value !== null) containers.push(value);
    }
    return false;
}
