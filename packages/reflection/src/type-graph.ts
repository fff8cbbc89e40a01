import type {Definitions, RefModel, TypeKind, TypeModel} from '@mionkit/core';
import {findCycles, listReferences} from './find-cycles.ts';
import {hasParts} from './map-model.ts';
import {getChildren} from './model-children.ts';

/** A model that is no `ref`. */
export type ResolvedModel = Exclude<TypeModel, RefModel>;

/** What can be asked about models whose `ref`s point into one table of definitions. */
export interface TypeGraph {
    /** The definition that a `ref` points to, and any other model itself. */
    readonly resolve: (model: TypeModel) => ResolvedModel;
    /** The definitions that can be reached from one and that it can be reached from, itself included. Empty unless it is recursive. */
    readonly getCycle: (name: string) => ReadonlySet<string>;
    /** Whether a model is a `ref`, and so counts as a level of nesting. Front ends write recursive types as `ref`s, and very large ones. */
    readonly isRecursive: (model: TypeModel) => boolean;
    /** Whether a question is answered with yes for a model or for anything that it contains. */
    readonly contains: (model: TypeModel, question: (model: TypeModel) => boolean) => boolean;
    /** Whether an absent property can stand for a value of the type. */
    readonly acceptsUndefined: (model: TypeModel) => boolean;
    /** Whether `null` on the wire is a value of the type. */
    readonly acceptsNull: (model: TypeModel) => boolean;
}

const none: ReadonlySet<string> = new Set();

/** Makes the graph of one table of definitions. Its answers are kept, so share it. */
export function createTypeGraph(definitions: Definitions): TypeGraph {
    let cycles: ReadonlyMap<string, ReadonlySet<string>> | undefined;

    function define(name: string): TypeModel {
        const model = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
        if (model === undefined) throw new Error(`The type model refers to '${name}', which is not among its definitions.`);
        return model;
    }

    function resolve(model: TypeModel): ResolvedModel {
        if (model.kind !== 'ref') return model;
        const seen = new Set<string>();
        let current: TypeModel = model;
        while (current.kind === 'ref') {
            if (seen.has(current.name)) throw new Error(`The definition '${current.name}' refers to nothing but itself.`);
            seen.add(current.name);
            current = define(current.name);
        }
        return current;
    }

    function getCycle(name: string): ReadonlySet<string> {
        cycles ??= listCycles(definitions);
        return cycles.get(name) ?? none;
    }

    function contains(model: TypeModel, question: (model: TypeModel) => boolean): boolean {
        if (question(model)) return true;
        if (model.kind !== 'ref' && !hasParts(model)) return false;
        const seen = new Set<TypeModel>();
        const models = [model];
        for (let next = models.pop(); next; next = models.pop()) {
            if (seen.has(next)) continue;
            if (question(next)) return true;
            seen.add(next);
            models.push(...(next.kind === 'ref' ? [define(next.name)] : getChildren(next)));
        }
        return false;
    }

    function accepts(model: TypeModel, kind: TypeKind): boolean {
        const resolved = resolve(model);
        if (resolved.kind === 'union') return resolved.members.some((member) => accepts(member, kind));
        return resolved.kind === kind || resolved.kind === 'unknown';
    }

    return {
        resolve,
        contains,
        getCycle,
        isRecursive: (model) => model.kind === 'ref',
        acceptsUndefined: (model) => accepts(model, 'undefined'),
        acceptsNull: (model) => accepts(model, 'null'),
    };
}

/** By the name of each definition that can be reached from itself: those that it can be reached from and that can be reached from it. */
function listCycles(definitions: Definitions): ReadonlyMap<string, ReadonlySet<string>> {
    const edges = new Map(Object.entries(definitions).map(([name, model]) => [name, listReferences(model)]));
    return new Map(findCycles(edges).flatMap((cycle) => [...cycle].map((name) => [name, cycle] as const)));
}
