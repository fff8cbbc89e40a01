import type {TypeModel} from '@mionkit/core';
import {createUnion} from '@mionkit/reflection/generator';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import type {Type} from './typescript-api.ts';

/** The model of a union of these types. Unions among them are opened. */
export function readUnionOf(context: ReadContext, types: readonly Type[], place: Place): TypeModel {
    const members = types.flatMap(context.view.membersOf);
    return createUnion([...new Set(members)].map((member) => context.readType(member, place)));
}
