import {isRpcError, type MethodMetadata} from '@mionkit/core';
import type {CallOptions} from './call-options.ts';
import type {CallResult} from './call-result.ts';
import {createInvalidResponseError, createUnexpectedError} from './client-errors.ts';
import type {ClientOptions} from './client-options.ts';
import type {ClientState} from './client-state.ts';
import {createSignal, orAborted} from './create-signal.ts';
import type {HookCall} from './hook-call.ts';
import {decodeHeader, decodeResult, isResult} from './method-codec.ts';
import {getMethod, type MethodsById} from './method-store.ts';
import {type ResponseBody, readResponse} from './read-response.ts';
import {type ClientResponse, sendRequest} from './send-request.ts';
import {toRpcError} from './to-rpc-error.ts';
import {writeRequest} from './write-request.ts';

/** A route with its params, as it was called. */
export interface CallInput {
    readonly id: string;
    readonly params: readonly unknown[];
    readonly options: CallOptions;
    /** The hooks that were passed. */
    readonly hooks: readonly HookCall[];
}

/** How a call ended, at run time: its types are known to whoever called. */
export type AnyResult = CallResult<unknown, never>;

/** What a server answered, and the metadata that the request was made by. */
export interface Answer extends ResponseBody {
    readonly methods: MethodsById;
    readonly response: ClientResponse;
}

/** Calls a route. Never rejects: whatever goes wrong is the error of the result. */
export async function runCall(input: CallInput, state: ClientState): Promise<AnyResult> {
    try {
        return await readAnswer(await getAnswer(input, state), input);
    } catch (error) {
        return createFailure(input.id, error);
    }
}

async function getAnswer(input: CallInput, state: ClientState): Promise<Answer> {
    const signal = createSignal({...state.options, ...input.options});
    const answer = await exchange(input, state, signal);
    if (!isStale(answer) || state.options.metadata) return answer;
    state.store.forget(answer.methods);
    return exchange(input, state, signal);
}

async function exchange(input: CallInput, state: ClientState, signal: AbortSignal | undefined): Promise<Answer> {
    const {id, hooks} = input;
    const {options, store, defaultHooks} = state;
    const methods = await orAborted(id, store.load([id, ...hooks.map((hook) => hook.id)]), signal);
    const headers = createHeaders(options, input.options);
    const body = await writeRequest({...input, methods, defaultHooks}, headers);
    const request = {id, headers, body, signal};
    // Most programs call no route that streams.
    if (getMethod(methods, id).returns.kind === 'stream')
        return (await import('./exchange-stream.ts')).exchangeStream(request, methods, options);
    const response = await sendRequest(request, options);
    return {methods, response, ...readResponse(id, response)};
}

/** The headers of a request: the client's, and the call's, which win. */
export function createHeaders(options: ClientOptions, callOptions: CallOptions): Headers {
    const headers = new Headers(options.headers);
    for (const [name, value] of Object.entries(callOptions.headers ?? {})) headers.set(name, value);
    return headers;
}

/** The result of a call that something was thrown in. */
export function createFailure(id: string, error: unknown): AnyResult {
    return {error: isRpcError(error) ? error : createUnexpectedError(id, error), hooks: []};
}

/** Whether a server's types are newer than the metadata that a request was made by. */
export function isStale({error}: ResponseBody): boolean {
    return error?.[0] === '@request' && error[1].name === 'Stale Metadata';
}

/** The result of a call, decoded. Rejects with an `RpcError` on what its types can't be built from. */
export async function readAnswer(answer: Answer, {id, hooks}: CallInput): Promise<AnyResult> {
    const {methods, response, error} = answer;
    try {
        const results = await Promise.all(hooks.map((hook) => readHookResult(getMethod(methods, hook.id), answer)));
        if (error) return {error: toRpcError(error[1], methods.get(error[0])), hooks: results};
        return {data: await readData(getMethod(methods, id), answer), hooks: results};
    } catch (originalError) {
        throw createInvalidResponseError(id, response, originalError);
    }
}

async function readHookResult(hook: MethodMetadata, {values, response}: Answer): Promise<unknown> {
    return hook.headerName ? decodeHeader(hook, response.headers.get(hook.headerName)) : decodeResult(hook, values.get(hook.id));
}

async function readData(route: MethodMetadata, {values}: Answer): Promise<unknown> {
    const data = await decodeResult(route, values.get(route.id));
    if (data === undefined && !isResult(route, data)) throw new TypeError('no value');
    return data;
}
