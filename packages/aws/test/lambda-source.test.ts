import {describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, type Routes} from '@mionkit/router';
import {createLambdaHandler, getLambdaContext, getLambdaEvent, type LambdaContext} from '../src/index.ts';
import {loadEvent} from './load-event.ts';

let seen: unknown[] = [];

const routes = {
    fail: {
        hook: (ctx: CallContext): void => void seen.push(getLambdaEvent(ctx), getLambdaContext(ctx)),
        runOnError: true,
    },
    look: (ctx): string[] => {
        seen.push(getLambdaEvent(ctx), getLambdaContext(ctx));
        return [getLambdaContext(ctx)?.awsRequestId ?? 'none', typeof getLambdaEvent(ctx)];
    },
    large: (): string => 'x'.repeat(7e6),
} satisfies Routes;
const router = createRouter({maxCallsPerRequest: 3});
router.registerRoutes(routes);

const context = {awsRequestId: 'request-1'} as LambdaContext;
function toEvent(path: string, body = '') {
    return {...loadEvent('http-api'), rawPath: path, body, isBase64Encoded: false} as ReturnType<typeof loadEvent>;
}

describe('routes and hooks get the event and the context of their invocation', () => {
    test.each([
        {what: 'a call', path: '/look', body: '', times: 2},
        {what: 'several calls in one request', path: '/mion/calls', body: '{"@calls":[{"look":[]},{"look":[]}]}', times: 4},
        {what: 'a call of an unknown path', path: '/nothing', body: '', times: 1},
        {what: 'a result that is too large, which the hooks see once more', path: '/large', body: '', times: 2},
    ])('$what', async ({path, body, times}) => {
        seen = [];
        const event = toEvent(path, body);
        await createLambdaHandler(router)(event, context);
        expect(seen).toHaveLength(2 * times);
        expect(new Set(seen)).toEqual(new Set([event, context]));
        expect(seen[0]).toBe(event);
    });

    test('typed, and `undefined` where there is none', async () => {
        const {body} = await createLambdaHandler(router)(toEvent('/look'), context);
        expect(JSON.parse(body)).toEqual({look: ['request-1', 'object']});
        const {body: without} = await createLambdaHandler(router)(toEvent('/look'));
        expect(JSON.parse(without)).toEqual({look: ['none', 'object']});
    });

    test('nothing where another adapter serves the routes', async () => {
        seen = [];
        const headers = (await import('@mionkit/core')).toHeaderList({'content-type': 'application/json'});
        const source = {rawRequest: toEvent('/look'), rawResponse: context};
        await router.dispatch('/look', {method: 'POST', headers, rawBody: '', ...source});
        await router.dispatch('/look', {method: 'POST', headers, rawBody: '', adapter: 'node', ...source});
        expect(new Set(seen)).toEqual(new Set([undefined]));
    });
});
