import {getNameProblem, type MethodKind, toMethodId} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {readMethod} from './read-method.ts';
import type {ReadMethod} from './route-reader.ts';
import {type Signature, SignatureKind, SymbolFlags, type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** A property of the tree. */
interface TreeItem {
    readonly names: readonly string[];
    readonly type: Type;
    readonly optional: boolean;
    readonly place: Place;
}

const handlerKeys = ['route', 'hook', 'rawHook'] as const;

/** The methods of a route tree, in the order of its properties. */
export function readTree(
    context: ReadContext,
    type: Type,
    place: Place,
    names: readonly string[] = [],
    optional = false,
): ReadMethod[] {
    return listItems(context, type, place, names, optional).flatMap((item) => readItem(context, item));
}

function listItems(context: ReadContext, type: Type, parent: Place, names: readonly string[], optional: boolean): TreeItem[] {
    const {checker} = context.view;
    const symbols = checker.getPropertiesOfType(type);
    const types = symbols.length === 0 ? [] : checker.getTypeOfSymbol(symbols);
    return symbols.flatMap((symbol, index): TreeItem[] => {
        const propertyType = types[index];
        if (propertyType === undefined) return [];
        context.addDeclarations(symbol.declarations);
        const path = [...names, symbol.name];
        const place: Place = {methodId: toMethodId(path), path: '', declaration: symbol.valueDeclaration, parent};
        const problem = getNameProblem(symbol.name);
        if (problem !== undefined) context.problems.add(place, `can't be the name of a route or hook: it ${problem}. Rename it.`);
        const isOptional = optional || (symbol.flags & SymbolFlags.Optional) !== 0;
        return [{names: path, type: isOptional ? withoutUndefined(propertyType) : propertyType, optional: isOptional, place}];
    });
}

function withoutUndefined(type: Type): Type {
    if (!type.isUnionType()) return type;
    const [only, ...others] = type.getTypes().filter((member) => !(member.flags & TypeFlags.Undefined));
    return only !== undefined && others.length === 0 ? only : type;
}

function readItem(context: ReadContext, item: TreeItem): ReadMethod[] {
    const {checker} = context.view;
    const [signature] = checker.getSignaturesOfType(item.type, SignatureKind.Call);
    if (signature !== undefined) return [toMethod(context, 'route', signature, item)];
    for (const key of handlerKeys) {
        const handler = checker.getPropertyOfType(item.type, key);
        const handlerType = handler && checker.getTypeOfSymbol(handler);
        const [handlerSignature] = handlerType === undefined ? [] : checker.getSignaturesOfType(handlerType, SignatureKind.Call);
        if (handlerSignature === undefined) continue;
        return [toMethod(context, toKind(context, key, item.type), handlerSignature, item)];
    }
    return readTree(context, item.type, item.place, item.names, item.optional);
}

function toKind({view}: ReadContext, key: (typeof handlerKeys)[number], type: Type): MethodKind {
    if (key !== 'hook') return key;
    const headerName: TypeScriptSymbol | undefined = view.checker.getPropertyOfType(type, 'headerName');
    return headerName === undefined || headerName.flags & SymbolFlags.Optional ? 'hook' : 'headersHook';
}

function toMethod(context: ReadContext, kind: MethodKind, signature: Signature, {names, optional, place}: TreeItem): ReadMethod {
    const model = readMethod(context, kind, signature, place);
    return {id: toMethodId(names), kind, model, ...(optional && {optional: true})};
}
