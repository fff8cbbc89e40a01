import {describe, expect, test} from '@jest/globals';
import fc from 'fast-check';
import {type MiddlewareObj, type MiddlewareOptions, type MiddlewareRequest, middleware, type Next} from '../src/index.ts';
import {type AroundOutcome, type MiddlewareModel, type Outcome, type Run, runModel, type StackModel} from './contract-model.ts';
import {outcomeOf, thenable} from './trace.ts';

const kinds = ['sync', 'async', 'thenable'] as const;
type Kind = (typeof kinds)[number];

const value = fc.constantFrom(undefined, null, false, 0, '', 'one', 'two');
const error = fc.constantFrom(undefined, null, 0, 'broken', 'worse');
const nothing = fc.constant({does: 'nothing'} as const);
const answering = fc.record({does: fc.constantFrom('return', 'respond', 'answer early'), value});
const throwing = fc.record({does: fc.constant('throw'), error});
const anyStep = fc.oneof(
    {weight: 3, arbitrary: nothing},
    answering,
    throwing,
    fc.record({does: fc.constant('replace error'), error}),
    fc.constant({does: 'rethrow'} as const),
);
const cleanup = fc.oneof(nothing, throwing, fc.record({does: fc.constant('respond'), value}));
const handler = fc.oneof(fc.record({does: fc.constant('return'), value}), throwing);
const around = fc.constantFrom<AroundOutcome>(
    ...(['pass', 'swallow', 'rescue', 'retry', 'run twice', 'skip', 'throw first', 'throw last', 'translate'] as const),
);
const optional = <TValue>(arbitrary: fc.Arbitrary<TValue>) => fc.option(arbitrary, {nil: undefined});

const middlewareModel = fc
    .record({
        before: optional(anyStep),
        after: optional(anyStep),
        onError: optional(anyStep),
        finally: optional(cleanup),
        around: fc.option(around, {nil: undefined, freq: 3}),
    })
    .filter((model) => Object.values(model).some((outcome) => outcome !== undefined)) as fc.Arbitrary<MiddlewareModel>;

const stackModel = fc.record({
    middlewares: fc.array(middlewareModel, {maxLength: 5}),
    handler,
    onErrorOrder: fc.constantFrom('attach', 'reverse'),
}) as fc.Arbitrary<StackModel>;

const ways: Record<string, MiddlewareOptions> = {
    'as it is': {},
    'with an early timeout that never comes': {timeoutEarlyInMillis: 1},
    'with hooks around everything': {
        beforeMiddleware: () => {},
        afterMiddleware: () => {},
        beforeHandler: () => {},
        requestEnd: () => {},
    },
};

describe.each(Object.keys(ways))('the engine does what the model of its contract does, %s:', (way) => {
    test('same functions, same order, same result', async () => {
        await fc.assert(
            fc.asyncProperty(stackModel, fc.infiniteStream(fc.constantFrom(...kinds)), async (model, stream) => {
                const expected = runModel(model);
                expect(await runEngine(model, () => stream.next().value, ways[way])).toEqual(expected);
            }),
            {numRuns: 300},
        );
    });
});

test('the model is not one that agrees with everything', () => {
    const early = {does: 'return', value: 'one'} as const;
    const model: StackModel = {middlewares: [{before: early}, {after: early}], handler: early, onErrorOrder: 'attach'};
    expect(runModel(model)).toEqual({trace: ['0:before'], result: {response: 'one'}});
    expect(runModel({...model, middlewares: []})).toEqual({trace: ['handler'], result: {response: 'one'}});
});

/** Runs a real stack that behaves as a model says, each function in its own kind. */
async function runEngine(model: StackModel, nextKind: () => Kind, options: MiddlewareOptions = {}): Promise<Run> {
    const trace: string[] = [];
    const step = (name: string, outcome: Outcome = {does: 'nothing'}) => {
        const kind = nextKind();
        return (request: MiddlewareRequest) => {
            trace.push(name);
            return inKind(kind, () => act(outcome, request));
        };
    };
    const toMiddleware = ({around, ...steps}: MiddlewareModel, index: number): MiddlewareObj => {
        const entries = Object.entries(steps).filter(([, outcome]) => outcome);
        const real: MiddlewareObj = Object.fromEntries(entries.map(([key, outcome]) => [key, step(`${index}:${key}`, outcome)]));
        if (!around) return real;
        const enclosing = (request: MiddlewareRequest, next: Next) => {
            trace.push(`${index}:around`);
            return enclose(around, index, request, next);
        };
        return {...real, around: enclosing};
    };
    const handler = step('handler', model.handler);
    const run = middleware(() => handler(newRequest()), {...options, onErrorOrder: model.onErrorOrder, onFinallyError: () => {}});
    run.use(model.middlewares.map(toMiddleware));
    const result = await outcomeOf(run({}, {getRemainingTimeInMillis: () => 60_000} as never));
    return {trace, result};
}

function newRequest(): MiddlewareRequest {
    return {event: {}, context: {} as never, response: undefined, error: undefined, internal: {}};
}

function inKind(kind: Kind, act: () => unknown): unknown {
    if (kind === 'sync') return act();
    if (kind === 'async') return (async () => act())();
    return thenable((resolve, reject) => {
        try {
            resolve(act());
        } catch (error) {
            reject(error);
        }
    });
}

function act(outcome: Outcome, request: MiddlewareRequest): unknown {
    if (outcome.does === 'throw') throw outcome.error;
    if (outcome.does === 'rethrow' && request.error !== undefined) throw request.error;
    if (outcome.does === 'replace error') Object.assign(request, {error: outcome.error});
    if (outcome.does === 'respond') request.response = outcome.value;
    if (outcome.does === 'answer early') request.earlyResponse = outcome.value;
    return outcome.does === 'return' ? outcome.value : undefined;
}

async function enclose(outcome: AroundOutcome, index: number, request: MiddlewareRequest, next: Next): Promise<unknown> {
    if (outcome === 'skip') return `${index} skipped`;
    if (outcome === 'throw first') throw `${index} failed first`;
    if (outcome === 'run twice') {
        await outcomeOf(next());
        return next();
    }
    try {
        await next();
    } catch (error) {
        if (outcome === 'swallow') return undefined;
        if (outcome === 'rescue') {
            request.response = `${index} rescued`;
            return undefined;
        }
        if (outcome === 'retry') return next();
        throw outcome === 'translate' ? `${index} translated` : error;
    }
    if (outcome === 'throw last') throw `${index} failed last`;
    return undefined;
}
