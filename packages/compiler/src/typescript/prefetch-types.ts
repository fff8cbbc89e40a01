import type {ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** How many types' properties are asked about in one question: the checker answers one while another one's answer is read. */
const batchSize = 32;

/** Asks at once for what the reading of many types asks, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    const {argumentsOf, callSignaturesOf, indexesOf, isPlain, partsOf, propertiesOf} = view;
    const ifObject = (ask: (type: Type) => unknown) => (type: Type) => isReadAsObject(view, type) && ask(type);
    const ask = [
        ...[partsOf, argumentsOf, (type: Type) => type.getAliasSymbol()],
        ifObject(propertiesOf),
        ...[callSignaturesOf, indexesOf].map((question) => ifObject((type) => isPlain(type) || question(type))),
    ];
    view.askAll(types.flatMap((type) => ask.map((question) => () => question(type))));
    const objects = types.filter((type) => isReadAsObject(view, type));
    view.askAll(toBatches(objects).map((batch) => () => view.typesOf(batch.flatMap(propertiesOf))));
}

function toBatches(types: readonly Type[]): (readonly Type[])[] {
    const count = Math.ceil(types.length / batchSize);
    return Array.from({length: count}, (_, index) => types.slice(index * batchSize, (index + 1) * batchSize));
}

function isReadAsObject(view: ProgramView, type: Type): boolean {
    if (!type.isObjectType() || findTupleTarget(type) !== undefined) return false;
    const symbol = type.isClassOrInterface() || type.isTypeReference() ? type.getSymbol() : undefined;
    return symbol === undefined || !(symbol.flags & SymbolFlags.Class || view.isBuiltIn(symbol));
}
