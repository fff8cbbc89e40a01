import {fail} from './wire-failure.ts';

// From about this length on the engine's own quoting is faster than looking at each character here.
const scannedLength = 42;

/** The JSON text of a string. */
export function encodeString(value: unknown, place?: string): string {
    if (typeof value !== 'string') return fail('a string', value, place);
    return value.length > scannedLength ? JSON.stringify(value) : quote(value);
}

function quote(value: string): string {
    for (let index = 0; index < value.length; index++) {
        const code = value.charCodeAt(index);
        if (code < 0x20 || code === 0x22 || code === 0x5c || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(value);
    }
    return `"${value}"`;
}

/** The JSON text of a finite number. */
export function encodeNumber(value: unknown, place?: string): string {
    return Number.isFinite(value) ? `${value}` : fail('a finite number', value, place);
}

/** The JSON text of a boolean. */
export function encodeBoolean(value: unknown, place?: string): string {
    return typeof value === 'boolean' ? `${value}` : fail('a boolean', value, place);
}

/** The JSON text of any value; `undefined` where there is nothing to send. */
export function encodeUnknown(value: unknown): string | undefined {
    return JSON.stringify(value);
}

/** Makes sure that what is written as an array is one. */
export function toArray(value: unknown, place?: string): readonly unknown[] {
    return Array.isArray(value) ? value : fail('an array', value, place);
}

/** Makes sure that what is read or written as an object is one. */
export function toObject(value: unknown, place?: string): Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : fail('an object', value, place);
}
