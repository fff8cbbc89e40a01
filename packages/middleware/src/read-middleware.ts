import type {MiddlewareObj} from './middleware-object.ts';
import type {MiddlewareOptions} from './middleware-options.ts';
import type {MiddlewareRequest} from './middleware-request.ts';
import {observeStep} from './plugin-hooks.ts';

/** The functions of a middleware as the engine calls them: one or none under each key. */
export type MiddlewareSteps = {readonly [TKey in keyof MiddlewareObj]-?: readonly NonNullable<MiddlewareObj[TKey]>[]};

/**
 * Takes the functions out of a middleware.
 *
 * @throws Error if it has none of the keys, or something else than a function under one of them
 */
export function readMiddleware(middleware: unknown, options: MiddlewareOptions): MiddlewareSteps {
    const source = Object(middleware);
    const read = (key: keyof MiddlewareObj) => readStep(source[key], key, options);
    const steps = {
        before: read('before'),
        after: read('after'),
        onError: read('onError'),
        around: read('around'),
        finally: read('finally'),
    };
    if (Object.values(steps).some(([step]) => step)) return pairFinally(steps);
    throw new Error(
        'A middleware must be an object with at least one of the keys "before", "after", "onError", "around", "finally".',
    );
}

function readStep(step: unknown, key: string, options: MiddlewareOptions) {
    if (!step) return [];
    if (typeof step === 'function') return [observeStep(step as () => unknown, options)];
    throw new Error(`The "${key}" of a middleware must be a function, but is of type ${typeof step}.`);
}

/** A `finally` beside a `before` undoes what that did, so it runs only in the invocations that reached it. */
function pairFinally(steps: MiddlewareSteps): MiddlewareSteps {
    const [before] = steps.before;
    const [cleanup] = steps.finally;
    if (!before || !cleanup) return steps;
    const reached = new WeakSet<MiddlewareRequest>();
    const marking = (request: MiddlewareRequest) => {
        reached.add(request);
        return before(request);
    };
    const own = (request: MiddlewareRequest) => (reached.has(request) ? cleanup(request) : undefined);
    return {...steps, before: [marking], finally: [own]};
}
