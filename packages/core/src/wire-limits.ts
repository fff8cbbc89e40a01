import {toCountText} from './to-count-text.ts';
import {countBytes} from './wire-bytes.ts';
import {note, type Rule} from './wire-rule.ts';
import {isShallow} from './wire-shallow.ts';
import {areUnique, isMultipleOf} from './wire-tests.ts';

/** What a constraint asks of a value of the right kind. */
export interface Limit {
    /** Whether a value keeps to it. */
    readonly fits: (value: never, limit: never) => boolean;
    /** What it asks for, in words. */
    readonly expected: (limit: never) => string;
}

/** Constraints by the name of their field in the model. */
export type Limits = Readonly<Record<string, Limit>>;

/** A rule that also notes which of the constraints in the model a value breaks. */
export function withLimits(rule: Rule, limits: Limits): Rule {
    return {
        ...rule,
        inspect(value, model: object, at) {
            for (const [name, bound] of Object.entries(model)) {
                const limit = limits[name];
                if (limit && !limit.fits(value, bound as never)) note(at, limit.expected(bound as never), value);
            }
            rule.inspect?.(value, model as never, at);
        },
    };
}

/** The constraints of strings, but for formats. */
export const stringLimits = {
    minLength: {
        fits: (text: string, least: number) => text.length >= least,
        expected: (least: number) => `at least ${toCountText(least, 'character')}`,
    },
    maxLength: {
        fits: (text: string, most: number) => text.length <= most,
        expected: (most: number) => `at most ${toCountText(most, 'character')}`,
    },
    pattern: {
        fits: (text: string, source: string) => new RegExp(source, 'u').test(text),
        expected: (source: string) => `a match of /${source}/`,
    },
} satisfies Limits;

/** The constraint of strings to one of these formats. */
export function createFormatLimit(tests: Readonly<Record<string, (text: string) => boolean>>): Limit {
    return {fits: (text: string, name: string) => tests[name]?.(text) ?? false, expected: (name: string) => `a valid ${name}`};
}

/** The constraints of numbers. */
export const numberLimits = {
    integer: {fits: (number: number) => Number.isInteger(number), expected: () => 'an integer'},
    min: {fits: (number: number, least: number) => number >= least, expected: (least: number) => `at least ${least}`},
    max: {fits: (number: number, most: number) => number <= most, expected: (most: number) => `at most ${most}`},
    exclusiveMin: {fits: (number: number, bound: number) => number > bound, expected: (bound: number) => `more than ${bound}`},
    exclusiveMax: {fits: (number: number, bound: number) => number < bound, expected: (bound: number) => `less than ${bound}`},
    multipleOf: {fits: isMultipleOf, expected: (unit: number) => `a multiple of ${unit}`},
} satisfies Limits;

/** The constraints of bigints. */
export const bigintLimits = {
    min: {
        fits: (value: bigint | string, least: string) => BigInt(value) >= BigInt(least),
        expected: (least: string) => `at least ${least}`,
    },
    max: {
        fits: (value: bigint | string, most: string) => BigInt(value) <= BigInt(most),
        expected: (most: string) => `at most ${most}`,
    },
} satisfies Limits;

/** The constraints of dates. */
export const dateLimits = {
    after: {
        fits: (date: Date | string, bound: string) => toTime(date) > toTime(bound),
        expected: (bound: string) => `a date after ${bound}`,
    },
    before: {
        fits: (date: Date | string, bound: string) => toTime(date) < toTime(bound),
        expected: (bound: string) => `a date before ${bound}`,
    },
} satisfies Limits;

function toTime(date: Date | string): number {
    return new Date(date).getTime();
}

interface Sized {
    readonly length?: number;
    readonly size?: number;
}

/** The constraints of arrays, sets and maps. */
export const itemLimits = {
    minItems: {
        fits: (items: Sized, least: number) => countItems(items) >= least,
        expected: (least: number) => `at least ${toCountText(least, 'item')}`,
    },
    maxItems: {
        fits: (items: Sized, most: number) => countItems(items) <= most,
        expected: (most: number) => `at most ${toCountText(most, 'item')}`,
    },
    uniqueItems: {
        // What nests deeper can't be compared, and is refused for that.
        fits: (items: readonly unknown[]) => !isShallow(items, 1000) || areUnique(items),
        expected: () => 'items that are all different',
    },
} satisfies Limits;

function countItems({length, size = 0}: Sized): number {
    return length ?? size;
}

/** The constraint of binary data. */
export const bytesLimits = {
    maxSize: {
        fits: (bytes: string | {readonly byteLength: number}, most: number) =>
            (typeof bytes === 'string' ? countBytes(bytes) : bytes.byteLength) <= most,
        expected: (most: number) => `at most ${toCountText(most, 'byte')}`,
    },
} satisfies Limits;
