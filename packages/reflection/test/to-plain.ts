/** Without the difference between plain objects and objects without prototype, at any depth. */
export function toPlain(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(toPlain);
    if (value instanceof Set) return new Set([...value].map(toPlain));
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [toPlain(key), toPlain(item)]));
    if (typeof value !== 'object' || value === null) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}
