/** A JSON value with one of its parts replaced. */
export function changeOne(value: unknown, place: number, other: unknown): unknown {
    let left = place % countParts(value);
    const change = (part: unknown): unknown => {
        if (left-- === 0) return other;
        if (Array.isArray(part)) return part.map(change);
        if (typeof part !== 'object' || part === null) return part;
        return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, change(inner)]));
    };
    return change(value);
}

function countParts(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    return Object.values(value).reduce((sum: number, part) => sum + countParts(part), 1);
}
