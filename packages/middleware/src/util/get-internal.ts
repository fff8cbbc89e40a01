import {isThenable} from '../is-thenable.ts';
import {readOwn} from './read-own.ts';
import {sanitizeKey} from './sanitize-key.ts';

/** Which values to get: all of them, one, several, or several by new names. Each is a key, or a path of keys joined by dots. */
export type InternalKeys = boolean | string | readonly string[] | Readonly<Record<string, string>>;

/**
 * Gets values out of `request.internal`, those that are promises when they have resolved.
 *
 * The names in the result are sanitized as by `sanitizeKey`. Only own properties are read.
 *
 * @throws Error that names each value whose promise was rejected, with the reasons in `cause.data`
 */
export async function getInternal(keys: InternalKeys, {internal}: {readonly internal: object}): Promise<Record<string, unknown>> {
    const found = toNames(keys, internal).map(([name, path]) => ({name, path, value: readPath(internal, path)}));
    const pending = found.filter(({value}) => isThenable(value));
    if (pending.length > 0) await settle(pending);
    const result: Record<string, unknown> = Object.create(null);
    for (const {name, value} of found) result[sanitizeKey(name)] = value;
    return result;
}

interface Found {
    readonly path: string;
    value: unknown;
}

/** Puts what the promises resolve to in their places. Waits for all of them, so that none is rejected unheard. */
async function settle(pending: readonly Found[]): Promise<void> {
    const outcomes = await Promise.allSettled(pending.map(({value}) => value));
    const failures: {path: string; reason: unknown}[] = [];
    for (const [index, found] of pending.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === 'rejected') failures.push({path: found.path, reason: outcome.reason});
        else found.value = outcome?.value;
    }
    if (failures.length === 0) return;
    const texts = failures.map(({path, reason}) => `"${path}" (${reason instanceof Error ? reason.message : String(reason)})`);
    throw new Error(`Failed to resolve internal values: ${texts.join(', ')}`, {
        cause: {package: '@mionkit/middleware', data: failures.map(({reason}) => reason)},
    });
}

function toNames(keys: InternalKeys, internal: object): (readonly [name: string, path: string])[] {
    if (!keys) return [];
    if (keys === true) return Object.keys(internal).map((key) => [key, key]);
    if (typeof keys === 'string') return [[keys, keys]];
    if (Array.isArray(keys)) return keys.map((key) => [key, key]);
    return Object.entries(keys);
}

/** The value at a path, or a promise of it where there is one on the way. A key that has dots itself comes first. */
function readPath(internal: object, path: string): unknown {
    if (Object.hasOwn(internal, path)) return readOwn(internal, path);
    return path
        .split('.')
        .reduce(
            (value: unknown, key) =>
                isThenable(value) ? Promise.resolve(value).then((value) => readOwn(value, key)) : readOwn(value, key),
            internal,
        );
}
