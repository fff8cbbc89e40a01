import {defaultTextLimits} from './text-limits.ts';
import type {TextForm} from './wire-text-form.ts';

/** Integers of any size, as decimal digits. There is no negative zero: with two texts for one value, a set of them would lose a member. */
export const bigIntForm: TextForm<bigint> = {
    expected: 'an integer in decimal digits',
    isLive: (value) => typeof value === 'bigint',
    // Counted first: what is too long isn't read.
    isText: (text, {maxBigIntDigits} = defaultTextLimits) =>
        text.length - (text[0] === '-' ? 1 : 0) <= maxBigIntDigits && /^(?:0|-?[1-9]\d*)$/.test(text),
    parse: BigInt,
    format: String,
};
