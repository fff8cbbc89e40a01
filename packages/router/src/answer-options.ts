import {StatusCodes} from '@mionkit/core';
import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import {addPreflightHeaders, isPreflight} from './cors.ts';
import {getAllowedMethods} from './plan.ts';

/** Answers a question about what a path allows, before any hook runs. `undefined` when it is none that the router answers. */
export function answerOptions({plan, source, context}: Call): AdapterResponse | undefined {
    const {cors} = context.router.options;
    const {response} = context;
    if (source.method !== 'OPTIONS') return undefined;
    if (cors !== undefined && isPreflight(source.headers)) addPreflightHeaders(cors, plan, source.headers, response.headers);
    else if (plan.route !== undefined) response.headers.set('allow', `${getAllowedMethods(plan)}, OPTIONS`);
    else return undefined;
    response.headers.delete('content-type');
    response.statusCode = StatusCodes.NO_CONTENT;
    return response;
}
