import type {MethodModels} from './type-model.ts';

/**
 * The models of a JSON text in which objects that stand in several places are written once.
 *
 * Such an object is one of the text's `parts`, and `[index]` stands in its places: nothing else in a model is an array of numbers.
 */
export function readModels(text: string): MethodModels {
    const {parts, ...models} = JSON.parse(text) as MethodModels & {readonly parts: readonly object[]};
    putParts(parts, parts);
    putParts(models, parts);
    return models;
}

function putParts(value: object, parts: readonly object[]): void {
    for (const [key, part] of Object.entries(value)) {
        if (typeof part !== 'object' || part === null) continue;
        if (typeof part[0] === 'number') Reflect.set(value, key, parts[part[0]]);
        else putParts(part, parts);
    }
}
