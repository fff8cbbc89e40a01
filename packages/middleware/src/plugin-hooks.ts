import {isThenable} from './is-thenable.ts';
import type {MiddlewareOptions} from './middleware-options.ts';

type AnyFunction = (...params: never) => unknown;

/** A middleware's function with the hooks around it that the options ask for. Without any it is the function itself. */
export function observeStep<TStep extends AnyFunction>(
    step: TStep,
    {beforeMiddleware, afterMiddleware}: MiddlewareOptions,
): TStep {
    return observe(step, beforeMiddleware, afterMiddleware, [step.name]);
}

/** A handler with the hooks around it that the options ask for. Without any it is the handler itself. */
export function observeHandler<THandler extends AnyFunction>(
    handler: THandler,
    {beforeHandler, afterHandler}: MiddlewareOptions,
): THandler {
    return observe(handler, beforeHandler, afterHandler, []);
}

function observe<TFunction extends AnyFunction, TName extends [name: string] | []>(
    run: TFunction,
    before: ((...name: TName) => void) | undefined,
    after: ((...name: TName) => void) | undefined,
    name: TName,
): TFunction {
    if (!before && !after) return run;
    const observed = (...params: unknown[]) => {
        before?.(...name);
        const result = run(...(params as never));
        const finish = (result: unknown) => {
            after?.(...name);
            return result;
        };
        return isThenable(result) ? finishLater(result, finish) : finish(result);
    };
    return observed as AnyFunction as TFunction;
}

async function finishLater(pending: PromiseLike<unknown>, finish: (result: unknown) => unknown): Promise<unknown> {
    return finish(await pending);
}
