import type {MethodMetadata, TypeModel} from '@mionkit/core';
import {createInvalidResponseError} from './client-errors.ts';
import type {ClientOptions} from './client-options.ts';
import {prepareMethod} from './method-codec.ts';
import {getMethod, type MethodsById} from './method-store.ts';
import {readResponse} from './read-response.ts';
import {readValues} from './read-values.ts';
import type {Answer} from './run-call.ts';
import {type ClientRequest, openRequest, readWhole} from './send-request.ts';

/** Calls a route that streams. The stream is its value, to be read by whoever called: bytes as they come, or values, decoded. */
export async function exchangeStream(request: ClientRequest, methods: MethodsById, options: ClientOptions): Promise<Answer> {
    const response = await openRequest(request, options);
    const route = getMethod(methods, request.id);
    const {status, headers, body} = response;
    if (body === null || !isStream(response, route.returns)) {
        const whole = await readWhole(request, response);
        const answer = readResponse(request.id, whole);
        if (!answer.error) throw createInvalidResponseError(request.id, whole);
        return {methods, response: whole, ...answer};
    }
    const items = getItems(route.returns);
    const head = {status, headers, text: ''};
    const stream = items ? readValues(body, {request, methods, response: head, item: await toItem(route, items)}) : body;
    return {methods, response: head, values: new Map([[request.id, stream]]), error: undefined};
}

// Errors come before a stream, as an ordinary answer. Bytes have the type that the server gives them.
function isStream({ok, headers}: Response, returns: TypeModel): boolean {
    return ok && (!getItems(returns) || /^text\/event-stream\b/i.test(headers.get('content-type') ?? ''));
}

function getItems(returns: TypeModel): TypeModel | undefined {
    return returns.kind === 'stream' ? returns.items : undefined;
}

/** What one value of a stream is decoded by. */
async function toItem(route: MethodMetadata, returns: TypeModel): Promise<MethodMetadata> {
    const item = {...route, returns};
    await prepareMethod(item);
    return item;
}
