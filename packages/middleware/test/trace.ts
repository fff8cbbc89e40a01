import type {MiddlewareObj, MiddlewareRequest} from '../src/index.ts';

/** A middleware whose functions write `name:key` to the trace, and then do what the behaviours say. */
export function tracer(trace: string[]) {
    return (name: string, behaviour: Partial<Record<keyof MiddlewareObj, (request: MiddlewareRequest) => unknown>> = {}) => {
        const step = (key: keyof MiddlewareObj) => (request: MiddlewareRequest) => {
            trace.push(`${name}:${key}`);
            return behaviour[key]?.(request);
        };
        return {before: step('before'), after: step('after'), onError: step('onError'), finally: step('finally')};
    };
}

/** Throws, as an expression. */
export function fail(error: unknown): never {
    throw error;
}

/** What a promise came to. */
export async function outcomeOf(promise: Promise<unknown>): Promise<{response: unknown} | {error: unknown}> {
    try {
        return {response: await promise};
    } catch (error) {
        return {error};
    }
}

/** A step that sets the response without returning it. */
export function respond(response: unknown): (request: MiddlewareRequest) => void {
    return (request) => {
        request.response = response;
    };
}

/** A promise that never settles. */
export const never = new Promise<never>(() => {});

/** A promise of another library: nothing but an object with a `then`. */
export function thenable(
    then: (resolve: (value: unknown) => void, reject: (error: unknown) => void) => void,
): PromiseLike<unknown> {
    return {then} as PromiseLike<unknown>;
}
