import type {Definitions, MethodModel, MethodModels} from '@mionkit/core';

/** The model of a method, and what its `ref`s may point to. */
export interface StoredModel {
    readonly model: MethodModel;
    readonly definitions: Definitions;
}

/** The type models of the registered methods: not made until the first of them is asked for. */
export class ModelStore {
    readonly #makers: (() => MethodModels)[] = [];
    readonly #models = new Map<string, StoredModel>();

    /** Adds the `getModels` of one registration. */
    add(getModels: (() => MethodModels) | undefined): void {
        if (getModels !== undefined) this.#makers.push(getModels);
    }

    get(id: string): StoredModel | undefined {
        for (const getModels of this.#makers.splice(0)) this.#read(getModels());
        return this.#models.get(id);
    }

    #read({methods, definitions}: MethodModels): void {
        for (const [id, model] of Object.entries(methods)) this.#models.set(id, {model, definitions});
    }
}
