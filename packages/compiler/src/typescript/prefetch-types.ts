import type {ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** How many types' properties are asked about in one question: the checker answers one while another one's answer is read. */
const batchSize = 32;

/** Asks at once for what the reading of many types asks, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    const {argumentsOf, callSignaturesOf, indexesOf, isDeclared, isPlain, partsOf, propertiesOf} = view;
    const ask = [
        (type: Type) => type.getAliasSymbol(),
        argumentsOf,
        (type: Type) => type.isUnionType() || partsOf(type),
        (type: Type) => isDeclared(type) || isReadAsObject(view, type),
    ];
    view.askAll(
        types.flatMap((type) => ask.map((question) => () => question(type))),
        [
            {keys: types.filter(isDeclared), ask: (type: Type) => type.getSymbol()},
            {keys: types.filter((type) => type.isUnionType()), ask: partsOf},
        ],
    );
    const objects = types.filter((type) => isReadAsObject(view, type));
    view.askAll(objects.map((type) => () => isPlain(type)));
    const special = objects.filter((type) => !isPlain(type));
    view.askAll(
        [],
        [
            {keys: objects, ask: propertiesOf},
            {keys: special.filter(isDeclared), ask: callSignaturesOf},
            {keys: special, ask: indexesOf},
        ],
    );
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
