import {describe, expect, test} from '@jest/globals';
import {decodeDate, encodeDate, formatDate, isWireDate} from '../src/wire-date.ts';
import {dateForm} from '../src/wire-date-form.ts';

/** Numbers from 0 to 1, the same in every run. */
function createRandom(): () => number {
    let state = 1;
    return () => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return state / 2 ** 32;
    };
}

const msPerDay = 86_400_000;
const ranges = [
    ['years of four digits', -62_167_219_200_000, 253_402_300_799_999],
    ['all times', -8.64e15, 8.64e15],
    ['this century', 946_684_800_000, 4_102_444_800_000],
] as const;

describe('the wire form of a date', () => {
    test.each(ranges)('is what toISOString writes, and is read back, for %s', (_, least, most) => {
        const random = createRandom();
        const times = Array.from({length: 5000}, () => Math.floor(least + random() * (most - least)));
        for (const time of [least, most, ...times]) {
            const text = new Date(time).toISOString();
            expect(encodeDate(new Date(time))).toBe(`"${text}"`);
            expect(formatDate(new Date(time))).toBe(text);
            expect(isWireDate(text)).toBe(true);
            expect(decodeDate(text).getTime()).toBe(time);
        }
    });

    test('is right for every day of four centuries', () => {
        const first = Date.UTC(1900, 0, 1);
        for (let time = first; time < Date.UTC(2300, 0, 1); time += msPerDay) {
            const text = new Date(time).toISOString();
            if (encodeDate(new Date(time)) !== `"${text}"` || decodeDate(text).getTime() !== time) throw new Error(text);
        }
        expect(encodeDate(new Date(first))).toBe('"1900-01-01T00:00:00.000Z"');
    });

    test('exists for the days that exist', () => {
        for (let year = 1896; year <= 2004; year++) {
            for (let month = 1; month <= 12; month++) {
                const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
                for (let day = 28; day <= 32; day++) {
                    const text = `${year}-${String(month).padStart(2, '0')}-${day}T00:00:00Z`;
                    expect([text, isWireDate(text)]).toEqual([text, day <= days]);
                }
            }
        }
    });

    test.each([
        ['2020-12-31T23:59:59+05:30', '2020-12-31T18:29:59.000Z'],
        ['2020-12-31T23:59:59-00:00', '2020-12-31T23:59:59.000Z'],
        ['2020-12-31T23:59:59.1Z', '2020-12-31T23:59:59.100Z'],
        ['2020-12-31T23:59:59.123456789Z', '2020-12-31T23:59:59.123Z'],
        ['2020-12-31T23:59:59.99+02:00', '2020-12-31T21:59:59.990Z'],
        ['+002020-12-31T23:59:59Z', '2020-12-31T23:59:59.000Z'],
    ])('%s is %s', (text, expected) => {
        expect(decodeDate(text).toISOString()).toBe(expected);
    });

    test('is the same to those who need no speed', () => {
        const years = ['0000', '0004', '0100', '0400', '1900', '2000', '2023', '2024', '9999'];
        const signed = [
            '-000004',
            '-000001',
            '-000000',
            '+000000',
            '+001900',
            '+002024',
            '+010000',
            '-271821',
            '-271822',
            '+275760',
        ];
        const clocks = ['T00:00:00Z', 'T23:30:00-01:00', 'T00:30:00.5+01:00', 'T24:00:00Z', 'T00:00:60Z', ''];
        const usualClocks = ['T00:00:00.000Z', 'T24:00:00.000Z', 'T23:60:00.000Z', 'T23:59:60.000Z', 'T23:59:59.999Z'];
        const days = ['00', '01', '13', '14', '19', '20', '28', '29', '30', '31', '32'];
        const texts = [...years, ...signed].flatMap((year) =>
            ['00', '02', '04', '06', '09', '11', '12', '13'].flatMap((month) =>
                days.flatMap((day) => [...clocks, ...usualClocks].map((clock) => `${year}-${month}-${day}${clock}`)),
            ),
        );
        expect(texts.filter((text) => dateForm.isText(text) !== isWireDate(text))).toEqual([]);
        expect(texts.filter(isWireDate).length).toBeGreaterThan(1000);
    });

    test('is no date with another character at any place', () => {
        const text = '2024-02-29T23:59:59.989Z';
        const changed = Array.from(text, (_, at) =>
            ['/', ':', '-', '.', 'T', 'Z', ' ', '٣', '0', '9'].map((other) => text.slice(0, at) + other + text.slice(at + 1)),
        ).flat();
        expect(changed.filter((each) => dateForm.isText(each) !== isWireDate(each))).toEqual([]);
        expect(changed.filter(isWireDate).map((each) => decodeDate(each).toISOString())).toEqual(changed.filter(isWireDate));
    });
});
