import type {MethodModels} from '@mionkit/core';

/** JSON text of models, for `readModels` of `@mionkit/core/wire`: what stands in several places is written once. */
export function writeModels(models: MethodModels): string {
    const repeated = findRepeated(models);
    const indexes = new Map<string, number>();
    const parts: unknown[] = [];

    function write(value: unknown): unknown {
        if (typeof value !== 'object' || value === null) return value;
        if (Array.isArray(value)) return value.map(write);
        const text = JSON.stringify(value);
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

    const written = writeFields(models);
    return JSON.stringify({...written, parts});
}

/** The texts of the objects that stand in several places. */
function findRepeated(models: MethodModels): ReadonlySet<string> {
    const seen = new Set<string>();
    const repeated = new Set<string>();
    const open: object[] = [models];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
        const text = Array.isArray(value) ? '' : JSON.stringify(value);
        if (seen.has(text)) repeated.add(text);
        else open.push(...Object.values(value).filter((part) => typeof part === 'object' && part !== null));
        if (text !== '') seen.add(text);
    }
    return repeated;
}
