import type {RpcError, ValidationIssue} from '@mionkit/core';
import {describeReceived} from '@mionkit/core/wire';
import type {Call} from './call.ts';
import {createBudget} from './create-budget.ts';
import {getOwn} from './get-own.ts';
import type {Method} from './method.ts';
import {createRequestError} from './request-errors.ts';
import {toHeaderParam} from './to-header-param.ts';

const noParams: readonly unknown[] = [];

/** The arguments of a handler after the call context. Throws why what the client sent can't be them. */
export function readParams(call: Call, method: Method): readonly unknown[] {
    if (method.kind === 'rawHook') return noParams;
    if (method.headerName !== undefined) return readHeaderParams(call, method, method.headerName);
    const params = getOwn(call.context.request.body, method.id) ?? noParams;
    if (Array.isArray(params)) return toArguments(call, method, params);
    throw createParamsError(method, 'an array', params);
}

function readHeaderParams(call: Call, method: Method, headerName: string): readonly unknown[] {
    const codec = method.codec.params;
    if (codec === undefined) return noParams;
    const text = call.source.headers.getText(headerName);
    if (text === undefined) {
        if (codec.isWire(noParams, createBudget(call))) return noParams;
        throw createRequestError(headerName === 'authorization' ? 401 : 400, `The header '${headerName}' is required.`);
    }
    for (const kind of method.compiled.headerKinds ?? []) {
        const param = toHeaderParam(text, kind);
        if (param !== undefined && codec.isWire([param], createBudget(call))) return toArguments(call, method, [param]);
    }
    throw createMisfitError(call, method, [text]);
}

function toArguments(call: Call, method: Method, params: readonly unknown[]): readonly unknown[] {
    const codec = method.codec.params;
    if (codec === undefined) {
        if (params.length === 0) return noParams;
        throw createParamsError(method, 'at most 0', params);
    }
    if (codec.isStrict !== undefined && call.context.router.options.unknownProperties === 'reject')
        checkStrictly(call, method, params);
    else if (method.validates && !codec.isWire(params, createBudget(call))) throw createMisfitError(call, method, params);
    if (!method.serializes || codec.decode === undefined) return params;
    try {
        return codec.decode(params, createBudget(call));
    } catch {
        // Not validated, and not what the type can be built from.
        throw createMisfitError(call, method, params);
    }
}

function checkStrictly(call: Call, method: Method, params: readonly unknown[]): void {
    const codec = method.codec.params;
    if (method.validates) {
        if (codec?.isStrict?.(params, createBudget(call))) return;
        if (!codec?.isWire(params, createBudget(call))) throw createMisfitError(call, method, params);
    }
    const issues = listIssues(call, method, params, true);
    if (issues.length > 0) throw createValidationError(method, issues);
}

function listIssues(
    call: Call,
    {id, listIssues}: Method,
    params: readonly unknown[],
    strict = false,
): readonly ValidationIssue[] {
    return listIssues?.(id, params, {budget: createBudget(call), strict}) ?? [];
}

function createMisfitError(call: Call, method: Method, params: readonly unknown[]): RpcError {
    const issues = listIssues(call, method, params);
    if (issues.length > 0) return createValidationError(method, issues);
    // The rules take other steps than the code, which had used up its own.
    return createParamsError(method, 'params that take fewer steps to check', params);
}

function createParamsError(method: Method, expected: string, params: unknown): RpcError {
    return createValidationError(method, [{path: 'params', expected, received: describeReceived(params)}]);
}

function createValidationError({id}: Method, errors: readonly ValidationIssue[]): RpcError {
    const message = `The params of '${id}' don't fit their types.`;
    return createRequestError(400, message, {name: 'Validation Error', errorData: {errors}});
}
