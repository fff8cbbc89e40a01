import {describe, expect, test} from '@jest/globals';
import {mergeDecoded, mergeTexts} from '../src/wire-merge.ts';
import {isShallow} from '../src/wire-shallow.ts';

describe('isShallow', () => {
    test.each([
        ['x', 0, true],
        [[], 0, false],
        [[], 1, true],
        [{a: [1]}, 1, false],
        [{a: [1], b: 2}, 2, true],
        [[[[]]], 2, false],
    ])('%j nested at most %i deep: %s', (value, maxDepth, expected) => {
        expect(isShallow(value, maxDepth)).toBe(expected);
    });
});

describe('what several members of a union declare', () => {
    test('stays, at any depth', () => {
        const first = {a: 1, inner: {x: 1}, list: [{x: 1}, {x: 2}]};
        const second = {b: 2, inner: {y: 2}, list: [{y: 1}, {y: 2}]};
        const merged = {
            a: 1,
            b: 2,
            inner: {x: 1, y: 2},
            list: [
                {x: 1, y: 1},
                {x: 2, y: 2},
            ],
        };
        expect(JSON.parse(mergeTexts(JSON.stringify(first), JSON.stringify(second)))).toEqual(merged);
        expect(mergeDecoded(first, second)).toEqual(merged);
    });

    test('is not mixed where it is no plain data', () => {
        const date = new Date(0);
        expect(mergeDecoded(date, new Date(1))).toBe(date);
        expect(mergeDecoded(undefined, date)).toBe(date);
    });
});
