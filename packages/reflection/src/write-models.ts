import type {MethodModels} from '@mionkit/core';

/** JSON text of models, for `readModels` of `@mionkit/core/wire`: what stands in several places is written once. */
export function writeModels(models: MethodModels): string {
    const toText = rememberTexts();
    const repeated = findRepeated(
        Object.values(models).flatMap((table) => Object.values(table)),
        toText,
    );
    const indexes = new Map<string, number>();
    const parts: unknown[] = [];

    function write(value: unknown): unknown {
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(write);
        const text = toText(value);
        if (!repeated.has(text)) return writeFields(value);
        if (!indexes.has(text)) {
            const part = writeFields(value);
            indexes.set(text, parts.push(part) - 1);
        }
        return [indexes.get(text)];
    }

    function writeFields(value: object): object {
        return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, write(part)]));
    }

    const tables = Object.entries(models).map(([name, table]) => [name, writeFields(table)] as const);
    return JSON.stringify({...Object.fromEntries(tables), parts});
}

/** Each object is asked for twice, and large ones cost as much as all that is in them. */
function rememberTexts(): (value: object) => string {
    const texts = new Map<object, string>();
    return (value) => {
        const text = texts.get(value) ?? JSON.stringify(value);
        texts.set(value, text);
        return text;
    };
}

/** The texts of the objects that stand in several places. */
function findRepeated(values: readonly object[], toText: (value: object) => string): ReadonlySet<string> {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    const open = [...values];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
        const text = Array.isArray(value) ? '' : toText(value);
        if (seen.has(text)) repeated.add(text);
        else open.push(...Object.values(value).filter((part) => typeof part === 'object' && part !== null));
        if (text !== '') seen.add(text);
    }
    return repeated;
}
