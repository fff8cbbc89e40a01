import type {TypeModel} from '@mionkit/core';

/** A constraint's value, as a literal type gives it. */
export type LiteralValue = string | number | bigint | boolean;

/** What one constraint of `@mionkit/core` may stand on, and what its value may be. */
export interface ConstraintRule {
    readonly kinds: readonly TypeModel['kind'][];
    /** The types that it is for, in words. */
    readonly target: string;
    /** The value in the form that is compared and kept; `undefined` when it makes no sense. */
    readonly read: (value: LiteralValue) => LiteralValue | undefined;
    /** What the value has to be, in words. */
    readonly expected: string;
    /** Which of two values is kept. Without it two different values contradict each other. */
    readonly stricter?: 'greater' | 'smaller';
}

const text = {kinds: ['string'], target: 'strings'} as const;
const count = {read: readCount, expected: 'a whole number, 0 or more'} as const;
const bound = {kinds: ['number', 'bigint'], target: 'numbers and bigints', read: readBound, expected: 'a number'} as const;
const items = {kinds: ['array', 'set', 'map'], target: 'arrays, sets and maps', ...count} as const;
const moment = {kinds: ['date'], target: 'dates', read: readMoment, expected: 'a date as ISO 8601 text'} as const;

/** By the constraint's name in the model. */
export const constraintRules: Readonly<Record<string, ConstraintRule>> = {
    minLength: {...text, ...count, stricter: 'greater'},
    maxLength: {...text, ...count, stricter: 'smaller'},
    pattern: {...text, read: readPattern, expected: 'the source of a regular expression with the flag `u`'},
    format: {...text, read: readText, expected: 'the name of a format'},
    min: {...bound, stricter: 'greater'},
    max: {...bound, stricter: 'smaller'},
    exclusiveMin: {...bound, stricter: 'greater'},
    exclusiveMax: {...bound, stricter: 'smaller'},
    integer: {kinds: ['number'], target: 'numbers', read: readTrue, expected: '`true`'},
    multipleOf: {kinds: ['number'], target: 'numbers', read: readFactor, expected: 'a number greater than 0'},
    minItems: {...items, stricter: 'greater'},
    maxItems: {...items, stricter: 'smaller'},
    uniqueItems: {kinds: ['array'], target: 'arrays', read: readTrue, expected: '`true`'},
    after: {...moment, stricter: 'greater'},
    before: {...moment, stricter: 'smaller'},
    maxSize: {kinds: ['bytes'], target: '`Uint8Array`, `ArrayBuffer` and `Buffer`', ...count, stricter: 'smaller'},
};

function readCount(value: LiteralValue): number | undefined {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function readBound(value: LiteralValue): number | bigint | undefined {
    return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined;
}

function readFactor(value: LiteralValue): number | undefined {
    return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
}

function readText(value: LiteralValue): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

function readTrue(value: LiteralValue): true | undefined {
    return value === true ? value : undefined;
}

function readPattern(value: LiteralValue): string | undefined {
    try {
        return new RegExp(String(value), 'u').source && readText(value);
    } catch {
        return undefined;
    }
}

function readMoment(value: LiteralValue): string | undefined {
    const date = new Date(typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value : Number.NaN);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
