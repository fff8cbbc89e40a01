import type {ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** Asks at once for what the reading of many types asks, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    const {argumentsOf, callSignaturesOf, indexesOf, partsOf, propertiesOf} = view;
    const ask = [partsOf, argumentsOf, (type: Type) => type.getAliasSymbol()];
    const askObject = [propertiesOf, callSignaturesOf, indexesOf];
    view.askAll(
        types.flatMap((type) => [
            ...ask.map((question) => () => question(type)),
            ...askObject.map((question) => () => isReadAsObject(view, type) && question(type)),
        ]),
    );
    view.typesOf(types.filter((type) => isReadAsObject(view, type)).flatMap(propertiesOf));
}

function isReadAsObject(view: ProgramView, type: Type): boolean {
    if (!type.isObjectType() || findTupleTarget(type) !== undefined) return false;
    const symbol = type.isClassOrInterface() || type.isTypeReference() ? type.getSymbol() : undefined;
    return symbol === undefined || !(symbol.flags & SymbolFlags.Class || view.isBuiltIn(symbol));
}
