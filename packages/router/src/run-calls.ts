import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import type {MethodTable} from './method-table.ts';
import {checkHead, parseBody} from './read-request.ts';
import {createInvalidBodyError} from './request-errors.ts';
import type {JsonParser} from './router-options.ts';
import {runCall} from './run-call.ts';
import {runPlan} from './run-plan.ts';

/** Runs the calls of one request, each through its whole plan as if it had come alone. */
export async function runCalls(call: Call, table: MethodTable): Promise<AdapterResponse> {
    const bodies = call.hasErrors ? undefined : call.attempt(readCalls);
    if (bodies === undefined) return runPlan(call);
    const {headers} = call.context.response;
    const responses = await Promise.all(bodies.map((body) => runCall(createCall(call, table, body))));
    // The calls share one response: what they set alike is taken from the first, cookies from all.
    for (const response of responses)
        for (const [name, value] of response.headers.entries())
            if (name === 'set-cookie' || !headers.has(name)) headers.append(name, value);
    return call.finish(`{"@results":[${responses.map(writeOne)}]}`);
}

function readCalls(call: Call): readonly unknown[] {
    checkHead(call);
    const calls = getOwn(parseBody(call), '@calls');
    const {maxCallsPerRequest} = call.context.router.options;
    if (!Array.isArray(calls)) throw createInvalidBodyError('The request body has no array of calls under `@calls`.');
    if (calls.length > maxCallsPerRequest) throw createInvalidBodyError(`The request has more than ${maxCallsPerRequest} calls.`);
    return calls;
}

function createCall({source, context}: Call, table: MethodTable, body: unknown): Call {
    const {router, path} = context;
    const ids = typeof body === 'object' && body !== null ? Object.keys(body).filter((id) => table.hasRoute(id)) : [];
    const own = {
        method: 'POST',
        headers: source.headers,
        rawBody: '',
        error: createInvalidBodyError('Each call holds the params of exactly one route, by its id.'),
        adapter: source.adapter,
        rawRequest: source.rawRequest,
        rawResponse: source.rawResponse,
        onAbort: (listener: (reason?: unknown) => void) => source.onAbort?.(listener),
    };
    if (ids.length !== 1) return new Call(router, table, path, own);
    const call = {...own, ...writeBody(body, router.options.bodyParser)};
    return refuseStream(new Call(router, table, table.toPath(ids[0] as string), call));
}

function refuseStream(call: Call): Call {
    const {route} = call.plan;
    if (route?.codec.stream !== undefined)
        call.addError(route.id, createInvalidBodyError('This route streams, so it is called alone.'));
    return call;
}

// A call can nest deeper than the stack on which it is written.
function writeBody(body: unknown, parser: JsonParser): Pick<AdapterRequest, 'rawBody' | 'error'> {
    try {
        return {rawBody: parser.stringify(body), error: undefined};
    } catch {
        return {rawBody: '', error: createInvalidBodyError('The call nests too deep.')};
    }
}

function writeOne({statusCode, rawBody}: AdapterResponse): string {
    return `{"@status":${statusCode}${rawBody === '{}' ? '' : ','}${rawBody.slice(1)}`;
}
