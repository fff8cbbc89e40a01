import {type HeaderList, isRpcError, type RpcError} from '@mionkit/core';
import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import {isJsonMediaType} from './media-type.ts';
import type {Method} from './method.ts';
import {getAllowedMethods} from './plan.ts';
import {
    createContentEncodingError,
    createInvalidBodyError,
    createInvalidJsonError,
    createMediaTypeError,
    createMethodNotAllowedError,
    createNotFoundError,
    createRepeatedHeaderError,
    createStaleMetadataError,
} from './request-errors.ts';
import type {JsonParser} from './router-options.ts';

/** Where the client says which types it knows. */
const HASH_KEY = '@hash';

/** Headers that may stand only once, by the length of their names: most others are told apart by that. */
const singleHeaders: ReadonlyMap<number, string> = new Map(
    ['host', 'content-type', 'authorization'].map((name) => [name.length, name]),
);

/** Reads the body of a request into its call context. Returns what is wrong with the request as a whole. */
export function readRequest(call: Call): RpcError | undefined {
    const {route} = call.plan;
    if (route === undefined) return call.source.error ?? createNotFoundError();
    const error = findHeadError(call);
    if (error !== undefined || call.source.rawBody === '' || call.source.method !== 'POST') return error;
    const body = parseBody(call);
    return isRpcError(body) ? body : takeBody(call, route, body);
}

/** What is wrong with a request before its body is looked at. */
export function findHeadError(call: Call): RpcError | undefined {
    const {source, context} = call;
    if (source.error !== undefined) return source.error;
    const repeated = findRepeatedHeader(source.headers);
    if (repeated !== undefined) return createRepeatedHeaderError(repeated);
    if (source.method !== 'POST') return checkMethod(call);
    if (isEncoded(source.headers)) return createContentEncodingError();
    if (!context.router.options.requireJsonContentType || isJsonMediaType(source.headers.getText('content-type')))
        return undefined;
    return createMediaTypeError();
}

/** The body of a request, an object or an array without `__proto__`, or why it is none. */
export function parseBody({source, context}: Call): object | RpcError {
    const {rawBody} = source;
    const parser = context.router.options.bodyParser;
    let body: unknown;
    try {
        body = parser.parse(rawBody);
    } catch (thrown) {
        return createInvalidJsonError(thrown);
    }
    if (typeof body !== 'object' || body === null)
        return createInvalidBodyError('The request body is neither an object nor an array.');
    const isSafe = !mayHoldProto(rawBody, parser) || !holdsProto(body);
    return isSafe ? body : createInvalidBodyError('The request body has the key `__proto__`.');
}

function findRepeatedHeader({flat}: HeaderList): string | undefined {
    let seenLengths = 0;
    for (let at = 0; at < flat.length; at += 2) {
        const name = flat[at] as string;
        const single = singleHeaders.get(name.length);
        if (single === undefined || name.toLowerCase() !== single) continue;
        const bit = 1 << name.length;
        if (seenLengths & bit) return single;
        seenLengths |= bit;
    }
    return undefined;
}

function isEncoded(headers: HeaderList): boolean {
    const encoding = headers.getText('content-encoding');
    return encoding !== undefined && encoding.toLowerCase() !== 'identity';
}

function checkMethod({plan, source, context}: Call): RpcError | undefined {
    const isGet = source.method === 'GET' || source.method === 'HEAD';
    if (isGet && plan.allowsGet) return undefined;
    const allowed = getAllowedMethods(plan);
    context.response.headers.set('allow', allowed);
    return createMethodNotAllowedError(allowed);
}

function takeBody({context}: Call, route: Method, body: object): RpcError | undefined {
    context.request.body = Array.isArray(body) ? {[route.id]: body} : (body as Readonly<Record<string, unknown>>);
    const hash = getOwn(context.request.body, HASH_KEY);
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
