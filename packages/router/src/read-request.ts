import type {RpcError} from '@mionkit/core';
import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import {isJsonMediaType} from './media-type.ts';
import type {Method} from './method.ts';
import {
    createInvalidBodyError,
    createInvalidJsonError,
    createMediaTypeError,
    createMethodNotAllowedError,
    createNotFoundError,
    createRepeatedHeaderError,
    createStaleMetadataError,
} from './request-errors.ts';
import type {JsonParser, RouterOptions} from './router-options.ts';

/** Where the client says which types it knows. */
const HASH_KEY = '@hash';

const singleHeaders = ['content-type', 'authorization', 'host'];

/** Reads the body of a request into its call context. Returns what is wrong with the request as a whole. */
export function readRequest(call: Call, options: RouterOptions): RpcError | undefined {
    const {plan, source} = call;
    if (source.error !== undefined) return source.error;
    if (plan.route === undefined) return createNotFoundError();
    const repeated = singleHeaders.find((name) => Array.isArray(source.headers.get(name)));
    if (repeated !== undefined) return createRepeatedHeaderError(repeated);
    if (source.method !== 'POST') return checkMethod(call);
    if (options.requireJsonContentType && !isJsonMediaType(source.headers.getText('content-type'))) return createMediaTypeError();
    return source.rawBody === '' ? undefined : readBody(call, plan.route, options.bodyParser);
}

function checkMethod({plan, source, context}: Call): RpcError | undefined {
    const isGet = source.method === 'GET' || source.method === 'HEAD';
    if (isGet && plan.allowsGet) return undefined;
    const allowed = plan.allowsGet ? 'GET, HEAD, POST' : 'POST';
    context.response.headers.set('allow', allowed);
    return createMethodNotAllowedError(allowed);
}

function readBody(call: Call, route: Method, parser: JsonParser): RpcError | undefined {
    const {rawBody} = call.source;
    let body: unknown;
    try {
        body = parser.parse(rawBody);
    } catch (thrown) {
        return createInvalidJsonError(thrown);
    }
    if (typeof body !== 'object' || body === null)
        return createInvalidBodyError('The request body is neither an object nor an array.');
    if (mayHoldProto(rawBody, parser) && holdsProto(body))
        return createInvalidBodyError('The request body has the key `__proto__`.');
    if (Array.isArray(body)) {
        call.context.request.body = {[route.id]: body};
        return undefined;
    }
    call.context.request.body = body as Readonly<Record<string, unknown>>;
    const hash = getOwn(call.context.request.body, HASH_KEY);
    return hash === undefined || hash === route.compiled.hash ? undefined : createStaleMetadataError();
}

// In JSON text the key can only stand as it is or with escapes. Another parser may have other ways to write it.
function mayHoldProto(rawBody: string, parser: JsonParser): boolean {
    return parser !== JSON || rawBody.includes('__proto__') || rawBody.includes('\\u');
}

// Without recursion: a body of the allowed size can nest deeper than the stack.
function holdsProto(body: object): boolean {
    const open: object[] = [body];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
        if (Object.hasOwn(value, '__proto__')) return true;
        for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
    return false;
}
