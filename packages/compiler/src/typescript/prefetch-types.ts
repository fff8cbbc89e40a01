import {about, isNamed, type ProgramView} from './program-view.ts';
import {findTupleTarget} from './read-tuple.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** How many types' properties are asked about in one question: the checker answers one while another one's answer is read. */
const batchSize = 32;

/** Asks at once for what the reading of many types asks, instead of once for each type. */
export function prefetchTypes(view: ProgramView, types: readonly Type[]): void {
    const {aliasOf, argumentsOf, callSignaturesOf, indexesOf, isNeverCallable, isPlain, partsOf, propertiesOf, symbolOf} = view;
    const references = types.filter((type) => type.isTypeReference());
    view.askAll(
        [...types.map((type) => () => aliasOf(type)), ...references.map((type) => () => findTupleTarget(type))],
        [
            about(argumentsOf, references),
            about(partsOf, types.filter(isCombined)),
            about(symbolOf, types.filter(isNamed)),
            about(
                propertiesOf,
                types.filter((type) => type.isObjectType() && !isNamed(type)),
            ),
        ],
    );
    const objects = types.filter((type) => isReadAsObject(view, type));
    view.askAll(
        objects.map((type) => () => isPlain(type)),
        [about(propertiesOf, objects)],
    );
    const special = objects.filter((type) => !isPlain(type));
    view.askAll(
        toBatches(objects).map((batch) => () => view.typesOf(batch.flatMap(propertiesOf))),
        [
            about(
                callSignaturesOf,
                special.filter((type) => !isNeverCallable(type)),
            ),
            about(indexesOf, special),
        ],
    );
}

function isCombined(type: Type): boolean {
    return type.isUnionType() || type.isIntersectionType() || type.isTemplateLiteralType();
}

/** What is asked about in one question each. */
export function toBatches<TItem>(items: readonly TItem[]): (readonly TItem[])[] {
    const count = Math.ceil(items.length / batchSize);
    return Array.from({length: count}, (_, index) => items.slice(index * batchSize, (index + 1) * batchSize));
}

function isReadAsObject(view: ProgramView, type: Type): boolean {
    if (!type.isObjectType() || findTupleTarget(type) !== undefined) return false;
    const symbol = view.namedSymbolOf(type);
    return symbol === undefined || !(symbol.flags & SymbolFlags.Class || view.isBuiltIn(symbol));
}
