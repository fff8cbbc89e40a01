import type {ProgramView} from './program-view.ts';
import {SymbolFlags, type Type, type TypeScriptSymbol} from './typescript-api.ts';

/** The property that holds a definition's handler. */
export type HandlerKey = 'route' | 'hook' | 'rawHook';

/** For each kind of definition that a function takes, the keys that it may have. */
export type DefinitionKeys = ReadonlyMap<HandlerKey, ReadonlySet<string>>;

const handlerKeys: readonly HandlerKey[] = ['route', 'hook', 'rawHook'];

/** Whether a name makes an object a definition. */
export function isHandlerKey(name: string): name is HandlerKey {
    return handlerKeys.some((key) => key === name);
}

/** The keys of definitions, as the router's own types declare them: the constraint of the function's type parameter says them. */
export function readDefinitionKeys(view: ProgramView, registerFunction: Type): DefinitionKeys {
    const definitions = listDefinitions(view, registerFunction);
    return new Map(definitions.map(({key, properties}) => [key, new Set(properties.map(({name}) => name))]));
}

/** The type of the call context that routes and hooks get, as the router's own types declare it for hooks. */
export function findContextType(view: ProgramView, registerFunction: Type): Type | undefined {
    const hook = listDefinitions(view, registerFunction).find(({key}) => key === 'hook');
    const [handler] = view.typesOf(hook?.properties.filter(({name}) => name === 'hook') ?? []);
    const [signature] = handler === undefined ? [] : view.callSignaturesOf(handler);
    return signature && view.checker.getParameterType(signature, 0);
}

interface DefinitionType {
    readonly key: HandlerKey;
    readonly properties: readonly TypeScriptSymbol[];
}

function listDefinitions(
    {checker, propertiesOf, membersOf, callSignaturesOf, indexesOf}: ProgramView,
    registerFunction: Type,
): DefinitionType[] {
    const [signature] = callSignaturesOf(registerFunction);
    const [parameter] = signature?.getTypeParameters() ?? [];
    const tree = parameter && checker.getConstraintOfTypeParameter(parameter);
    const [items] = tree === undefined ? [] : indexesOf(tree);
    const members = items === undefined ? [] : membersOf(items.valueType);
    return members.flatMap((member) => {
        const properties = propertiesOf(member);
        const isRequired = (key: HandlerKey) =>
            properties.some(({name, flags}) => name === key && !(flags & SymbolFlags.Optional));
        const key = handlerKeys.find(isRequired);
        return key === undefined ? [] : [{key, properties}];
    });
}
