import {describe, expect, jest, test} from '@jest/globals';
import {type MiddlewareOptions, middleware} from '../src/index.ts';
import {fail, never, outcomeOf, respond, tracer} from './trace.ts';

const context = {getRemainingTimeInMillis: () => 30} as never;
const options: MiddlewareOptions = {timeoutEarlyInMillis: 20, timeoutEarlyResponse: () => 'timed out'};
const broken = new Error('broken');

describe('a handler that is still busy', () => {
    test('is answered for, and the afters run', async () => {
        const trace: string[] = [];
        const run = middleware(() => never, options).use(tracer(trace)('1'));
        expect(await run({}, context)).toBe('timed out');
        expect(trace).toEqual(['1:before', '1:after', '1:finally']);
    });

    test('hears of it by its signal, before the answer is made', async () => {
        const trace: string[] = [];
        const run = middleware(
            (_event, _context, extras) => {
                extras.signal.addEventListener('abort', () => trace.push('aborted'));
                expect(extras.signal.aborted).toBe(false);
                return never;
            },
            {...options, timeoutEarlyResponse: () => trace.push('answer')},
        );
        await run({}, context);
        expect(trace).toEqual(['aborted', 'answer']);
    });

    test('finds a signal that is aborted where it looks at it later', async () => {
        let later: () => boolean = () => false;
        const run = middleware((_event, _context, extras) => {
            later = () => extras.signal.aborted;
            return never;
        }, options);
        await run({}, context);
        expect(later()).toBe(true);
    });

    test.each([
        ['resolves', async (signal: AbortSignal) => aborted(signal).then(() => 'too late')],
        ['rejects', async (signal: AbortSignal) => aborted(signal).then(() => fail(broken))],
    ])('and %s afterwards changes nothing', async (_, handler) => {
        const seen: unknown[] = [];
        const run = middleware((_event, _context, {signal}) => handler(signal), options)
            .onError(({error}) => void seen.push(error))
            .after(async () => {
                for (let turn = 0; turn < 10; turn++) await null;
            });
        expect(await run({}, context)).toBe('timed out');
        expect(seen).toEqual([]);
    });

    test('is answered with a TimeoutError where there is no `timeoutEarlyResponse`', async () => {
        const run = middleware(() => never, {timeoutEarlyInMillis: 20});
        await expect(run({}, context)).rejects.toMatchObject({name: 'TimeoutError'});
        expect(await run.onError(({error}) => error?.name)({}, context)).toBe('TimeoutError');
    });

    test('is answered by what `timeoutEarlyResponse` makes of the request, in a promise too', async () => {
        const run = middleware(() => never, {...options, timeoutEarlyResponse: async ({event}) => ({statusCode: 504, event})});
        expect(await run('event', context)).toEqual({statusCode: 504, event: 'event'});
    });

    test('inside of an around is cut off there, so that the around can try again', async () => {
        let calls = 0;
        const run = middleware((): unknown => (++calls === 1 ? never : 'handled'), {timeoutEarlyInMillis: 20}).around((_, next) =>
            next().catch(next),
        );
        expect(await run({}, context)).toBe('handled');
    });
});

function aborted(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}

describe('a before that is still busy', () => {
    test('is answered for: the other befores, the handler and the afters are skipped', async () => {
        const trace: string[] = [];
        const traced = tracer(trace);
        const run = middleware(() => trace.push('handler'), options).use([traced('1', {before: () => never}), traced('2')]);
        expect(await run({}, context)).toBe('timed out');
        expect(trace).toEqual(['1:before', '1:finally']);
    });

    test('and goes on afterwards does not start the others', async () => {
        const trace: string[] = [];
        let goOn: () => void = () => {};
        const run = middleware(() => void trace.push('handler'), options)
            .before(
                () =>
                    new Promise<void>((resolve) => {
                        goOn = resolve;
                    }),
            )
            .before(() => void trace.push('before'));
        expect(await run({}, context)).toBe('timed out');
        goOn();
        await new Promise((resolve) => setImmediate(resolve));
        expect(trace).toEqual([]);
    });

    test('may be answered with undefined, which ends it too', async () => {
        const trace: string[] = [];
        const run = middleware(() => trace.push('handler'), {...options, timeoutEarlyResponse: () => undefined}).before(
            () => never,
        );
        expect(await run({}, context)).toBeUndefined();
        expect(trace).toEqual([]);
    });
});

test('where the time is over already, what waits is answered for at once', async () => {
    const over = {getRemainingTimeInMillis: () => 1} as never;
    expect(await middleware(() => never, options)({}, over)).toBe('timed out');
});

test('an after or an onError that is still busy is not cut off', async () => {
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 40));
    expect(await middleware(async () => 'handled', options).after(slow)({}, context)).toBe('handled');
    const failing = middleware(async () => fail(broken), options)
        .onError(slow)
        .onError(respond('recovered'));
    expect(await failing({}, context)).toBe('recovered');
});

describe('no timer and no AbortController is made', () => {
    const timers = () => jest.spyOn(globalThis, 'setTimeout').mockClear();
    test.each([
        ['without the option', async () => 'handled', {}, context],
        ['for synchronous functions', () => 'handled', options, context],
        ['where the context can’t tell the time', async () => 'handled', options, {}],
        ['where there is no context', async () => 'handled', options, null],
        ['where the time is no number', async () => 'handled', options, {getRemainingTimeInMillis: () => Number.NaN}],
        [
            'where there is time without end',
            async () => 'handled',
            options,
            {getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY},
        ],
    ])('%s', async (_, handler, options, context) => {
        const setTimer = timers();
        const controllers = jest.spyOn(globalThis, 'AbortController');
        expect(await middleware(handler, options)({}, context as never)).toBe('handled');
        expect(setTimer).not.toHaveBeenCalled();
        expect(controllers).not.toHaveBeenCalled();
        jest.restoreAllMocks();
    });
});

test.each([
    ['resolves', async () => 'handled', {response: 'handled'}],
    ['rejects', async () => fail(broken), {error: broken}],
])('the timer is gone after a handler that %s', async (_, handler, outcome) => {
    const setTimer = jest.spyOn(globalThis, 'setTimeout').mockClear();
    const clear = jest.spyOn(globalThis, 'clearTimeout').mockClear();
    expect(await outcomeOf(middleware(handler, options)({}, context))).toEqual(outcome);
    expect(setTimer).toHaveBeenCalledTimes(1);
    expect(clear.mock.calls[0]?.[0]).toBe(setTimer.mock.results[0]?.value);
    jest.restoreAllMocks();
});
