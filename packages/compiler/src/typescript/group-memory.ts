import {toMethodId} from '@mionkit/core';
import {hasReference} from '@mionkit/reflection/front-end';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {ProgramView} from './program-view.ts';
import {type NodeHandle, ObjectFlags, type Type} from './typescript-api.ts';

/** A group of a tree, as one call has it. */
export interface Group {
    /** Absent where it was not asked for yet. */
    readonly type?: Type | undefined;
    /** The declaration of the variable that it is the value of, if that is known. */
    readonly variable?: NodeHandle | undefined;
    readonly names: readonly string[];
    readonly optional: boolean;
    /** The function whose call has the group. */
    readonly functionName: string;
}

/** Groups and definitions that were not known, by their place in the tree. */
export type NewGroups = Map<string, {readonly key: string; readonly fingerprint: string}>;

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
    readonly #fingerprintOf: (path: string) => string;

    constructor(fingerprintOf: (path: string) => string) {
        this.#fingerprintOf = fingerprintOf;
    }

    /** The methods of a group that was read before and can't have changed. Adds other groups to `newGroups`. */
    find(view: ProgramView, group: Group, newGroups: NewGroups): readonly MethodSource[] | undefined {
        const literal = group.type && findGroupLiteral(view, group.type);
        const declaration = group.variable ?? literal;
        if (declaration === undefined) return undefined;
        const key = JSON.stringify([declaration.path, declaration.index, group.names, group.optional, group.functionName]);
        const fingerprint = this.#fingerprintOf(declaration.path);
        const known = this.#groups.get(key);
        if (known?.fingerprint === fingerprint) return known.methods;
        if (literal !== undefined) newGroups.set(toMethodId(group.names), {key, fingerprint});
        return undefined;
    }

    /**
     * Keeps new groups of a call in which nothing is wrong. Not those with recursive types: their definitions belong to the whole call.
     * Nor definitions with options: what describes them may stand in the file of the tree.
     */
    keep(newGroups: NewGroups, methods: readonly MethodSource[]): void {
        for (const [place, {key, fingerprint}] of newGroups) {
            const start = `${place}/`;
            const own = methods.filter(({id}) => id === place || id.startsWith(start));
            if (own.some(({id, model}) => id === place || hasReference(model))) this.#groups.delete(key);
            else this.#groups.set(key, {fingerprint, methods: own});
        }
    }
}

/** The object literal that a type was inferred from, unless type arguments had a part in it. */
function findGroupLiteral({symbolOf}: ProgramView, type: Type): {readonly path: string; readonly index: number} | undefined {
    if (!type.isObjectType() || !(type.objectFlags & ObjectFlags.Anonymous) || type.objectFlags & ObjectFlags.Instantiated)
        return undefined;
    const symbol = symbolOf(type);
    return symbol?.name === '__object' ? symbol.valueDeclaration : undefined;
}
