import {expect, test} from '@jest/globals';
import {encodeNumber, encodeString} from '../src/wire-text.ts';

test('strings are written as JSON.stringify writes them', () => {
    for (let code = 0; code <= 0xffff; code++) {
        const text = `a${String.fromCharCode(code)}b`;
        if (encodeString(text) !== JSON.stringify(text)) throw new Error(`The character ${code} is written differently.`);
    }
    for (const text of ['', '😀', '\ud83d', '\ude00\ud83d', 'é', '"'.repeat(1000), 'x'.repeat(100_000)]) {
        expect(encodeString(text)).toBe(JSON.stringify(text));
    }
});

test('numbers are written as JSON.stringify writes them', () => {
    for (const number of [0, -0, 1, -1.5, 1e21, 1e-7, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53]) {
        expect(encodeNumber(number)).toBe(JSON.stringify(number));
    }
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        expect(() => encodeNumber(number)).toThrow('expected a number, got a number that is not finite');
    }
});
