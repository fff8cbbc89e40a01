/** Whether a value is a number that JSON can carry. */
export function isNumber(value: unknown): value is number {
    return Number.isFinite(value);
}

/** Whether a value is an object and no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that has keys for its data: no array, no `Date`, `Map` or other built-in. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
    return isObject(value) && Object.prototype.toString.call(value) === '[object Object]';
}

/** Whether a value is an array. */
export const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;

/** Makes the test whether a value is among many literals. */
export function createLiteralTest(values: readonly (string | number | boolean)[]): (value: unknown) => boolean {
    const literals = new Set<unknown>(values);
    return (value) => literals.has(value);
}

/** Whether values that are compared as they are stand twice in a list: texts, numbers, booleans, null. */
export function hasDuplicate(values: readonly unknown[]): boolean {
    const seen = new Set<unknown>();
    for (const value of values) {
        if (seen.has(value)) return true;
        if (typeof value !== 'object' || value === null) seen.add(value);
    }
    return false;
}

/** What tells a member of a set or a key, where these travel as `[tag, value]`; objects are all different, as without tags. */
export function untag(item: unknown): unknown {
    return isArray(item) && Object(item[1]) !== item[1] ? JSON.stringify(item) : item;
}

/** Whether a key is a canonical number, as the keys of `{[key: number]: …}`. */
export function isNumericKey(key: string): boolean {
    return `${Number(key)}` === key;
}

/** The own keys of an object. */
export function listKeys(object: object): readonly string[] {
    return Object.keys(object);
}

/** An object for keys that came over the wire: it inherits nothing. */
export function createRecord(): Record<string, unknown> {
    return Object.create(null);
}

/** Whether a value is a `Set`. */
export function isSet(value: unknown): value is ReadonlySet<unknown> {
    return value instanceof Set;
}

/** Whether a value is a `Map`. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
    return value instanceof Map;
}

/** Makes the set of an array's items, decoded. */
export function createSet(items: readonly unknown[]): Set<unknown> {
    return new Set(items);
}

/** Makes the map of an array's entries, decoded. */
export function createMap(entries: readonly (readonly [unknown, unknown])[]): Map<unknown, unknown> {
    return new Map(entries);
}
