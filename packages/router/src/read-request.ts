import type {HeaderList} from '@mionkit/core';
import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import {isJsonMediaType} from './media-type.ts';
import {createInvalidBodyError, createRequestError} from './request-errors.ts';

/** Headers that a request has once. */
const singleHeaders: readonly string[] = ['host', 'content-type', 'authorization'];
const singleLengths = singleHeaders.reduce((bits, name) => bits | toLengthBit(name), 0);

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
    if (findRepeatedLengths(headers) & singleLengths) assertSingle(headers);
    if (method !== 'POST') {
        if (plan.allowed.split(', ').includes(method)) return;
        context.response.headers.set('allow', plan.allowed);
        throw createRequestError(405, `This route answers ${plan.allowed} only.`);
    }
    if ((headers.getText('content-encoding') ?? 'identity').toLowerCase() !== 'identity')
        throw createRequestError(415, 'Send the request body uncompressed, without the header `content-encoding`.');
    if (context.router.options.requireJsonContentType && !isJsonMediaType(headers.getText('content-type')))
        throw createRequestError(415, 'Send the header `content-type: application/json`, also when the body is empty.');
}

/** The lengths that several names of headers have, as bits: only headers of these lengths can be repeated, and to know that no name is read. */
function findRepeatedLengths({flat}: HeaderList): number {
    let lengths = 0;
    let repeated = 0;
    for (let at = 0; at < flat.length; at += 2) {
        const bit = toLengthBit(flat[at] as string);
        repeated |= lengths & bit;
        lengths |= bit;
    }
    return repeated;
}

// Lengths from 32 on share the bits of others, so a bit says "perhaps".
function toLengthBit({length}: string): number {
    return 1 << length;
}

function assertSingle(headers: HeaderList): void {
    for (const name of singleHeaders)
        if (Array.isArray(headers.get(name))) throw createRequestError(400, `The header '${name}' stands more than once.`);
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
