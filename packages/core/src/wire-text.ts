import {fail} from './wire-failure.ts';

// Whatever JSON.stringify escapes: controls, the quote, the backslash, and surrogates, of which it escapes the lone ones.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that JSON escapes.
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** The JSON text of a string. Throws on anything else. */
export function encodeString(value: unknown): string {
    if (typeof value !== 'string') return fail('a string', value);
    return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
}

/** The JSON text of a finite number. Throws on anything else. */
export function encodeNumber(value: unknown): string {
    return Number.isFinite(value) ? `${value}` : fail('a number', value);
}

/** The JSON text of a boolean. Throws on anything else. */
export function encodeBoolean(value: unknown): string {
    return typeof value === 'boolean' ? `${value}` : fail('a boolean', value);
}

/** The JSON text of any value; `undefined` where there is nothing to send. */
export function encodeUnknown(value: unknown): string | undefined {
    return JSON.stringify(value);
}

/** Makes sure that what is read or written as an array is one. */
export function toArray(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : fail('an array', value);
}

/** Makes sure that what is read or written as an object is one. */
export function toObject(value: unknown): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : fail('an object', value);
}

/** How many elements of a tuple are written: those at the end that may be absent, and are, are not. */
export function countElements(value: unknown, {least, optional, most}: {least: number; optional: number; most: number}): number {
    const values = toArray(value);
    let length = values.length;
    while (length > least && length <= optional && values[length - 1] === undefined) length--;
    return length >= least && length <= most ? length : fail(`an array of ${least} items`, value);
}
