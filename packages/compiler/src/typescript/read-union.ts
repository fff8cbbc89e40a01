import type {TypeModel} from '@mionkit/core';
import {createUnion} from '@mionkit/reflection/generator';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {isImpossible} from './read-intersection.ts';
import type {Type} from './typescript-api.ts';

/** The model of a union of these types. Unions among them are opened, and what no value fits is left out. */
export function readUnionOf(context: ReadContext, types: readonly Type[], place: Place): TypeModel {
    const read = (member: Type) => context.readType(member, place);
    const members = [...new Set(types.flatMap(context.view.membersOf))];
    const possible = members.filter((member) => !isImpossible(context, member));
    if (possible.length === members.length || possible.length === 0) return createUnion(members.map(read));
    // A model may not be a reference alone.
    return createUnion(possible.map((member) => (possible.length === 1 ? context.lookUp(read(member)) : read(member))));
}
