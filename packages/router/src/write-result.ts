import type {HeaderValue} from '@mionkit/core';
import type {Call} from './call.ts';
import type {CallStream} from './call-stream.ts';
import {createBudget} from './create-budget.ts';
import {encodeValue} from './encode-value.ts';
import type {Method} from './method.ts';

/** How the generated code of a route makes its stream: `streamValues` or `streamBytes`, linked into programs that have such routes. */
type CreateStream = (call: Call, method: Method, result: unknown) => CallStream;

/** The stream of what a route returned, if the route is one that streams. Throws when that is no stream. */
export function createStream(call: Call, method: Method, result: unknown): CallStream | undefined {
    return (method.codec.stream as CreateStream | undefined)?.(call, method, result);
}

/** Puts what a method returned where it travels. Throws when it can't be written as its type. */
export function writeResult(call: Call, method: Method, result: unknown): void {
    if (method.isPrivate) return;
    const {headerName} = method;
    const stream = createStream(call, method, result);
    if (headerName !== undefined) writeHeader(call, headerName, result);
    if (stream !== undefined) call.stream = stream;
    const isInBody = headerName === undefined && stream === undefined;
    call.addResult(method, result, isInBody ? toJson(call, method, result) : undefined);
}

/** The JSON text of what a method returned; `undefined` when nothing is sent. Throws when it can't be written as its type. */
export function toJson(call: Call, {codec, serializes}: Method, result: unknown): string | undefined {
    const {options} = call.context.router;
    if (codec.encode === undefined || (result === undefined && !serializes)) return undefined;
    if (options.validateReturn && codec.isResult?.(result, createBudget(call, options.maxBodySize)) === false)
        throw new TypeError('The result does not fit its type');
    return serializes ? encodeValue(codec.encode, result, 'result') : options.bodyParser.stringify(result);
}

function writeHeader({context}: Call, headerName: string, result: unknown): void {
    if (result !== undefined) context.response.headers.set(headerName, toHeaderValue(result));
}

function toHeaderValue(result: unknown): HeaderValue {
    if (typeof result === 'string') return result;
    if (typeof result === 'boolean' || Number.isFinite(result)) return String(result);
    if (Array.isArray(result)) return result;
    throw new TypeError(
        `A header hook returned ${typeof result === 'number' ? result : `a ${typeof result}`}, and headers hold texts, finite numbers and booleans`,
    );
}
