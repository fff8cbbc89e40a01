const indentation = '  ';
const longestLine = 120;

/** JSON text that people can read and compare: what fits in a line stands in one. */
export function toJsonText(value: unknown, margin = ''): string {
    const line = toLine(value);
    if (margin.length + line.length <= longestLine || typeof value !== 'object' || value === null) return line;
    const inner = margin + indentation;
    if (Array.isArray(value)) return `[\n${value.map((item) => inner + toJsonText(item, inner)).join(',\n')}\n${margin}]`;
    const members = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${toJsonText(item, inner)}`);
    return `{\n${members.join(',\n')}\n${margin}}`;
}

function toLine(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(toLine).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${toLine(item)}`);
    return `{${members.join(', ')}}`;
}
