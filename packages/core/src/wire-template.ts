/** What may stand in a hole of a template literal type. */
type HoleTest = (text: string) => boolean;

/**
 * Whether a text matches a template literal type: literal texts with holes between them.
 *
 * As TypeScript matches them: each hole takes what comes before the first place of the next text, of an empty one a single
 * character, and nothing is tried a second time.
 */
export function matchesTemplate(text: string, texts: readonly string[], holes: readonly HoleTest[]): boolean {
    const start = texts[0] ?? '';
    const end = texts.at(-1) ?? '';
    if (text.length < start.length + end.length || !text.startsWith(start) || !text.endsWith(end)) return false;
    const body = text.slice(0, text.length - end.length);
    let position = start.length;
    for (let index = 0; index < holes.length; index++) {
        const next = index === holes.length - 1 ? body.length : findNext(body, position, texts[index + 1] ?? '');
        if (next < 0 || !holes[index]?.(body.slice(position, next))) return false;
        position = next + (texts[index + 1] ?? '').length;
    }
    return true;
}

function findNext(body: string, position: number, delimiter: string): number {
    if (delimiter !== '') return body.indexOf(delimiter, position);
    return position < body.length ? position + 1 : -1;
}

/** Makes the test whether a value matches a template literal type. */
export function createTemplateTest(texts: readonly string[], holes: readonly HoleTest[]): (value: unknown) => boolean {
    return (value) => typeof value === 'string' && matchesTemplate(value, texts, holes);
}

/** Whether a text is a number to TypeScript's template literal types. */
export function isNumberText(text: string): boolean {
    return text !== '' && Number.isFinite(Number(text));
}

/** Whether a text is a bigint to TypeScript's template literal types. */
export function isBigIntText(text: string): boolean {
    return /^-?(?:0|[1-9]\d*|0x[\da-f]+|0b[01]+|0o[0-7]+)$/i.test(text);
}
