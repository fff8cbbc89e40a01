import {excludedAnnotation, mapNameAnnotation, type Type} from './from-deepkit.ts';

/** Why what Deepkit's annotations of a type ask for would not happen: a sentence; `undefined` when nothing is asked for. */
export function describeAnnotations(type: Type): string | undefined {
    if (excludedAnnotation.getAnnotations(type).length > 0) {
        return "is `Excluded`, which mion does not know, so it would be sent. Leave it out of the route's type: `Omit<User, 'password'>`.";
    }
    if (mapNameAnnotation.getAnnotations(type).length > 0) {
        return 'has a `MapName`, and mion sends properties under their own names. Rename the property.';
    }
    return undefined;
}
