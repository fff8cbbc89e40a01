import type {ProgramView} from './program-view.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** The property that holds a definition's handler. */
export type HandlerKey = 'route' | 'hook' | 'rawHook';

/** For each kind of definition that a function takes, the keys that it may have. */
export type DefinitionKeys = ReadonlyMap<HandlerKey, ReadonlySet<string>>;

export const handlerKeys: readonly HandlerKey[] = ['route', 'hook', 'rawHook'];

/** The keys of definitions, as the router's own types declare them: the constraint of the function's type parameter says them. */
export function readDefinitionKeys(
    {checker, propertiesOf, membersOf, callSignaturesOf, indexesOf}: ProgramView,
    registerFunction: Type,
): DefinitionKeys {
    const [signature] = callSignaturesOf(registerFunction);
    const [parameter] = signature?.getTypeParameters() ?? [];
    const tree = parameter && checker.getConstraintOfTypeParameter(parameter);
    const [items] = tree === undefined ? [] : indexesOf(tree);
    const members = items === undefined ? [] : membersOf(items.valueType);
    const found = new Map<HandlerKey, ReadonlySet<string>>();
    for (const member of members) {
        const properties = propertiesOf(member);
        const key = handlerKeys.find((name) =>
            properties.some((property) => property.name === name && !(property.flags & SymbolFlags.Optional)),
        );
        if (key !== undefined) found.set(key, new Set(properties.map(({name}) => name)));
    }
    return found;
}
