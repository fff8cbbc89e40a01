import type {AdapterResponse} from './adapter-response.ts';
import type {Call} from './call.ts';
import {addCorsHeaders} from './cors.ts';

/** Answers a question about what a path allows, before any hook runs. `undefined` when it is none that the router answers. */
export function answerOptions(call: Call): AdapterResponse | undefined {
    const {plan, source, context} = call;
    const {response, router} = context;
    const {headers} = source;
    const {cors} = router.options;
    if (cors !== undefined && headers.has('origin') && headers.has('access-control-request-method'))
        addCorsHeaders(call, cors, {isPreflight: true});
    else if (plan.route !== undefined) response.headers.set('allow', `${plan.allowed}, OPTIONS`);
    else return undefined;
    response.headers.delete('content-type');
    response.statusCode = 204;
    return response;
}
