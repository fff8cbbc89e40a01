/** An own property of a value, `undefined` where it has none of that name. */
export function readOwn(value: unknown, key: string): unknown {
    const source: Record<string, unknown> = Object(value);
    return Object.hasOwn(source, key) ? source[key] : undefined;
}
