import type {RpcError, ValidationBudget} from '@mionkit/core';
import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import type {Method} from './method.ts';
import {createMissingHeaderError, createValidationError} from './request-errors.ts';
import {toHeaderParam} from './to-header-param.ts';

const noParams: readonly unknown[] = [];

/** The arguments of a handler after the call context, or why what the client sent can't be them. */
export function readParams(call: Call, method: Method): readonly unknown[] | RpcError {
    if (method.kind === 'rawHook') return noParams;
    if (method.headerName !== undefined) return readHeaderParams(call, method, method.headerName);
    const params = getOwn(call.context.request.body, method.id) ?? noParams;
    if (Array.isArray(params)) return toArguments(call, method, params);
    return createValidationError(method.id, [{path: '', expected: 'an array of params', received: toReceived(params)}]);
}

function readHeaderParams(call: Call, method: Method, headerName: string): readonly unknown[] | RpcError {
    const codec = method.compiled.params;
    if (codec === undefined) return noParams;
    const text = call.source.headers.getText(headerName);
    if (text === undefined) return codec.isWire(noParams, createBudget(call)) ? noParams : createMissingHeaderError(headerName);
    for (const kind of method.compiled.headerKinds ?? []) {
        const param = toHeaderParam(text, kind);
        if (param !== undefined && codec.isWire([param], createBudget(call))) return toArguments(call, method, [param]);
    }
    return createValidationError(method.id, codec.errors([text], createBudget(call)));
}

function toArguments(call: Call, method: Method, params: readonly unknown[]): readonly unknown[] | RpcError {
    const codec = method.compiled.params;
    if (codec === undefined) return params.length === 0 ? noParams : createNoParamsError(method, params);
    if (method.validates && !codec.isWire(params, createBudget(call))) return createMisfitError(call, method, params);
    if (!method.serializes || codec.decode === undefined) return params;
    try {
        return codec.decode(params, createBudget(call));
    } catch {
        // Not validated, and not what the type can be built from.
        return createMisfitError(call, method, params);
    }
}

function createMisfitError(call: Call, method: Method, params: readonly unknown[]): RpcError {
    return createValidationError(method.id, method.compiled.params?.errors(params, createBudget(call)) ?? []);
}

function createNoParamsError(method: Method, params: readonly unknown[]): RpcError {
    return createValidationError(method.id, [{path: '', expected: 'no params', received: `${params.length} params`}]);
}

function createBudget({source, context}: Call): ValidationBudget {
    const {maxDepth, maxValidationErrors, maxValidationSteps} = context.router.options;
    return {maxDepth, maxIssues: maxValidationErrors, steps: maxValidationSteps * source.rawBody.length};
}

function toReceived(value: unknown): string {
    if (typeof value === 'string') return `a string of ${value.length} characters`;
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
