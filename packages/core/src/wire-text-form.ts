import type {TextLimits} from './text-limits.ts';
import {fail} from './wire-failure.ts';
import {encodeString} from './wire-text.ts';

/** How values of one class travel as text. */
export interface TextForm<TValue = unknown> {
    /** What it is, in words: `a date`. */
    readonly expected: string;
    /** Whether a live value is one that can travel. */
    isLive(value: unknown): boolean;
    /** Whether a text is the wire form of a value, and no longer than these limits, or the default ones, allow. */
    isText(text: string, limits?: TextLimits): boolean;
    /** The value of a text that is its wire form. */
    parse(text: string): TValue;
    /** The wire form of a value. */
    format(value: TValue): string;
}

/** Whether a JSON value is the wire form of a value. */
export function isWireText(form: TextForm, value: unknown, limits?: TextLimits): boolean {
    return typeof value === 'string' && form.isText(value, limits);
}

/** The live value of a wire form. Throws when it isn't one. */
export function decodeText<TValue>(form: TextForm<TValue>, value: unknown, limits?: TextLimits): TValue {
    return typeof value === 'string' && form.isText(value, limits) ? form.parse(value) : fail(form.expected, value);
}

/** The JSON text of a live value. Throws on one that can't travel. */
export function encodeText(form: TextForm, value: unknown): string {
    return form.isLive(value) ? encodeString(form.format(value)) : fail(form.expected, value);
}
