const linesAround = 2;
const maxWidth = 160;

/** The lines around a place (line and column from 1), numbered, with a `^` under the place. Long lines are cut around it. */
export function toCodeFrame(text: string, line: number, column: number): string {
    const lines = text.split(/\r?\n/);
    const first = Math.max(1, line - linesAround);
    const last = Math.min(lines.length, line + linesAround);
    const width = String(last).length;
    const frame: string[] = [];
    for (let number = first; number <= last; number++) {
        const [before, after] = cutLine(lines[number - 1] ?? '', number === line ? column - 1 : 0);
        frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${before}${after}`.trimEnd());
        if (number === line) frame.push(`  ${' '.repeat(width)} | ${toIndent(before)}^`);
    }
    return frame.join('\n');
}

/** What is shown of a line before and behind a position; a `…` stands for what is left out. No character is cut in two. */
function cutLine(source: string, position: number): [string, string] {
    const start = Math.max(0, Math.min(position - maxWidth / 2, source.length - maxWidth));
    const end = start + maxWidth;
    const before = source.slice(start, position);
    const after = source.slice(position, end);
    return [
        start === 0 ? before : before.replace(/^.[\uDC00-\uDFFF]?/, '…'),
        end >= source.length ? after : after.replace(/[\uD800-\uDBFF]?.$/, '…'),
    ];
}

/** White space as wide as a text: tabs stay tabs. */
function toIndent(before: string): string {
    return before.replace(/[^\t]/g, ' ');
}
