import type {RpcError, ValidationBudget} from '@mionkit/core';
import {describeReceived} from '@mionkit/core/wire';
import type {Call} from './call.ts';
import {createBudget} from './create-budget.ts';
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
    return createValidationError(method.id, [{path: 'params', expected: 'an array', received: describeReceived(params)}]);
}

function readHeaderParams(call: Call, method: Method, headerName: string): readonly unknown[] | RpcError {
    const codec = method.compiled.params;
    if (codec === undefined) return noParams;
    const text = call.source.headers.getText(headerName);
    if (text === undefined)
        return codec.isWire(noParams, createParamsBudget(call)) ? noParams : createMissingHeaderError(headerName);
    for (const kind of method.compiled.headerKinds ?? []) {
        const param = toHeaderParam(text, kind);
        if (param !== undefined && codec.isWire([param], createParamsBudget(call))) return toArguments(call, method, [param]);
    }
    return createValidationError(method.id, codec.errors([text], createParamsBudget(call)));
}

function toArguments(call: Call, method: Method, params: readonly unknown[]): readonly unknown[] | RpcError {
    const codec = method.compiled.params;
    if (codec === undefined) return params.length === 0 ? noParams : createNoParamsError(method, params);
    if (method.validates && !codec.isWire(params, createParamsBudget(call))) return createMisfitError(call, method, params);
    const undeclared =
        call.context.router.options.unknownProperties === 'reject'
            ? codec.undeclared?.(params, createParamsBudget(call))
            : undefined;
    if (undeclared !== undefined && undeclared.length > 0) return createValidationError(method.id, undeclared);
    if (!method.serializes || codec.decode === undefined) return params;
    try {
        return codec.decode(params, createParamsBudget(call));
    } catch {
        // Not validated, and not what the type can be built from.
        return createMisfitError(call, method, params);
    }
}

function createMisfitError(call: Call, method: Method, params: readonly unknown[]): RpcError {
    return createValidationError(method.id, method.compiled.params?.errors(params, createParamsBudget(call)) ?? []);
}

function createNoParamsError(method: Method, params: readonly unknown[]): RpcError {
    return createValidationError(method.id, [{path: 'params', expected: 'at most 0', received: describeReceived(params)}]);
}

function createParamsBudget({source, context}: Call): ValidationBudget {
    return createBudget(context.router.options, source.rawBody.length);
}
