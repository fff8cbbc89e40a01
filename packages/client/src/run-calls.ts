import type {CallOptions} from './call-options.ts';
import {createInvalidResponseError, createNoBatchError} from './client-errors.ts';
import type {ClientState} from './client-state.ts';
import {createSignal, orAborted} from './create-signal.ts';
import {type ResponseBody, readBody, readResponse} from './read-response.ts';
import {
    type Answer,
    type AnyResult,
    type CallInput,
    createFailure,
    createHeaders,
    isStale,
    readAnswer,
    runCall,
} from './run-call.ts';
import {type ClientResponse, sendRequest} from './send-request.ts';
import {toRpcError} from './to-rpc-error.ts';
import {type RequestInput, writeRequest} from './write-request.ts';

const id = 'mion/calls';

/** Calls several routes in one request. Never rejects: whatever goes wrong is the error of the results. */
export async function runCalls(
    inputs: readonly CallInput[],
    state: ClientState,
    options: CallOptions,
): Promise<readonly AnyResult[]> {
    try {
        return await sendCalls(inputs, state, options);
    } catch (error) {
        return inputs.map(() => createFailure(id, error));
    }
}

async function sendCalls(inputs: readonly CallInput[], state: ClientState, options: CallOptions): Promise<readonly AnyResult[]> {
    const signal = createSignal({...state.options, ...options});
    const ids = inputs.flatMap((input) => [input.id, ...input.hooks.map((hook) => hook.id)]);
    const methods = await orAborted(id, state.store.load(ids), signal);
    const headers = createHeaders(state.options, options);
    const parts = await Promise.all(
        inputs.map(async (input) => ({
            input,
            ...(await writePart({...input, methods, defaultHooks: state.defaultHooks}, headers)),
        })),
    );
    const bodies = parts.flatMap(({body}) => body ?? []);
    if (bodies.length === 0) return parts.map(({failure}) => failure as AnyResult);
    const response = await sendRequest({id, headers, body: `{"@calls":[${bodies.join()}]}`, signal}, state.options);
    // One for each body, in their order.
    const answers = readAnswers(response, bodies.length);
    const finish = (input: CallInput) => finishCall(input, {...(answers.shift() as ResponseBody), methods, response}, state);
    return Promise.all(parts.map(({input, failure}) => failure ?? finish(input)));
}

/** The body of one call, or why it can't be sent. */
async function writePart(input: RequestInput, headers: Headers): Promise<{readonly body?: string; readonly failure?: AnyResult}> {
    try {
        return {body: await writeRequest(input, headers)};
    } catch (error) {
        return {failure: createFailure(input.id, error)};
    }
}

function readAnswers(response: ClientResponse, count: number): ResponseBody[] {
    const {values, error} = readResponse(id, response);
    if (error?.[0] === '@request' && response.status === 404) throw createNoBatchError();
    if (error) throw toRpcError(error[1]);
    const results = Array.from(Object(values.get('@results')), readBody).filter((body) => body !== undefined);
    if (results.length !== count) throw createInvalidResponseError(id, response);
    return results;
}

async function finishCall(input: CallInput, answer: Answer, state: ClientState): Promise<AnyResult> {
    if (isStale(answer) && !state.options.metadata) {
        state.store.forget(answer.methods);
        return runCall(input, state);
    }
    try {
        return await readAnswer(answer, input);
    } catch (error) {
        return createFailure(input.id, error);
    }
}
