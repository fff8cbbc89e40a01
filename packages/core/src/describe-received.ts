import {toCountText} from './to-count-text.ts';

/** What came, as kind and size: `a string of 3 characters`. Never the value. */
export function describeReceived(value: unknown): string {
    if (value === undefined) return 'nothing';
    if (value === null) return 'null';
    if (typeof value === 'string') return `a string of ${toCountText(value.length, 'character')}`;
    if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : 'a number that is not finite';
    if (typeof value !== 'object') return `a ${typeof value}`;
    if (Array.isArray(value)) return `an array of ${toCountText(value.length, 'item')}`;
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : 'a date';
    return `an object with ${toCountText(Object.keys(value).length, 'property', 'properties')}`;
}
