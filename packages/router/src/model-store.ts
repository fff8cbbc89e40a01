import type {Definitions, MethodModel, MethodModels} from '@mionkit/core';

/** The model of a method, and what its `ref`s may point to. */
export interface StoredModel {
    readonly model: MethodModel;
    readonly definitions: Definitions;
}

/** The type models of the registered methods: JSON text until the first of them is asked for. */
export class ModelStore {
    readonly #texts: string[] = [];
    readonly #models = new Map<string, StoredModel>();

    /** Adds the `models` of one registration. */
    add(text: string | undefined): void {
        if (text !== undefined) this.#texts.push(text);
    }

    get(id: string): StoredModel | undefined {
        for (const text of this.#texts.splice(0)) this.#parse(text);
        return this.#models.get(id);
    }

    #parse(text: string): void {
        const {methods, definitions} = JSON.parse(text) as MethodModels;
        for (const [id, model] of Object.entries(methods)) this.#models.set(id, {model, definitions});
    }
}
