import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {type Type, TypeFlags} from './typescript-api.ts';

/** The model of a union of these types. Members come in the checker's order, without duplicates. */
export function readUnionOf(context: ReadContext, types: readonly Type[], place: Place): TypeModel {
    const members = mergeBooleans(types).flatMap((type) => {
        const model = type === 'boolean' ? ({kind: 'boolean'} as const) : context.readType(type, place);
        return model.kind === 'union' ? model.members : [model];
    });
    const distinct = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
    const [only] = distinct;
    if (only === undefined) return {kind: 'undefined'};
    return distinct.length === 1 ? only : {kind: 'union', members: distinct};
}

/** Writes `true | false` as the one member `boolean` that it is. Unions among the types are flattened. */
function mergeBooleans(types: readonly Type[]): (Type | 'boolean')[] {
    const flat = types.flatMap((type) => (type.isUnionType() && !(type.flags & TypeFlags.Boolean) ? type.getTypes() : [type]));
    const literals = new Set(flat.filter((type) => type.isBooleanLiteralType()).map((type) => type.value));
    if (literals.size < 2) return [...new Set(flat)];
    const others = flat.filter((type) => !type.isBooleanLiteralType());
    return [...new Set(others), 'boolean'];
}
