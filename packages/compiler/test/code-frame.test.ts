import {describe, expect, test} from '@jest/globals';
import {toCodeFrame} from '../src/code-frame.ts';

const long = 'x'.repeat(1000);

/** The lines of a frame without their numbers: the line, and the mark. */
function frameOf(line: string, column: number): string[] {
    return toCodeFrame(line, 1, column)
        .split('\n')
        .map((each) => each.slice('> 1 | '.length));
}

describe('a long line is cut around the mark', () => {
    const cases: readonly {name: string; line: string; column: number; shown: string; markAt: number}[] = [
        {name: 'at its start', line: `!${long}`, column: 1, shown: `!${'x'.repeat(158)}…`, markAt: 0},
        {
            name: 'in its middle',
            line: `${long}!${long}`,
            column: 1001,
            shown: `…${'x'.repeat(79)}!${'x'.repeat(78)}…`,
            markAt: 80,
        },
        {name: 'at its end', line: `${long}!`, column: 1001, shown: `…${'x'.repeat(158)}!`, markAt: 159},
        {name: 'behind its end', line: long, column: 1001, shown: `…${'x'.repeat(159)}`, markAt: 160},
        {name: 'not below the limit', line: 'x'.repeat(160), column: 160, shown: 'x'.repeat(160), markAt: 159},
        {
            name: 'beside tabs',
            line: `${long}\t!${long}`,
            column: 1002,
            shown: `…${'x'.repeat(78)}\t!${'x'.repeat(78)}…`,
            markAt: 80,
        },
    ];

    test.each(cases)('$name', ({line, column, shown, markAt}) => {
        const [text, mark] = frameOf(line, column);
        expect(text).toBe(shown);
        expect(mark).toBe(`${shown.slice(0, markAt).replace(/[^\t]/g, ' ')}^`);
        expect(text?.length).toBeLessThanOrEqual(160);
    });

    test('and no character is cut in two', () => {
        for (let shift = 0; shift < 4; shift++) {
            const [text = '', mark = ''] = frameOf(`${'y'.repeat(shift)}${'😀'.repeat(500)}!${'😀'.repeat(500)}`, shift + 1001);
            expect(text).toMatch(/^…(?:😀)+!(?:😀)+…$/u);
            expect(text[mark.length - 1]).toBe('!');
        }
    });
});

test('the lines around it are cut from their start', () => {
    const lines = toCodeFrame(`${long}\n${long}!\n${long}`, 2, 1001).split('\n');
    const start = `${'x'.repeat(159)}…`;
    expect(lines).toEqual([`  1 | ${start}`, `> 2 | …${'x'.repeat(158)}!`, `    | ${' '.repeat(159)}^`, `  3 | ${start}`]);
});
