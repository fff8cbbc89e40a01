import type {TypeModel} from '@mionkit/core';
import {joinWords} from '@mionkit/core/wire';
import type {TypeGraph} from './type-graph.ts';

const words: Partial<Record<TypeModel['kind'], string>> = {
    undefined: 'nothing',
    null: 'null',
    array: 'an array',
    tuple: 'an array',
    object: 'an object',
};

/** What a type asks for, in a few words: `a string or null`. */
export function describeModel(model: TypeModel, graph: TypeGraph): string {
    const resolved = graph.resolve(model);
    if (resolved.kind === 'union') return joinWords([...new Set(resolved.members.map((member) => describeModel(member, graph)))]);
    if (resolved.kind === 'literal') return typeof resolved.value === 'string' ? `'${resolved.value}'` : `${resolved.value}`;
    return words[resolved.kind] ?? `a ${resolved.kind}`;
}
