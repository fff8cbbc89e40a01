import type {MethodMetadata, RpcError, ValidationIssue} from '@mionkit/core';
import {explainParams, explainValue} from '@mionkit/reflection/explain';
import {createError} from './client-errors.ts';

/** The error for params that don't fit: the same that the server answers with. */
export function createParamsError(method: MethodMetadata, values: readonly unknown[]): RpcError {
    return createValidationError(method, explainParams(method.params, values, method));
}

/** The error for a text that can't be sent in a header. */
export function createHeaderTextError(hook: MethodMetadata, {length}: string): RpcError {
    const path = hook.params[0]?.name ?? '';
    const expected = 'visible ASCII, to be sent in a header';
    return createValidationError(hook, [{path, expected, received: `a string of ${length} characters`}]);
}

function createValidationError({id}: MethodMetadata, errors: readonly ValidationIssue[]): RpcError {
    return createError(400, 'Validation Error', `The params of '${id}' don't fit their types.`, {errorData: {errors}});
}

/** The error for a hook that the route needs and that was not passed, with the status and name that the server answers with. */
export function createMissingHookError({id, headerName}: MethodMetadata): RpcError {
    const [status, name] = headerName?.toLowerCase() === 'authorization' ? [401, 'Unauthorized'] : [400, 'Bad Request'];
    const message = `Pass hooks.${id.replaceAll('/', '.')}(…) to the call, or to client.setHooks for all calls.`;
    return createError(status, name, message);
}

/** What is wrong with a result. */
export function createResultError({returns, definitions}: MethodMetadata, value: unknown): TypeError {
    return explainValue(returns, value, {definitions, wire: true});
}
