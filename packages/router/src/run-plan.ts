import {isRpcError} from '@mionkit/core';
import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import type {Method} from './method.ts';
import {noResult} from './no-result.ts';
import {readParams} from './read-params.ts';
import {settle} from './settle.ts';
import {toRpcError} from './to-rpc-error.ts';
import {writeResult} from './write-result.ts';

/** Runs the steps of a call, and completes its response. Synchronous until a handler isn't. */
export function runPlan(call: Call): AdapterResponse | Promise<AdapterResponse> {
    const {steps} = call.plan;
    for (let at = 0; at < steps.length; at++) {
        const method = steps[at] as Method;
        const result = runMethod(call, method);
        if (isThenable(result)) return continuePlan(call, at, result);
        takeResult(call, method, result);
    }
    return call.finish();
}

async function continuePlan(call: Call, from: number, pending: PromiseLike<unknown>): Promise<AdapterResponse> {
    const {steps} = call.plan;
    let result: unknown = pending;
    for (let at = from; at < steps.length; at++) {
        const method = steps[at] as Method;
        if (at > from) result = runMethod(call, method);
        try {
            if (isThenable(result)) result = await settle(call, method, result);
        } catch (thrown) {
            result = toRpcError(thrown);
        }
        takeResult(call, method, result);
    }
    return call.finish();
}

// Returning an error and throwing it are the same, so what is thrown is returned.
function runMethod(call: Call, method: Method): unknown {
    const hadErrors = call.hasErrors;
    if (hadErrors && !method.runOnError) return noResult;
    let params: readonly unknown[];
    try {
        params = readParams(call, method);
    } catch (thrown) {
        if (!hadErrors) return toRpcError(thrown);
        // What the client got wrong first may be why this hook's params are missing.
        call.noteError(toRpcError(thrown));
        return noResult;
    }
    try {
        return invoke(call, method, params);
    } catch (thrown) {
        return toRpcError(thrown);
    }
}

function invoke({context, source}: Call, {kind, handler}: Method, params: readonly unknown[]): unknown {
    if (kind === 'rawHook') return handler(context, source.rawRequest, source.rawResponse, context.router.options);
    return params.length === 1 ? handler(context, params[0]) : handler(context, ...params);
}

function takeResult(call: Call, method: Method, result: unknown): void {
    if (result === noResult) return;
    try {
        if (isRpcError(result)) call.addError(method.errorKey, result, method);
        else writeResult(call, method, result);
    } catch (thrown) {
        call.addError(method.errorKey, toRpcError(thrown), method);
    }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
    try {
        return typeof value === 'object' && value !== null && typeof (value as {then?: unknown}).then === 'function';
    } catch {
        // A getter threw: writing the result throws too, where the error finds its place.
        return false;
    }
}
