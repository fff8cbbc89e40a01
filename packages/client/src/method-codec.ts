import type {MethodMetadata, ValidationIssue} from '@mionkit/core';
import {createInterpreterFor, type Interpreter, jsonKinds, needsAllKinds} from '@mionkit/reflection/client';

// One for each method, because it keeps what it has worked out.
const interpreters = new WeakMap<MethodMetadata, Interpreter>();

/** Gets ready to handle the values of a method. What only rare types need is loaded with the first method that has one. */
export async function prepareMethod(method: MethodMetadata): Promise<void> {
    if (interpreters.has(method)) return;
    const kinds = needsAllKinds(method) ? (await import('@mionkit/reflection/all-kinds')).allKinds : jsonKinds;
    interpreters.set(method, createInterpreterFor(kinds, method.definitions));
}

function getInterpreter(method: MethodMetadata): Interpreter {
    return interpreters.get(method) as Interpreter;
}

/** What is wrong with the params of a method. Empty when they fit. */
export function listParamIssues(method: MethodMetadata, params: readonly unknown[]): readonly ValidationIssue[] {
    return getInterpreter(method).listIssues(method.params, params);
}

/** The JSON text of params that fit. */
export function encodeParams(method: MethodMetadata, params: readonly unknown[]): string {
    return JSON.stringify(getInterpreter(method).encodeParams(method.params, params));
}

/** What a method returned, or `undefined` when nothing came. Throws on what its type can't be built from. */
export function decodeResult(method: MethodMetadata, value: unknown): unknown {
    // A stream has been opened already.
    if (value === undefined || method.returns.kind === 'stream') return value;
    return getInterpreter(method).decode(method.returns, value);
}

/** Whether a method may return nothing. */
export function mayReturnNothing(method: MethodMetadata): boolean {
    return getInterpreter(method).is(method.returns, undefined);
}

/** What a header hook returned: the first of the values that its header's text can stand for. */
export function decodeHeader(method: MethodMetadata, text: string | null): unknown {
    if (text === null) return undefined;
    const values = [text, Number(text), text === 'true', text.split(/, */)];
    return values.find((value) => getInterpreter(method).is(method.returns, value));
}

/** The data of an error that a method sent: by its type where the method declares one, as it came otherwise. */
export function decodeErrorData(method: MethodMetadata, name: string, errorData: unknown): unknown {
    const error = method.errors?.find((one) => one.name === name) ?? method.errors?.find((one) => one.name === undefined);
    try {
        return error?.errorData ? getInterpreter(method).decode(error.errorData, errorData) : errorData;
    } catch {
        return errorData;
    }
}
