import {toMethodId} from '@mionkit/core';
import {hasReference} from '@mionkit/reflection/front-end';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {UsedVariable} from './find-tree-properties.ts';
import type {ImportGraph} from './import-graph.ts';
import type {ProgramView} from './program-view.ts';
import {type NodeHandle, ObjectFlags, type Type} from './typescript-api.ts';

/** A group of a tree, as one call has it. */
export interface Group {
    /** Absent where it was not asked for yet. */
    readonly type?: Type | undefined;
    /** The variable that it is the value of, if that is known. */
    readonly variable?: UsedVariable | undefined;
    readonly names: readonly string[];
    readonly optional: boolean;
    /** The function whose call has the group. */
    readonly functionName: string;
}

/** Where a group is kept, and what its type depends on. */
interface GroupKey {
    readonly key: string;
    readonly fingerprint: string;
}

/** Groups to keep, by their place in the tree. */
export type NewGroups = Map<string, readonly GroupKey[]>;

interface RememberedGroup {
    readonly fingerprint: string;
    readonly methods: readonly MethodSource[];
}

/**
 * The methods of groups, kept while nothing changes that their types depend on: so an edit costs as much as what it affects.
 *
 * Only for groups that are written as an object literal: then the file that it stands in, with what that imports, says all about its type.
 */
export class GroupMemory {
    readonly #groups = new Map<string, RememberedGroup>();
    readonly #graph: Pick<ImportGraph, 'fingerprintOf' | 'versionOf'>;

    constructor(graph: Pick<ImportGraph, 'fingerprintOf' | 'versionOf'>) {
        this.#graph = graph;
    }

    /** The methods of a group that was read before and can't have changed. Notes in `newGroups` where a group whose type is known is to be kept. */
    find(view: ProgramView, group: Group, newGroups: NewGroups): readonly MethodSource[] | undefined {
        const literal = group.type && findGroupLiteral(view, group.type);
        const keys = this.#listKeys(group, literal);
        if (literal !== undefined) newGroups.set(toMethodId(group.names), keys);
        for (const {key, fingerprint} of keys) {
            const known = this.#groups.get(key);
            if (known?.fingerprint === fingerprint) return known.methods;
        }
        return undefined;
    }

    #listKeys({variable, names, optional, functionName}: Group, literal: GroupLiteral | undefined): GroupKey[] {
        const keys: GroupKey[] = [];
        const place = [names, optional, functionName];
        if (variable !== undefined) {
            const {declaration, usedIn} = variable;
            const fingerprint = `${this.#graph.fingerprintOf(declaration.path)};${this.#graph.versionOf(usedIn)}`;
            keys.push({key: JSON.stringify([declaration.path, declaration.index, usedIn, ...place]), fingerprint});
        }
        if (literal !== undefined) {
            const fingerprint = this.#graph.fingerprintOf(literal.path);
            keys.push({key: JSON.stringify([literal.path, literal.index, ...place]), fingerprint});
        }
        return keys;
    }

    /**
     * Keeps new groups of a call in which nothing is wrong. Not those with recursive types: their definitions belong to the whole call.
     * Nor definitions with options: what describes them may stand in the file of the tree.
     */
    keep(newGroups: NewGroups, methods: readonly MethodSource[]): void {
        for (const [place, keys] of newGroups) {
            const start = `${place}/`;
            const own = methods.filter(({id}) => id === place || id.startsWith(start));
            if (own.some(({id, model}) => id === place || hasReference(model))) continue;
            for (const {key, fingerprint} of keys) this.#groups.set(key, {fingerprint, methods: own});
        }
    }
}

type GroupLiteral = Pick<NodeHandle, 'path' | 'index'>;

/** The object literal that a type was inferred from, unless type arguments had a part in it. */
function findGroupLiteral({symbolOf}: ProgramView, type: Type): GroupLiteral | undefined {
    if (!type.isObjectType() || !(type.objectFlags & ObjectFlags.Anonymous) || type.objectFlags & ObjectFlags.Instantiated)
        return undefined;
    const symbol = symbolOf(type);
    return symbol?.name === '__object' ? symbol.valueDeclaration : undefined;
}
