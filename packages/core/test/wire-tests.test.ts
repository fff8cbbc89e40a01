import {describe, expect, test} from '@jest/globals';
import {areUnique} from '../src/wire-tests.ts';

describe('areUnique', () => {
    test.each<[what: string, first: unknown, second: unknown]>([
        ['texts', 'a', 'b'],
        ['objects', {a: 1}, {a: 2}],
        ['sets', new Set([1]), new Set([2])],
        ['maps', new Map([['a', {b: 1}]]), new Map([['a', {b: 2}]])],
        ['sets in objects', {a: new Set(['x'])}, {a: new Set()}],
        ['sets of maps', new Set([new Map([[1, 1]])]), new Set([new Map([[1, 2]])])],
        ['regular expressions', /a/, /a/i],
        ['binary data', new Uint8Array([1]), new Uint8Array([2])],
        ['buffers', new Uint8Array([1]).buffer, new Uint8Array([2]).buffer],
        ['bigints', 1n, 2n],
        ['dates', new Date(0), new Date(1)],
        ['URLs', new URL('http://a.b'), new URL('http://a.c')],
    ])('tells %s apart by what is in them', (_what, first, second) => {
        expect(areUnique([first, second])).toBe(true);
        expect(areUnique([first, second, first])).toBe(false);
    });

    test.each<[what: string, make: () => unknown]>([
        ['sets', () => new Set([1, {a: 1}])],
        ['maps', () => new Map([['a', new Set([1])]])],
        ['regular expressions', () => /a/g],
        ['buffers', () => new Uint8Array([1]).buffer],
    ])('%s with the same in them are the same', (_what, make) => {
        expect(areUnique([make(), make()])).toBe(false);
    });

    test('keys may stand in any order', () => {
        expect(
            areUnique([
                {a: 1, b: 2},
                {b: 2, a: 1},
            ]),
        ).toBe(false);
    });
});
