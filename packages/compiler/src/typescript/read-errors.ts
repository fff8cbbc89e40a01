import type {ErrorModel, TypeModel} from '@mionkit/core';
import {createUnion} from '@mionkit/reflection/generator';
import {type Place, placeOfProperty} from './place.ts';
import type {ProgramView} from './program-view.ts';
import type {ReadContext} from './read-context.ts';
import {SymbolFlags, type Type, TypeFlags} from './typescript-api.ts';

/** Whether a type is `RpcError`, or a class that extends it. */
export function isRpcError(view: ProgramView, type: Type): boolean {
    return isInstanceOf(view, type, 'RpcError', '@mionkit/core');
}

/** Whether a type is a class of a package, or one that extends it. */
export function isInstanceOf(view: ProgramView, type: Type, className: string, packageName: string): boolean {
    const symbol = view.namedSymbolOf(type);
    if (symbol === undefined || !(symbol.flags & SymbolFlags.Class)) return false;
    if (symbol.name === className && view.isDeclaredIn(symbol, packageName)) return true;
    const declared = type.isTypeReference() ? type.getTarget() : type;
    return (declared.getBaseTypes() ?? []).some((base) => isInstanceOf(view, base, className, packageName));
}

/** The errors that a return type declares: one for each name, with the type of its data. */
export function readErrors(context: ReadContext, types: readonly Type[], place: Place): ErrorModel[] {
    const dataByName = new Map<string | undefined, TypeModel[]>();
    for (const type of types) {
        const data = readErrorData(context, type, place);
        for (const name of readErrorNames(context, type)) dataByName.set(name, [...(dataByName.get(name) ?? []), ...data]);
    }
    return [...dataByName].map(([name, data]) => ({
        ...(name !== undefined && {name}),
        ...(data.length > 0 && {errorData: createUnion(data)}),
    }));
}

/** `undefined` for an error whose type does not narrow its name. */
function readErrorNames(context: ReadContext, type: Type): (string | undefined)[] {
    const name = findPropertyType(context, type, 'name');
    const members = name === undefined ? [] : context.view.membersOf(name);
    return members.map((member) => (member.isStringLiteralType() ? member.value : undefined));
}

/** No model for data without a type: it travels as plain JSON. */
function readErrorData(context: ReadContext, type: Type, place: Place): TypeModel[] {
    const data = findPropertyType(context, type, 'errorData');
    if (data === undefined || data.flags & (TypeFlags.Unknown | TypeFlags.Undefined)) return [];
    return [context.readType(data, placeOfProperty(place, 'errorData'))];
}

function findPropertyType({view}: ReadContext, type: Type, name: string): Type | undefined {
    return view.typesOf(view.propertiesOf(type).filter((property) => property.name === name))[0];
}
