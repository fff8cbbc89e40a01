import type {ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** Asks at once for the types of all properties of many types, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    view.typesOf(types.filter((type) => isReadAsObject(view, type)).flatMap(view.propertiesOf));
}

function isReadAsObject(view: ProgramView, type: Type): boolean {
    if (!type.isObjectType() || findTupleTarget(type) !== undefined) return false;
    const symbol = type.isClassOrInterface() || type.isTypeReference() ? type.getSymbol() : undefined;
    return symbol === undefined || !(symbol.flags & SymbolFlags.Class || view.isBuiltIn(symbol));
}
