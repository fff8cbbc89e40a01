import type {TextForm} from './wire-text-form.ts';

// Parsing three million digits takes over a second. These are the digits of 4,096 bits, and some.
const maxDigits = 1300;

/** Integers of any size, as decimal digits. At most 1,300 of them. */
export const bigIntForm: TextForm<bigint> = {
    expected: 'an integer in decimal digits',
    isLive: (value) => typeof value === 'bigint',
    isText: (text) => text.length <= maxDigits + 1 && /^-?(?:0|[1-9]\d{0,1299})$/.test(text),
    parse: BigInt,
    format: String,
};
