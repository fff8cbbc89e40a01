/**
 * The engine's contract as a model: what a stack does, told by its outcomes alone, with no promise in sight.
 *
 * It is meant to be read beside the contract and found right at a glance. Speed and elegance are the engine's business.
 */

/** What a step does. `value` and `error` are what it does it with. */
export type Outcome =
    | {readonly does: 'nothing'}
    | {readonly does: 'return' | 'respond' | 'answer early'; readonly value: unknown}
    | {readonly does: 'throw' | 'replace error'; readonly error: unknown}
    | {readonly does: 'rethrow'};

/** What an around does with its `next`. */
export type AroundOutcome =
    | 'pass'
    | 'swallow'
    | 'rescue'
    | 'retry'
    | 'run twice'
    | 'skip'
    | 'throw first'
    | 'throw last'
    | 'translate';

/** A middleware, as the outcomes of its functions. */
export interface MiddlewareModel {
    readonly before?: Outcome | undefined;
    readonly after?: Outcome | undefined;
    readonly onError?: Outcome | undefined;
    readonly finally?: Outcome | undefined;
    readonly around?: AroundOutcome | undefined;
}

/** A stack with its handler. */
export interface StackModel {
    readonly middlewares: readonly MiddlewareModel[];
    readonly handler: Outcome;
    readonly onErrorOrder: 'attach' | 'reverse';
}

/** What an invocation came to, and the functions that ran, in their order. */
export interface Run {
    readonly trace: readonly string[];
    readonly result: {readonly response: unknown} | {readonly error: unknown};
}

interface State {
    response: unknown;
    error: unknown;
}

/** Runs the model of a stack once. */
export function runModel({middlewares, handler, onErrorOrder}: StackModel): Run {
    const trace: string[] = [];
    const reached = new Set<number>();
    const state: State = {response: undefined, error: undefined};
    const numbered = middlewares.map((middleware, index) => ({middleware, index}));
    const reversed = numbered.toReversed();

    const result = attempt(() => wrap(0));
    if ('error' in result) state.error = result.error;
    for (const {middleware, index} of reversed) {
        if (!middleware.finally) continue;
        if (middleware.before && !reached.has(index)) continue;
        attempt(() => step(`${index}:finally`, middleware.finally));
    }
    return {trace, result: 'error' in result ? result : {response: state.response}};

    /** One around encloses the next one, the last one encloses the core. */
    function wrap(from: number): void {
        const around = numbered.find(({middleware, index}) => index >= from && middleware.around);
        if (!around) {
            core();
            return;
        }
        const {index} = around;
        let calls = 0;
        const offered: unknown[] = [];
        const next = (): void => {
            if (calls++ > 0) Object.assign(state, {response: undefined, error: undefined});
            const inner = attempt(() => wrap(index + 1));
            if (!('error' in inner)) return;
            offered.push(inner.error);
            throw inner.error;
        };
        trace.push(`${index}:around`);
        const own = attempt(() => runAround(around.middleware.around, index, next));
        if (!('error' in own)) return;
        if (offered.at(-1) === own.error && offered.length > 0) throw own.error;
        recover(own.error);
    }

    function runAround(outcome: AroundOutcome | undefined, index: number, next: () => void): void {
        if (outcome === 'skip') state.response = `${index} skipped`;
        if (outcome === 'skip') return;
        if (outcome === 'throw first') throw `${index} failed first`;
        const first = attempt(next);
        if (outcome === 'run twice') {
            next();
            return;
        }
        if (outcome === 'throw last' && !('error' in first)) throw `${index} failed last`;
        if (!('error' in first) || outcome === 'swallow') return;
        if (outcome === 'rescue') state.response = `${index} rescued`;
        else if (outcome === 'retry') next();
        else if (outcome === 'translate') throw `${index} translated`;
        else throw first.error;
    }

    function core(): void {
        const done = attempt(inwardAndOutward);
        if ('error' in done) recover(done.error);
    }

    function inwardAndOutward(): void {
        for (const {middleware, index} of numbered) {
            reached.add(index);
            if (step(`${index}:before`, middleware.before)) return;
        }
        if (state.response !== undefined) return;
        trace.push('handler');
        if (handler.does === 'throw') throw handler.error;
        state.response = 'value' in handler ? handler.value : undefined;
        for (const {middleware, index} of reversed) if (step(`${index}:after`, middleware.after)) return;
    }

    function recover(error: unknown): void {
        Object.assign(state, {response: undefined, error});
        for (const {middleware, index} of onErrorOrder === 'attach' ? numbered : reversed) {
            if (step(`${index}:onError`, middleware.onError)) break;
        }
        if (state.response === undefined) throw state.error;
    }

    /** Does what a step does, and tells whether it ends its phase. */
    function step(name: string, outcome: Outcome | undefined): boolean {
        if (!outcome) return false;
        trace.push(name);
        if (outcome.does === 'throw') throw outcome.error;
        if (outcome.does === 'rethrow' && state.error !== undefined) throw state.error;
        if (outcome.does === 'replace error') state.error = outcome.error;
        if (outcome.does === 'respond') state.response = outcome.value;
        if (outcome.does === 'answer early' || (outcome.does === 'return' && outcome.value !== undefined)) {
            state.response = outcome.value;
            return true;
        }
        return false;
    }
}

function attempt(run: () => void): {readonly error: unknown} | object {
    try {
        run();
        return {};
    } catch (error) {
        return {error};
    }
}
