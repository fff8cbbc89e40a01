import type {ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** Asks at once for what the reading of many types asks, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    const {argumentsOf, callSignaturesOf, indexesOf, partsOf, propertiesOf} = view;
    const ask = [partsOf, argumentsOf, (type: Type) => type.getAliasSymbol(), (type: Type) => isReadAsObject(view, type)];
    view.askAll(types.flatMap((type) => ask.map((question) => () => question(type))));
    const objects = types.filter((type) => isReadAsObject(view, type));
    const askObject = [propertiesOf, callSignaturesOf, indexesOf];
    view.askAll(objects.flatMap((type) => askObject.map((question) => () => question(type))));
    view.typesOf(objects.flatMap(propertiesOf));
}

function isReadAsObject(view: ProgramView, type: Type): boolean {
    if (!type.isObjectType() || findTupleTarget(type) !== undefined) return false;
    const symbol = type.isClassOrInterface() || type.isTypeReference() ? type.getSymbol() : undefined;
    return symbol === undefined || !(symbol.flags & SymbolFlags.Class || view.isBuiltIn(symbol));
}
