/**
 * What a text says where it is a JSON object, array or string, and the value itself where it isn't.
 *
 * @param reviver as in `JSON.parse`
 */
export function jsonSafeParse(text: unknown, reviver?: (key: string, value: unknown) => unknown): unknown {
    if (typeof text !== 'string' || !'{["'.includes(text.charAt(0) || ' ')) return text;
    try {
        return JSON.parse(text, reviver);
    } catch {
        return text;
    }
}
