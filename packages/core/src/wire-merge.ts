/** A value that fits several members of a union, decoded as each of them: what any of them declares stays. */
export function mergeDecoded(first: unknown, second: unknown): unknown {
    if (first === undefined || first === second) return second;
    if (Array.isArray(first) && Array.isArray(second)) return first.map((value, index) => mergeDecoded(value, second[index]));
    if (!isPlain(first) || !isPlain(second)) return first;
    for (const [key, value] of Object.entries(second)) {
        first[key] = Object.hasOwn(first, key) ? mergeDecoded(first[key], value) : value;
    }
    return first;
}

/** The same for JSON texts. */
export function mergeTexts(first: string | undefined, second: string): string {
    return first === undefined ? second : JSON.stringify(mergeDecoded(JSON.parse(first), JSON.parse(second)));
}

/** What was made from literals and records here, and no class's instance. */
function isPlain(value: unknown): value is Record<string, unknown> {
    if (typeof value !== 'object' || value === null) return false;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || prototype === Object.prototype;
}

/** The JSON text that keeps more of a value which fits several members of a tagged union: one tag can't say all of them. */
export function toLonger(first: string | undefined, second: string): string {
    return first !== undefined && first.length >= second.length ? first : second;
}
