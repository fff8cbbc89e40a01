import {describe, expect, test} from '@jest/globals';
import {type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, outcomeOf, respond, tracer} from './trace.ts';

const broken = new Error('broken');

describe.each(['before', 'handler', 'after'] as const)('an error in the %s', (where) => {
    test.each(['sync', 'async'])('(%s) empties the response and runs the onErrors', async (kind) => {
        const seen: unknown[] = [];
        const breaking = kind === 'async' ? async () => fail(broken) : () => fail(broken);
        const run = middleware(where === 'handler' ? breaking : () => 'handled')
            .use(where === 'handler' ? [] : {[where]: breaking})
            .onError(({response, error}) => void seen.push(response, error))
            .onError(respond('recovered'));
        expect(await run()).toBe('recovered');
        expect(seen).toEqual([undefined, broken]);
    });
});

test('onErrors run for middlewares whose before was not reached, as they do in Middy', async () => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const run = middleware(() => 'handled').use([traced('1', {before: () => fail(broken)}), traced('2')]);
    expect(await outcomeOf(run())).toEqual({error: broken});
    expect(trace).toEqual(['1:before', '1:onError', '2:onError', '1:finally']);
});

test('an onError that sets the response lets the next ones change it', async () => {
    const run = middleware(() => fail(broken))
        .onError(respond({statusCode: 500}))
        .onError((request) => void Object.assign(request.response ?? {}, {headers: {'x-id': '1'}}));
    expect(await run()).toEqual({statusCode: 500, headers: {'x-id': '1'}});
});

test.each([[null], [false], ['']])('the response %p of an onError is one', async (response) => {
    expect(await middleware(() => fail(broken)).onError(respond(response))()).toBe(response);
});

test('an onError that sets the response back to undefined leaves the error unhandled', async () => {
    const run = middleware(() => fail(broken))
        .onError(respond('recovered'))
        .onError(respond(undefined));
    expect(await outcomeOf(run())).toEqual({error: broken});
});

test('without a response the invocation rejects with the error that an onError put in the place of the first', async () => {
    const other = new Error('other');
    const run = middleware(() => fail(broken)).onError((request) => {
        request.error = other;
    });
    expect(await outcomeOf(run())).toEqual({error: other});
});

describe('an onError that throws', () => {
    test('stops the onErrors, and its error points at the first one', async () => {
        const trace: string[] = [];
        const second = new Error('second');
        const run = middleware(() => fail(broken))
            .onError(() => fail(second))
            .onError(() => void trace.push('not reached'));
        expect(await outcomeOf(run())).toEqual({error: second});
        expect(second).toMatchObject({originalError: broken, cause: broken});
        expect(trace).toEqual([]);
    });

    test('keeps the cause that its error has', async () => {
        const second = new Error('second', {cause: 'its own'});
        await outcomeOf(middleware(() => fail(broken)).onError(() => fail(second))());
        expect(second).toMatchObject({originalError: broken, cause: 'its own'});
    });

    test('may throw the same error again, which does not point at itself then', async () => {
        const first = new Error('first');
        const run = middleware(() => fail(first)).onError(({error}) => fail(error));
        expect(await outcomeOf(run())).toEqual({error: first});
        expect(first).not.toHaveProperty('originalError');
        expect(first).not.toHaveProperty('cause');
    });

    test.each([[null], [undefined], ['text'], [0], [Symbol.for('thrown')], [Object.freeze(new Error('frozen'))]])(
        'passes %p through untouched',
        async (thrown) => {
            expect(await outcomeOf(middleware(() => fail(broken)).onError(() => fail(thrown))())).toEqual({error: thrown});
        },
    );
});

test.each([[null], [undefined], ['text'], [0], [Number.NaN]])('a handler may throw %p', async (thrown) => {
    const seen: unknown[] = [];
    const run = middleware(() => fail(thrown)).onError(({error}) => void seen.push(error));
    expect(await outcomeOf(run())).toEqual({error: thrown});
    expect(seen).toEqual([thrown]);
});

test('`request.error` is what the invocation rejects with, for the finallys too', async () => {
    const seen: (MiddlewareRequest['error'] | undefined)[] = [];
    const second = new Error('second');
    const run = middleware(() => fail(broken))
        .onError(() => fail(second))
        .finally(({error}) => void seen.push(error));
    await outcomeOf(run());
    expect(seen).toEqual([second]);
});
