import type {TypeModel} from '@mionkit/core';
import {or} from './code-text.ts';
import type {Generation} from './generation.ts';

/** A property of overlapping objects. */
export interface PropertyGroup {
    readonly name: string;
    /** Its types, each with the indexes of the members that declare it so. */
    readonly types: readonly {readonly type: TypeModel; readonly members: readonly number[]}[];
}

/** The properties of objects that a value may fit several of. */
export interface OverlappingObjects {
    readonly groups: readonly PropertyGroup[];
    /** The objects are recursive types, so their properties stand one level deeper. */
    readonly recursive: boolean;
}

/** The properties of overlapping objects, so that those which members share are handled once. `undefined` when not all are plain objects alike. */
export function groupProperties(members: readonly TypeModel[], {graph, hash}: Generation): OverlappingObjects | undefined {
    const recursive = members.every(graph.isRecursive);
    if (!recursive && members.some(graph.isRecursive)) return undefined;
    const groups = new Map<string, Map<string, {type: TypeModel; members: number[]}>>();
    for (const [index, member] of members.entries()) {
        const object = graph.resolve(member);
        if (object.kind !== 'object' || object.indexes) return undefined;
        for (const {name, type} of object.properties) {
            const types = groups.get(name) ?? new Map<string, {type: TypeModel; members: number[]}>();
            const group = types.get(hash(type)) ?? {type, members: []};
            group.members.push(index);
            groups.set(name, types.set(hash(type), group));
        }
    }
    return {groups: [...groups].map(([name, types]) => ({name, types: [...types.values()]})), recursive};
}

/** The condition that a value fits one of these members, of which `f0`, `f1` … tell. */
export function getMemberCondition(members: readonly number[], count: number): string {
    return members.length === count ? 'true' : or(members.map((member) => `f${member}`));
}
