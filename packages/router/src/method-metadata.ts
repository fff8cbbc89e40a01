import type {Definitions, MethodMetadata, TypeModel} from '@mionkit/core';
import type {Method} from './method.ts';
import type {MethodTable} from './method-table.ts';
import type {StoredModel} from './model-store.ts';
import type {TreeMethod} from './read-routes.ts';

/** What clients may know of a method, whatever its types. */
export type PublicMethod = Pick<MethodMetadata, 'id' | 'kind' | 'headerName' | 'hookIds' | 'hash'>;

/** Describes a method without its types. */
export function toPublicMethod({id, kind, headerName, compiled}: Method, table: MethodTable): PublicMethod {
    const steps = table.getPlanOf(id)?.steps ?? [];
    const hookIds = steps.filter((step) => step.kind !== 'route' && !step.isPrivate).map((step) => step.id);
    return {id, kind, ...(headerName === undefined ? undefined : {headerName}), hookIds, hash: compiled.hash};
}

/** Describes a method with its types. */
export function toMethodMetadata(method: Method, table: MethodTable, stored: StoredModel): MethodMetadata {
    const {params, returns, errors} = stored.model;
    const definitions = collectDefinitions([params, returns, errors], stored.definitions);
    return {
        ...toPublicMethod(method, table),
        params,
        returns,
        ...(errors === undefined ? undefined : {errors}),
        ...(Object.keys(definitions).length === 0 ? undefined : {definitions}),
    };
}

/** A tree of what clients may know of the methods of a route tree. */
export interface PublicTree {
    readonly [name: string]: PublicTree | PublicMethod;
}

/** Describes the public methods of a registered tree, each where it stands in the tree. */
export function toPublicTree(places: readonly TreeMethod[], table: MethodTable): PublicTree {
    const tree: MutableTree = {};
    for (const {id} of places) {
        const method = table.getMethod(id);
        if (method === undefined || method.isPrivate) continue;
        const names = id.split('/');
        const name = names.pop() as string;
        findGroup(tree, names)[name] = toPublicMethod(method, table);
    }
    return tree;
}

interface MutableTree {
    [name: string]: MutableTree | PublicMethod;
}

function findGroup(tree: MutableTree, names: readonly string[]): MutableTree {
    let group = tree;
    for (const name of names) {
        if (!Object.hasOwn(group, name)) group[name] = {};
        group = group[name] as MutableTree;
    }
    return group;
}

// Only what these models refer to, directly or through each other: the table of the whole tree can be large.
function collectDefinitions(models: unknown, all: Definitions, found: Record<string, TypeModel> = {}): Definitions {
    if (typeof models !== 'object' || models === null) return found;
    const {kind, name} = models as {readonly kind?: unknown; readonly name?: unknown};
    if (kind === 'ref' && typeof name === 'string' && !Object.hasOwn(found, name)) {
        const model = all[name] as TypeModel;
        found[name] = model;
        collectDefinitions(model, all, found);
    }
    for (const inner of Object.values(models)) collectDefinitions(inner, all, found);
    return found;
}
