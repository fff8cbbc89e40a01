import type {MethodMetadata} from '@mionkit/core';
import type {MethodTable} from './method-table.ts';

/** What clients may know of a method, whatever its types. */
export type PublicMethod = Pick<MethodMetadata, 'id' | 'kind' | 'headerName' | 'hookIds' | 'hash'>;

/** Describes a method without its types. `undefined` for one that clients may not know of. */
export function toPublicMethod(id: string, table: MethodTable): PublicMethod | undefined {
    const method = table.getMethod(id);
    if (method === undefined || method.isPrivate) return undefined;
    const {kind, headerName, compiled} = method;
    const steps = kind === 'route' ? table.getPlan(table.toPath(id)).steps : [];
    const hookIds = steps.filter((step) => step.kind !== 'route' && !step.isPrivate).map((step) => step.id);
    return {id, kind, ...(headerName && {headerName}), hookIds, hash: compiled.hash};
}

/** A tree of what clients may know of the methods of a route tree. */
export interface PublicTree {
    readonly [name: string]: PublicTree | PublicMethod;
}

/** Describes methods, each where it stands in its tree. */
export function toPublicTree(methods: readonly PublicMethod[]): PublicTree {
    const tree: MutableTree = {};
    for (const method of methods) {
        const names = method.id.split('/');
        const name = names.pop() as string;
        let group = tree;
        for (const groupName of names) {
            if (!Object.hasOwn(group, groupName)) group[groupName] = {};
            group = group[groupName] as MutableTree;
        }
        group[name] = method;
    }
    return tree;
}

interface MutableTree {
    [name: string]: MutableTree | PublicMethod;
}
