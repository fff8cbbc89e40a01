import type {RpcError, ValidationBudget, ValidationIssue} from '@mionkit/core';
import {describeReceived} from '@mionkit/core/wire';
import type {Call} from './call.ts';
import {createBudget} from './create-budget.ts';
import {getOwn} from './get-own.ts';
import type {Step} from './method.ts';
import {createMissingHeaderError, createValidationError} from './request-errors.ts';
import {toHeaderParam} from './to-header-param.ts';

const noParams: readonly unknown[] = [];
const noIssues: readonly ValidationIssue[] = [];

/** The arguments of a handler after the call context, or why what the client sent can't be them. */
export function readParams(call: Call, step: Step): readonly unknown[] | RpcError {
    if (step.kind === 'rawHook') return noParams;
    if (step.headerName !== undefined) return readHeaderParams(call, step, step.headerName);
    const params = getOwn(call.context.request.body, step.id) ?? noParams;
    if (Array.isArray(params)) return toArguments(call, step, params);
    return createValidationError(step.id, [{path: 'params', expected: 'an array', received: describeReceived(params)}]);
}

function readHeaderParams(call: Call, step: Step, headerName: string): readonly unknown[] | RpcError {
    const codec = step.codec.params;
    if (codec === undefined) return noParams;
    const text = call.source.headers.getText(headerName);
    if (text === undefined)
        return codec.isWire(noParams, createParamsBudget(call)) ? noParams : createMissingHeaderError(headerName);
    for (const kind of step.compiled.headerKinds ?? []) {
        const param = toHeaderParam(text, kind);
        if (param !== undefined && codec.isWire([param], createParamsBudget(call))) return toArguments(call, step, [param]);
    }
    return createMisfitError(call, step, [text]);
}

function toArguments(call: Call, step: Step, params: readonly unknown[]): readonly unknown[] | RpcError {
    const codec = step.codec.params;
    if (codec === undefined) return params.length === 0 ? noParams : createNoParamsError(step, params);
    if (step.validates && !codec.isWire(params, createParamsBudget(call))) return createMisfitError(call, step, params);
    const undeclared = codec.isDeclared === undefined ? noIssues : listUndeclared(call, step, params);
    if (undeclared.length > 0) return createValidationError(step.id, undeclared);
    if (!step.serializes || codec.decode === undefined) return params;
    try {
        return codec.decode(params, createParamsBudget(call));
    } catch {
        // Not validated, and not what the type can be built from.
        return createMisfitError(call, step, params);
    }
}

function listUndeclared(call: Call, step: Step, params: readonly unknown[]): readonly ValidationIssue[] {
    if (call.context.router.options.unknownProperties !== 'reject') return noIssues;
    // The code's answer holds for params that fit.
    if (step.validates && step.codec.params?.isDeclared?.(params, createParamsBudget(call))) return noIssues;
    return listIssues(call, step, {params, strict: true});
}

function listIssues(
    call: Call,
    {id, listIssues}: Step,
    {params, strict = false}: {readonly params: readonly unknown[]; readonly strict?: boolean},
): readonly ValidationIssue[] {
    return listIssues?.(id, params, {budget: createParamsBudget(call), strict}) ?? noIssues;
}

function createMisfitError(call: Call, step: Step, params: readonly unknown[]): RpcError {
    return createValidationError(step.id, listIssues(call, step, {params}));
}

function createNoParamsError({id}: Step, params: readonly unknown[]): RpcError {
    return createValidationError(id, [{path: 'params', expected: 'at most 0', received: describeReceived(params)}]);
}

function createParamsBudget({source, context}: Call): ValidationBudget {
    return createBudget(context.router.options, source.rawBody.length);
}
