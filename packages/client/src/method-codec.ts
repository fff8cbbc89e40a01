import type {MethodMetadata} from '@mionkit/core';
import {
    convertValue,
    createValueRun,
    isMisfit,
    isValue,
    jsonKinds,
    needsAllKinds,
    toTuple,
    type ValueKinds,
    type ValueRun,
} from '@mionkit/reflection/client';

const kindsOf = new WeakMap<MethodMetadata, ValueKinds>();

/** Gets ready to handle the values of a method. What only rare types need is loaded with the first method that has one. */
export async function prepareMethod(method: MethodMetadata): Promise<void> {
    if (kindsOf.has(method)) return;
    kindsOf.set(method, needsAllKinds(method) ? (await import('@mionkit/reflection/all-kinds')).allKinds : jsonKinds);
}

// Params are bounded as the server bounds them by default.
function startRun(method: MethodMetadata, live: boolean): ValueRun {
    return createValueRun(kindsOf.get(method) as ValueKinds, method.definitions ?? {}, {live, maxDepth: live ? 64 : 500});
}

/** Whether params fit. */
export function fitParams(method: MethodMetadata, params: readonly unknown[]): boolean {
    return isValue(...toTuple(method.params, params), startRun(method, true));
}

/** Rejects with the `RpcError` of params that don't fit. */
export async function assertParams(method: MethodMetadata, params: readonly unknown[]): Promise<void> {
    if (!fitParams(method, params)) throw (await import('./explain-misfit.ts')).createParamsError(method, params);
}

/** The JSON text of params that fit. */
export function encodeParams(method: MethodMetadata, params: readonly unknown[]): string {
    return JSON.stringify(convertValue(...toTuple(method.params, params), startRun(method, true)));
}

/** What a method returned, or `undefined` when nothing came. Rejects on what its type can't be built from. */
export async function decodeResult(method: MethodMetadata, value: unknown): Promise<unknown> {
    // A stream has been opened already.
    if (value === undefined || method.returns.kind === 'stream') return value;
    try {
        return convertValue(method.returns, value, startRun(method, false));
    } catch (error) {
        throw isMisfit(error) ? (await import('./explain-misfit.ts')).createResultError(method, value) : error;
    }
}

/** Whether what a method returns can be a live value: `undefined` where it may return nothing. */
export function isResult(method: MethodMetadata, value: unknown): boolean {
    return isValue(method.returns, value, startRun(method, true));
}

/** What a header hook returned: the first of the values that its header's text can stand for. */
export function decodeHeader(method: MethodMetadata, text: string | null): unknown {
    if (text === null) return undefined;
    return [text, Number(text), text === 'true', text.split(/, */)].find((value) => isResult(method, value));
}

/** The data of an error that a method sent: by its type where the method declares one, as it came otherwise. */
export function decodeErrorData(method: MethodMetadata, name: string, errorData: unknown): unknown {
    const error = method.errors?.find((one) => one.name === name) ?? method.errors?.find((one) => one.name === undefined);
    try {
        return error?.errorData ? convertValue(error.errorData, errorData, startRun(method, false)) : errorData;
    } catch {
        return errorData;
    }
}
