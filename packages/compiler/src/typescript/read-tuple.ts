import type {TupleElementModel, TypeModel} from '@mionkit/core';
import {type Place, placeInside} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {readDefined} from './read-object.ts';
import {ElementFlags, type TupleType, type Type, type TypeReference} from './typescript-api.ts';

/** One element of a tuple type. */
export interface TupleElement {
    readonly type: Type;
    readonly optional: boolean;
    readonly rest: boolean;
}

/** The tuple that a type is an instance of. */
export function findTupleTarget(type: Type): TupleType | undefined {
    if (type.isTupleType()) return type;
    if (!type.isTypeReference()) return undefined;
    const target = type.getTarget();
    return target.isTupleType() ? target : undefined;
}

/** The elements of a tuple type. */
export function listTupleElements(context: ReadContext, type: TypeReference, target: TupleType): TupleElement[] {
    const types = context.view.argumentsOf(type);
    // Absent in the empty tuple, whatever the API's types say.
    const elementFlags: readonly ElementFlags[] | undefined = target.elementFlags;
    return (elementFlags ?? []).flatMap((flags, index) => {
        const element = types[index];
        if (element === undefined) return [];
        return [{type: element, optional: (flags & ElementFlags.Optional) !== 0, rest: (flags & ElementFlags.Variable) !== 0}];
    });
}

/** The model of a tuple type. */
export function readTuple(context: ReadContext, type: TypeReference, target: TupleType, place: Place): TypeModel {
    const elements = listTupleElements(context, type, target).map((element, index): TupleElementModel => {
        const at = placeInside(place, element.rest ? '[]' : `[${index}]`);
        if (element.rest) return {type: context.readType(element.type, at), rest: true};
        if (element.optional) return {type: readDefined(context, element.type, at), optional: true};
        return {type: context.readType(element.type, at)};
    });
    return {kind: 'tuple', elements};
}
