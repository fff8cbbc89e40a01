import type {IndexModel, ObjectModel, PropertyModel, RecordModel, TypeModel} from '@mionkit/core';
import {type Place, placeInside, placeOfProperty} from './place.ts';
import {type ReadContext, refuse} from './read-context.ts';
import {SignatureKind, SymbolFlags, type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** The model of an object type: its data properties and index signatures. */
export function readObject(context: ReadContext, type: Type, place: Place): TypeModel {
    const {checker} = context.view;
    if (checker.getSignaturesOfType(type, SignatureKind.Call).length > 0) return refuseFunction(context, place);
    const all = checker.getPropertiesOfType(type);
    if (all.length === 0 && checker.getSignaturesOfType(type, SignatureKind.Construct).length > 0)
        return refuseFunction(context, place);
    const data = all.filter(isData);
    const properties = readProperties(context, data, place);
    const indexes = readIndexes(context, type, place);
    if (all.length > 0 && data.length + indexes.length === 0) return refuseMethodsOnly(context, type, place);
    return toModel(properties, indexes, findTypeName(context, type));
}

function refuseFunction(context: ReadContext, place: Place): TypeModel {
    return refuse(context, place, "is a function, and functions can't be sent. Remove it from the type.");
}

function refuseMethodsOnly(context: ReadContext, type: Type, place: Place): TypeModel {
    const name = context.view.checker.typeToString(type);
    return refuse(
        context,
        place,
        `is \`${name}\`, which has methods only, so nothing of it could be sent. Send its data as a plain object.`,
    );
}

/** Methods, and properties with a symbol for a name, are no data. */
function isData(symbol: TypeScriptSymbol): boolean {
    return !(symbol.flags & SymbolFlags.Method) && !symbol.escapedName.startsWith('__@');
}

function readProperties(context: ReadContext, symbols: readonly TypeScriptSymbol[], place: Place): PropertyModel[] {
    if (symbols.length === 0) return [];
    const types = context.view.checker.getTypeOfSymbol(symbols);
    return symbols.map((symbol, index) => {
        context.addDeclarations(symbol.declarations);
        const at = placeOfProperty(place, symbol.name, symbol.valueDeclaration ?? symbol.declarations[0]);
        return readProperty(context, symbol, types[index], at);
    });
}

function readProperty(
    context: ReadContext,
    {name, flags}: TypeScriptSymbol,
    type: Type | undefined,
    place: Place,
): PropertyModel {
    if (name === '__proto__')
        return {name, type: refuse(context, place, 'has a name that is reserved by JavaScript. Rename it.')};
    if (type === undefined) return {name, type: refuse(context, place, 'could not be resolved by TypeScript.')};
    if (!(flags & SymbolFlags.Optional)) return {name, type: context.readType(type, place)};
    return {name, type: readDefined(context, type, place), optional: true};
}

/** The model of a type without its member `undefined`; `undefined` where nothing else is left. */
export function readDefined(context: ReadContext, type: Type, place: Place): TypeModel {
    if (type.flags & TypeFlags.Never) return {kind: 'undefined'};
    if (!type.isUnionType()) return context.readType(type, place);
    const members = type.getTypes();
    const defined = members.filter((member) => !(member.flags & TypeFlags.Undefined));
    return defined.length === members.length ? context.readType(type, place) : context.readUnionOf(defined, place);
}

function readIndexes(context: ReadContext, type: Type, place: Place): IndexModel[] {
    return context.view.checker.getIndexInfosOfType(type).flatMap(({keyType, valueType}) => {
        if (keyType.flags & TypeFlags.ESSymbol) return [];
        return [{keys: context.readType(keyType, place), values: context.readType(valueType, placeInside(place, '[]'))}];
    });
}

function toModel(properties: readonly PropertyModel[], indexes: readonly IndexModel[], name?: string): ObjectModel | RecordModel {
    if (properties.length === 0 && indexes.length > 0) return {kind: 'record', indexes};
    return {kind: 'object', ...(name !== undefined && {name}), properties, ...(indexes.length > 0 && {indexes})};
}

/** The name that the program declared an object or union type with. */
export function findTypeName({view}: ReadContext, type: Type): string | undefined {
    const alias = type.getAliasSymbol();
    const symbol = alias !== undefined && !view.isBuiltIn(alias) ? alias : type.getSymbol();
    if (symbol === undefined || symbol.name.startsWith('__') || view.isBuiltIn(symbol)) return undefined;
    return symbol.name;
}
