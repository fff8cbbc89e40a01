import {describe, expect, test} from '@jest/globals';
import {type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, respond, tracer} from './trace.ts';

describe.each([
    ['null', null],
    ['false', false],
    ['0', 0],
    ['an empty text', ''],
    ['an object', {statusCode: 401}],
])('a before that returns %s', (_, early) => {
    test.each([
        ['at once', early],
        ['in a promise', Promise.resolve(early)],
    ])('%s makes it the response and skips all but the finallys that were reached', async (_, answer) => {
        const trace: string[] = [];
        const traced = tracer(trace);
        const run = middleware(() => trace.push('handler')).use([traced('1'), traced('2', {before: () => answer}), traced('3')]);
        expect(await run()).toBe(early);
        expect(trace).toEqual(['1:before', '2:before', '2:finally', '1:finally']);
    });
});

test.each([[undefined], [null], ['early']])('`request.earlyResponse = %p` in a before is an early return', async (early) => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const run = middleware(() => 'handled').use([
        traced('1', {before: (request) => Object.assign(request, {earlyResponse: early}) && undefined}),
        traced('2'),
    ]);
    expect(await run()).toBe(early);
    expect(trace).toEqual(['1:before', '1:finally']);
});

test.each([[null], [false], ['cached']])(
    'a before that sets the response to %p without returning it skips handler and afters, not the other befores',
    async (response) => {
        const trace: string[] = [];
        const traced = tracer(trace);
        const run = middleware(() => trace.push('handler')).use([traced('1', {before: respond(response)}), traced('2')]);
        expect(await run()).toBe(response);
        expect(trace).toEqual(['1:before', '2:before', '2:finally', '1:finally']);
    },
);

test('a before that sets the response and takes it back lets the handler run', async () => {
    const run = middleware(() => 'handled')
        .before(respond('early'))
        .before(respond(undefined));
    expect(await run()).toBe('handled');
});

test.each([
    ['returns', () => 'changed'],
    ['returns in a promise', async () => 'changed'],
    ['sets `earlyResponse` in', (request: MiddlewareRequest) => Object.assign(request, {earlyResponse: 'changed'}) && undefined],
])('an after that %s something stops the afters that are left', async (_, after) => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const run = middleware(() => 'handled').use([traced('1'), traced('2', {after}), traced('3')]);
    expect(await run()).toBe('changed');
    expect(trace).toEqual(['1:before', '2:before', '3:before', '3:after', '2:after', '3:finally', '2:finally', '1:finally']);
});

test('an onError that returns something stops the onErrors that are left', async () => {
    const trace: string[] = [];
    const traced = tracer(trace);
    const run = middleware(() => fail('broken')).use([traced('1'), traced('2', {onError: () => 'recovered'}), traced('3')]);
    expect(await run()).toBe('recovered');
    expect(trace.filter((line) => line.endsWith('onError'))).toEqual(['1:onError', '2:onError']);
});

test('an early response that was followed by an error is forgotten', async () => {
    const run = middleware(() => 'handled')
        .after((request) => {
            request.earlyResponse = 'early';
            throw new Error('broken');
        })
        .onError(() => undefined);
    await expect(run()).rejects.toThrow('broken');
});

test('a handler that returns nothing resolves with undefined after its afters', async () => {
    const trace: string[] = [];
    const run = middleware(() => undefined).after(() => void trace.push('after'));
    expect(await run()).toBeUndefined();
    expect(trace).toEqual(['after']);
});
