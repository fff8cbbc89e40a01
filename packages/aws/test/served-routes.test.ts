import {describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {createRouter, type Routes} from '@mionkit/router';
import {createLambdaHandler, getSourceIp, type LambdaContext, type LambdaEvent} from '../src/index.ts';
import {loadEvent} from './load-event.ts';

const routes = {
    caller: {
        rawHook: (ctx, event: LambdaEvent, context: LambdaContext) => {
            ctx.shared.caller = `${getSourceIp(event)} ${context.awsRequestId}`;
        },
    },
    authorization: {headerName: 'authorization', hook: (_ctx, token?: string): string | undefined => token},
    utils: {
        sum: (_ctx, a: number, b: number): number => a + b,
        now: {readOnly: true, route: (_ctx): Date => new Date('2026-03-01T09:15:00Z')},
        whoCalls: {readOnly: true, route: (ctx): string => ctx.shared.caller},
        cookies: (ctx): string => {
            ctx.response.headers.append('set-cookie', ['a=1', 'b=2']);
            return String(ctx.request.headers.get('cookie'));
        },
        untilAborted: async (ctx): Promise<string> => {
            await new Promise((resolve) => ctx.signal.addEventListener('abort', resolve));
            throw ctx.signal.reason;
        },
        answersLate: async (ctx): Promise<string> => {
            await new Promise((resolve) => ctx.signal.addEventListener('abort', resolve));
            return ctx.signal.reason instanceof RpcError ? 'stopped' : 'ended';
        },
    },
    status: {
        runOnError: true,
        hook: (ctx): void => ctx.response.headers.set('x-status', String(ctx.response.statusCode)),
    },
} satisfies Routes;

const router = createRouter({prefix: 'api/v1'});
router.registerRoutes(routes);
const handler = createLambdaHandler(router, {deadlineMarginMs: 40});

const context = {awsRequestId: 'request-1', getRemainingTimeInMillis: () => 50} as LambdaContext;
const call = async (event: object) => {
    const result = await handler(event as LambdaEvent, context);
    return {...result, json: result.body === '' ? undefined : JSON.parse(result.body)};
};
const httpApi = (path: string) => ({...loadEvent('http-api'), rawPath: `/api/v1/${path}`, body: '[]'});

describe('routes on Lambda', () => {
    test.each(['rest-api', 'http-api', 'http-api-stage', 'function-url', 'alb', 'alb-multi-value', 'lattice-v1', 'lattice-v2'])(
        'answer POST from %s',
        async (name) => expect(await call(loadEvent(name))).toMatchObject({statusCode: 200, json: {'utils/sum': 5}}),
    );

    test.each(['rest-api-console', 'http-api-get', 'alb-health-check', 'lattice-v2-get'])('answer GET from %s', async (name) => {
        expect(await call(loadEvent(name))).toMatchObject({statusCode: 200, json: {'utils/now': '2026-03-01T09:15:00.000Z'}});
    });

    test('answer HEAD', async () => {
        const result = await call({...loadEvent('rest-api-console'), httpMethod: 'HEAD'});
        expect(result).toMatchObject({statusCode: 200, body: '', headers: {'content-length': '40', 'x-status': '200'}});
    });

    test('answer an unknown path, and log it', async () => {
        expect(await call(httpApi('utils/product'))).toMatchObject({
            statusCode: 404,
            headers: {'x-status': '404'},
            json: {'@errors': {'@request': {name: 'Not Found'}}},
        });
    });

    test('know who calls from raw hooks', async () => {
        expect((await call(httpApi('utils/whoCalls'))).json).toEqual({'utils/whoCalls': '203.0.113.7 request-1'});
    });

    test('take and give cookies', async () => {
        const result = await call(httpApi('utils/cookies'));
        expect(result).toMatchObject({cookies: ['a=1', 'b=2'], json: {'utils/cookies': 'theme=dark; lang=en'}});
    });

    test('refuse two authorization headers', async () => {
        const event = {
            ...loadEvent('rest-api'),
            multiValueHeaders: {Authorization: ['one', 'two'], 'Content-Type': ['application/json']},
        };
        expect(await call(event)).toMatchObject({statusCode: 400});
    });

    test.each([
        {what: 'text', over: {body: `[${' '.repeat(262_144)}]`}},
        {what: 'base64', over: {body: Buffer.alloc(262_145).toString('base64'), isBase64Encoded: true}},
    ])('refuse a body of too much $what', async ({over}) => {
        const result = await call({...httpApi('utils/sum'), ...over});
        expect(result).toMatchObject({
            statusCode: 413,
            headers: {'x-status': '413'},
            json: {'@errors': {'@request': {name: 'Payload Too Large'}}},
        });
    });
});

describe('the deadline', () => {
    test('is the reason of ctx.signal, and its error is the answer of a route that throws it', async () => {
        expect(await call(httpApi('utils/untilAborted'))).toMatchObject({
            statusCode: 504,
            json: {'@errors': {'utils/untilAborted': {name: 'Gateway Timeout', statusCode: 504}}},
        });
    });

    test('leaves time for a route to end by itself', async () => {
        expect(await call(httpApi('utils/answersLate'))).toMatchObject({statusCode: 200, json: {'utils/answersLate': 'stopped'}});
    });
});
