import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {readObject} from './read-object.ts';
import {type IntersectionType, TypeFlags} from './typescript-api.ts';

/** The model of an intersection: of objects, the merged object; of a primitive and objects (a brand), the primitive. */
export function readIntersection(context: ReadContext, type: IntersectionType, place: Place): TypeModel {
    const primitive = type.getTypes().find((member) => member.flags & TypeFlags.Primitive);
    return primitive === undefined ? readObject(context, type, place) : context.readType(primitive, place);
}
