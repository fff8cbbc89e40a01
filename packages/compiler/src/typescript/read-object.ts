import type {IndexModel, ObjectModel, PropertyModel, RecordModel, TypeModel} from '@mionkit/core';
import {type Place, placeInside, placeOfProperty} from './place.ts';
import {isConstraint} from './read-constraints.ts';
import {type ReadContext, refuse, refuseUnresolved} from './read-context.ts';
import {readDescription} from './read-description.ts';
import {SignatureKind, SymbolFlags, SyntaxKind, type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** The model of an object type: its data properties and index signatures. */
export function readObject(context: ReadContext, type: Type, place: Place): TypeModel {
    const {callSignaturesOf, isNeverCallable, isPlain, propertiesOf} = context.view;
    if (!isPlain(type) && !isNeverCallable(type) && callSignaturesOf(type).length > 0) return refuseFunction(context, place);
    const all = propertiesOf(type);
    if (isClassValue(context, type, all)) return refuseFunction(context, place);
    const properties = readProperties(context, all.filter(isData), place);
    const indexes = readIndexes(context, type, place);
    if (all.length > 0 && properties.length + indexes.length === 0) return refuseNoData(context, type, all, place);
    return toModel(properties, indexes, findTypeName(context, type));
}

/** The model of an interface. One that extends a built-in class describes its instances, and they can't be rebuilt. */
export function readInterface(context: ReadContext, type: Type, symbol: TypeScriptSymbol, place: Place): TypeModel {
    const {propertiesOf, isBuiltIn} = context.view;
    const inherited = isBuiltIn(symbol) ? undefined : propertiesOf(type).find(isBuiltIn);
    if (inherited === undefined) return readObject(context, type, place);
    const base = inherited.getParent()?.name ?? 'a built-in class';
    return refuse(context, place, `extends \`${base}\`, whose instances have no JSON form. Declare the data itself.`);
}

function isClassValue({view}: ReadContext, type: Type, properties: readonly TypeScriptSymbol[]): boolean {
    if (properties.some(({flags}) => flags & SymbolFlags.Prototype)) return true;
    return properties.length === 0 && view.checker.getSignaturesOfType(type, SignatureKind.Construct).length > 0;
}

function refuseFunction(context: ReadContext, place: Place): TypeModel {
    return refuse(context, place, "is a function, and functions can't be sent. Remove it from the type.");
}

function refuseNoData(context: ReadContext, type: Type, symbols: readonly TypeScriptSymbol[], place: Place): TypeModel {
    const name = context.view.checker.typeToString(type);
    if (symbols.some((symbol) => isConstraint(context.view, symbol))) {
        return refuse(
            context,
            place,
            `is the constraint \`${name}\` alone. Write the type that it is for: \`string & ${name}\`.`,
        );
    }
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
    const types = context.view.typesOf(symbols);
    return symbols.flatMap((symbol, index) => {
        if (isMappedMethod(context, symbol, types[index])) return [];
        context.addDeclarations(symbol.declarations);
        const at = placeOfProperty(place, symbol.name, symbol.valueDeclaration ?? symbol.declarations[0]);
        const {text} = readDescription(context.view, symbol.valueDeclaration);
        const property = readProperty(context, symbol, types[index], at);
        return text === undefined ? property : {...property, description: text};
    });
}

const methodKinds: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.MethodSignature, SyntaxKind.MethodDeclaration]);

/** A mapped type such as `Omit<User, 'password'>` makes properties of methods. They are declared as methods still, and no data either. */
function isMappedMethod({view}: ReadContext, symbol: TypeScriptSymbol, type: Type | undefined): boolean {
    const [first] = symbol.declarations;
    if (type === undefined || first === undefined || !methodKinds.has(first.kind) || view.isBuiltIn(symbol)) return false;
    return view.membersOf(type).every((member) => {
        return (member.flags & TypeFlags.Undefined) !== 0 || view.callSignaturesOf(member).length > 0;
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
    if (type === undefined) return {name, type: refuseUnresolved(context, place)};
    if (!(flags & SymbolFlags.Optional)) return {name, type: context.readType(type, place)};
    return {name, type: readDefined(context, type, place), optional: true};
}

/** The model of a type without its member `undefined`; `undefined` where nothing else is left. */
export function readDefined(context: ReadContext, type: Type, place: Place): TypeModel {
    if (type.flags & TypeFlags.Never) return {kind: 'undefined'};
    const members = context.view.membersOf(type);
    const defined = members.filter((member) => !(member.flags & TypeFlags.Undefined));
    if (defined.length === 0) return {kind: 'undefined'};
    return defined.length === members.length ? context.readType(type, place) : context.readUnionOf(defined, place);
}

function readIndexes(context: ReadContext, type: Type, place: Place): IndexModel[] {
    const {indexesOf, isPlain} = context.view;
    return (isPlain(type) ? [] : indexesOf(type)).flatMap(({keyType, valueType}) => {
        // No further keys: `Record<string, never>`, as an object without properties is often written.
        if (keyType.flags & TypeFlags.ESSymbol || valueType.flags & TypeFlags.Never) return [];
        return [{keys: context.readType(keyType, place), values: context.readType(valueType, placeInside(place, '[]'))}];
    });
}

function toModel(properties: readonly PropertyModel[], indexes: readonly IndexModel[], name?: string): ObjectModel | RecordModel {
    if (properties.length === 0 && indexes.length > 0) return {kind: 'record', indexes};
    const model: ObjectModel = name === undefined ? {kind: 'object', properties} : {kind: 'object', name, properties};
    return indexes.length === 0 ? model : {...model, indexes};
}

/** The name that the program declared an object or union type with. */
export function findTypeName({view}: ReadContext, type: Type): string | undefined {
    const alias = view.aliasOf(type);
    if (alias !== undefined && !view.isBuiltIn(alias)) return alias.name;
    const symbol = view.namedSymbolOf(type);
    return symbol === undefined || view.isBuiltIn(symbol) ? undefined : symbol.name;
}
