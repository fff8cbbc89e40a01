/** What came, as kind and size: `a string of 3 characters`. Never the value. */
export function describeReceived(value: unknown): string {
    if (value === undefined) return 'nothing';
    if (value === null) return 'null';
    if (typeof value === 'string') return `a string of ${count(value.length, 'character')}`;
    if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number that is not finite';
    if (typeof value !== 'object') return `a ${typeof value}`;
    if (Array.isArray(value)) return `an array of ${count(value.length, 'item')}`;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : 'a date';
    return `an object with ${count(Object.keys(value).length, 'property', 'properties')}`;
}

function count(size: number, one: string, many = `${one}s`): string {
    return `${size} ${size === 1 ? one : many}`;
}
