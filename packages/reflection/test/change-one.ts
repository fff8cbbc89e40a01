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

/** A JSON value with one more key in one of its objects, where it has any. */
export function addKey(value: unknown, place: number, key: string): unknown {
    let left = place % Math.max(1, countObjects(value));
    const change = (part: unknown): unknown => {
        if (Array.isArray(part)) return part.map(change);
        if (typeof part !== 'object' || part === null) return part;
        const more = left-- === 0 ? {[key]: 1} : {};
        return {...Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, change(inner)])), ...more};
    };
    return change(value);
}

function countObjects(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 0;
    const inside = Object.values(value).reduce((sum: number, part) => sum + countObjects(part), 0);
    return Array.isArray(value) ? inside : inside + 1;
}

function countParts(value: unknown): number {
    if (typeof value !== 'object' || value === null) return 1;
    return Object.values(value).reduce((sum: number, part) => sum + countParts(part), 1);
}
