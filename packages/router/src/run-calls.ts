import {type HeaderList, isRpcError, type RpcError} from '@mionkit/core';
import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import {getOwn} from './get-own.ts';
import {REQUEST_KEY} from './method.ts';
import type {MethodTable} from './method-table.ts';
import {findHeadError, parseBody} from './read-request.ts';
import {createInvalidBodyError} from './request-errors.ts';
import type {JsonParser} from './router-options.ts';
import {runCall} from './run-call.ts';
import {runPlan} from './run-plan.ts';
import {startCall} from './start-call.ts';

/** Runs the calls of one request, each through its whole plan as if it had come alone. */
export async function runCalls(call: Call, table: MethodTable): Promise<AdapterResponse> {
    const bodies = call.hasErrors ? undefined : readCalls(call);
    if (!Array.isArray(bodies)) {
        if (bodies !== undefined) call.addError(REQUEST_KEY, bodies as RpcError);
        return runPlan(call);
    }
    const responses = await Promise.all(bodies.map((body) => runOne(call, table, body)));
    for (const {headers} of responses) copyHeaders(headers, call.context.response.headers);
    return call.finish(`{"@results":[${responses.map(writeOne).join(',')}]}`);
}

function readCalls(call: Call): readonly unknown[] | RpcError {
    const headError = findHeadError(call);
    if (headError !== undefined) return headError;
    const body = parseBody(call);
    if (isRpcError(body)) return body;
    const calls = isRecord(body) ? getOwn(body, '@calls') : undefined;
    const {maxCallsPerRequest} = call.context.router.options;
    if (!Array.isArray(calls)) return createInvalidBodyError('The request body has no array of calls under `@calls`.');
    if (calls.length > maxCallsPerRequest)
        return createInvalidBodyError(`The request has more than ${maxCallsPerRequest} calls.`);
    return calls;
}

function runOne({source, context}: Call, table: MethodTable, body: unknown): AdapterResponse | Promise<AdapterResponse> {
    const {router, path} = context;
    const routePath = findRoutePath(body, table);
    const rawBody = routePath === undefined ? undefined : writeBody(body, router.options.bodyParser);
    const {headers, rawRequest, rawResponse} = source;
    const own = startCall(router, table, routePath ?? path, {
        method: 'POST',
        headers,
        rawBody: rawBody ?? '',
        error: rawBody === undefined ? createInvalidBodyError(describeProblem(routePath)) : undefined,
        rawRequest,
        rawResponse,
        onAbort: (listener) => source.onAbort?.(listener),
    });
    const {route} = own.plan;
    if (route?.codec?.stream !== undefined)
        own.addError(route.id, createInvalidBodyError('This route streams, so it is called alone.'));
    return runCall(own);
}

// A call can nest deeper than the stack on which it would be written.
function writeBody(body: unknown, parser: JsonParser): string | undefined {
    try {
        return parser.stringify(body);
    } catch {
        return undefined;
    }
}

function describeProblem(routePath: string | undefined): string {
    return routePath === undefined ? 'Each call holds the params of exactly one route, by its id.' : 'The call nests too deep.';
}

function findRoutePath(body: unknown, table: MethodTable): string | undefined {
    const paths = isRecord(body) ? Object.keys(body).flatMap((id) => table.getPath(id) ?? []) : [];
    return paths.length === 1 ? paths[0] : undefined;
}

function writeOne({statusCode, rawBody}: AdapterResponse): string {
    return `{"@status":${statusCode}${rawBody === '{}' ? '' : ','}${rawBody.slice(1)}`;
}

// The calls share one response: what they set alike is taken from the first, cookies from all.
function copyHeaders(from: HeaderList, to: HeaderList): void {
    for (const [name, value] of from.entries()) if (name === 'set-cookie' || !to.has(name)) to.append(name, value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
