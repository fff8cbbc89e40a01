const linesAround = 2;

/** The lines around a place (line and column from 1), numbered, with a `^` under the place. */
export function toCodeFrame(text: string, line: number, column: number): string {
    const lines = text.split(/\r?\n/);
    const first = Math.max(1, line - linesAround);
    const last = Math.min(lines.length, line + linesAround);
    const width = String(last).length;
    const frame: string[] = [];
    for (let number = first; number <= last; number++) {
        const source = lines[number - 1] ?? '';
        frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${source}`.trimEnd());
        if (number === line) frame.push(`  ${' '.repeat(width)} | ${toIndent(source, column)}^`);
    }
    return frame.join('\n');
}

/** White space as wide as the text before the column: tabs stay tabs. */
function toIndent(source: string, column: number): string {
    return source.slice(0, column - 1).replace(/[^\t]/g, ' ');
}
