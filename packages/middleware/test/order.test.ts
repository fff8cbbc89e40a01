import {describe, expect, test} from '@jest/globals';
import {type MiddlewareOptions, type MiddlewareRequest, middleware} from '../src/index.ts';
import {fail, respond, tracer} from './trace.ts';

interface Case {
    readonly name: string;
    readonly options?: MiddlewareOptions;
    readonly handler?: () => unknown;
    readonly trace: string[];
    readonly result: unknown;
}

const befores = ['1:before', '2:before', '3:before'];
const finallys = ['3:finally', '2:finally', '1:finally'];

const cases: Case[] = [
    {
        name: 'befores in attach order, afters and finallys in reverse',
        trace: [...befores, 'handler', '3:after', '2:after', '1:after', ...finallys],
        result: 'handled',
    },
    {
        name: 'onErrors in attach order',
        handler: () => fail('broken'),
        trace: [...befores, 'handler', '1:onError', '2:onError', '3:onError', ...finallys],
        result: 'recovered',
    },
    {
        name: 'onErrors in reverse where the options say so',
        options: {onErrorOrder: 'reverse'},
        handler: () => fail('broken'),
        trace: [...befores, 'handler', '3:onError', '2:onError', '1:onError', ...finallys],
        result: 'recovered',
    },
];

describe.each(['sync', 'async'])('%s functions run', (kind) => {
    test.each(cases)('$name', async ({options, handler = () => 'handled', trace: expected, result}) => {
        const trace: string[] = [];
        const traced = tracer(trace);
        const call = (answer: () => unknown) => (kind === 'async' ? new Promise((resolve) => resolve(answer())) : answer());
        const recover = (request: MiddlewareRequest) => call(() => respond('recovered')(request));
        const run = middleware(() => {
            trace.push('handler');
            return call(handler);
        }, options)
            .use(traced('1', {onError: recover}))
            .use([traced('2'), traced('3')]);

        expect(await run()).toBe(result);
        expect(trace).toEqual(expected);
    });
});

test('inline functions run among the others, in attach order', async () => {
    const trace: string[] = [];
    const step = (name: string) => () => void trace.push(name);
    const run = middleware(step('handler'))
        .before(step('before 1'))
        .use({before: step('before 2'), after: step('after 2')})
        .after(step('after 1'))
        .finally(step('finally 1'))
        .before(step('before 3'));
    await run();
    expect(trace).toEqual(['before 1', 'before 2', 'before 3', 'handler', 'after 1', 'after 2', 'finally 1']);
});
