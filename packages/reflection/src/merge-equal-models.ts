import {mapModel} from './map-model.ts';
import type {PooledModel, TypePool} from './settle-models.ts';

/**
 * Replaces references to equal models by references to the first of them, however often the models unfold what they contain.
 *
 * Models are told apart in rounds: by what they are, then by what their parts are, until a round tells no more of them apart.
 */
export function mergeEqualModels(pool: TypePool): void {
    let groups = regroup(pool, new Map([...pool.keys()].map((key) => [key, ''])));
    for (let count = 0; count < countGroups(groups); ) {
        count = countGroups(groups);
        groups = regroup(pool, groups);
    }
    for (const [key, pooled] of pool) pool.set(key, {...pooled, model: toGroups(pooled.model, groups)});
}

function countGroups(groups: ReadonlyMap<string, string>): number {
    return new Set(groups.values()).size;
}

/** Groups models by what they say when their references are to groups. A group's name is its first key. */
function regroup(pool: TypePool, groups: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const firstKeys = new Map<string, string>();
    return new Map(
        [...pool].map(([key, pooled]) => {
            const text = toText(pooled, groups);
            const first = firstKeys.get(text) ?? key;
            firstKeys.set(text, first);
            return [key, first];
        }),
    );
}

function toText({model, name}: PooledModel, groups: ReadonlyMap<string, string>): string {
    return JSON.stringify([name, toGroups(model, groups)]);
}

function toGroups(model: PooledModel['model'], groups: ReadonlyMap<string, string>): PooledModel['model'] {
    if (model.kind === 'ref') return {kind: 'ref', name: groups.get(model.name) ?? model.name};
    return mapModel(model, (part) => toGroups(part, groups));
}
