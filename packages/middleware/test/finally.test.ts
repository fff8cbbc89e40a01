import {describe, expect, jest, test} from '@jest/globals';
import {type MiddlewareOptions, type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, outcomeOf, respond, tracer} from './trace.ts';

const broken = new Error('broken');

test('a finally runs only where the before of its middleware was reached, and always where there is none', async () => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const {before: _, ...withoutBefore} = traced('no before');
    const run = middleware(() => 'handled').use([traced('1'), traced('2', {before: () => 'early'}), traced('3'), withoutBefore]);
    await run();
    expect(trace).toEqual(['1:before', '2:before', 'no before:finally', '2:finally', '1:finally']);
});

test('it runs for a before that throws, since that may have opened something', async () => {
    const trace: string[] = [];
    const run = middleware(() => 'handled').use(tracer(trace)('1', {before: () => fail(broken)}));
    await outcomeOf(run());
    expect(trace).toEqual(['1:before', '1:onError', '1:finally']);
});

describe.each([
    ['is handled', () => 'handled', {response: 'handled'}],
    ['fails', () => fail(broken), {error: broken}],
])('where the invocation %s', (_, handler, outcome) => {
    test.each([
        ['throws', () => fail('cleanup failed')],
        ['rejects', async () => fail('cleanup failed')],
    ])('a finally that %s is reported, the others run, and the result stands', async (_, cleanup) => {
        const trace: string[] = [];
        const reported: unknown[] = [];
        const run = middleware(handler, {onFinallyError: (error) => reported.push(error)})
            .finally(() => void trace.push('last'))
            .finally(cleanup);
        expect(await outcomeOf(run())).toEqual(outcome);
        expect(trace).toEqual(['last']);
        expect(reported).toEqual(['cleanup failed']);
    });
});

test('without `onFinallyError` the error is printed', async () => {
    const print = jest.spyOn(console, 'error').mockImplementation(() => {});
    await middleware(() => 'handled').finally(() => fail(broken))();
    expect(print.mock.calls[0]?.[0]).toBe(broken);
    print.mockRestore();
});

test('an `onFinallyError` that throws changes nothing either', async () => {
    const options: MiddlewareOptions = {onFinallyError: () => fail('reporting failed')};
    expect(await middleware(() => 'handled', options).finally(() => fail(broken))()).toBe('handled');
});

test('what it returns is not the response, what it does to the response is', async () => {
    const run = middleware(() => ({statusCode: 200})).finally((request) => {
        Object.assign(request, {response: {...request.response, headers: {'x-id': '1'}}});
        return 'ignored';
    });
    expect(await run()).toEqual({statusCode: 200, headers: {'x-id': '1'}});
});

test('a response that it sets does not hide an error', async () => {
    expect(await outcomeOf(middleware(() => fail(broken)).finally(respond('hidden'))())).toEqual({error: broken});
});

describe('headers that every response must have', () => {
    const withHeaders = (request: MiddlewareRequest) => {
        if (request.response) request.response.headers = {...request.response.headers, 'access-control-allow-origin': '*'};
    };
    const writers = {
        finally: {finally: withHeaders},
        around: {
            around: async (request: MiddlewareRequest, next: () => Promise<unknown>) => {
                await next();
                withHeaders(request);
            },
        },
    };
    const stacks = {
        'a result': {handler: () => ({statusCode: 200})},
        'an early return': {before: () => ({statusCode: 401})},
        'an error response': {handler: () => fail(broken), onError: respond({statusCode: 500})},
        'an error response of a before': {before: () => fail(broken), onError: () => ({statusCode: 500})},
        'an early timeout': {before: () => new Promise(() => {})},
    };
    const cases = Object.keys(writers).flatMap((writer) =>
        Object.keys(stacks).flatMap((stack) => ['first', 'last'].map((order) => [writer, order, stack] as const)),
    );

    test.each(cases)('written in `%s`, attached %s, reach %s', async (writer, order, name) => {
        const {handler = () => 'not reached', ...others} = stacks[name as keyof typeof stacks] as {handler?: () => unknown};
        const added = writers[writer as keyof typeof writers];
        const run = middleware(handler, {timeoutEarlyInMillis: 1, timeoutEarlyResponse: () => ({statusCode: 504})});
        const other = {onError: () => undefined, ...others};
        run.use(order === 'first' ? [added, other] : [other, added]);
        const response = await Reflect.apply(run, undefined, [{}, {getRemainingTimeInMillis: () => 2}]);
        expect(response).toMatchObject({statusCode: expect.any(Number), headers: {'access-control-allow-origin': '*'}});
    });
});
