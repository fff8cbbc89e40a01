/** A JSDoc comment of a text and tags, with the line break behind it; nothing when there is nothing to say. */
export function toComment(text: string | undefined, tags: readonly string[] = []): string {
    const lines = [...(text === undefined ? [] : [text]), ...tags]
        .join('\n')
        .replaceAll('*/', '*\\/')
        .split(/\r\n|[\n\r\u2028\u2029]/);
    if (lines.length > 1) return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
    return lines[0] ? `/** ${lines[0]} */\n` : '';
}
