import type {TupleElementModel, TypeModel} from '@mionkit/core';
import type {DeepkitContext} from './deepkit-context.ts';
import {readDefined} from './deepkit-object.ts';
import {type DeepkitPlace, placeInside} from './deepkit-place.ts';
import {ReflectionKind, type Type, type TypeTuple} from './from-deepkit.ts';

/** The model of a tuple type. */
export function readDeepkitTuple(context: DeepkitContext, {types}: TypeTuple, place: DeepkitPlace): TypeModel {
    const elements = types.map(({type, optional}, index): TupleElementModel => {
        if (type.kind === ReflectionKind.rest) return {type: readRest(context, type.type, placeInside(place, '[]')), rest: true};
        const at = placeInside(place, `[${index}]`);
        if (optional) return {type: readDefined(context, type, at), optional: true};
        return {type: context.readType(type, at)};
    });
    return {kind: 'tuple', elements};
}

/** The model of the items of a rest element or param, of which Deepkit keeps the same for `T[]`, `[T]` and `T[][]`. */
export function readRest(context: DeepkitContext, items: Type, place: DeepkitPlace): TypeModel {
    if (items.kind !== ReflectionKind.tuple && items.kind !== ReflectionKind.array) return context.readType(items, place);
    return context.refuse(
        place,
        "is the rest of a list, and Deepkit's compiler keeps the same for `...rest: T[][]` and `...rest: Array<T[]>` or a tuple. Take one array instead of a rest, or rest items that are no arrays.",
    );
}
