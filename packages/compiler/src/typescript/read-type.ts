import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import {readBuiltIn} from './read-built-in.ts';
import {readCodec} from './read-codec.ts';
import {placeholder, type ReadContext, refuse, refuseUnresolved} from './read-context.ts';
import {isRpcError} from './read-errors.ts';
import {neverInside, readIntersection} from './read-intersection.ts';
import {readInterface, readObject} from './read-object.ts';
import {readTemplate} from './read-template.ts';
import {findTupleTarget, readTuple} from './read-tuple.ts';
import {readUnionOf} from './read-union.ts';
import {ObjectFlags, type ObjectType, SymbolFlags, type Type, TypeFlags} from './typescript-api.ts';

/** The model of a type with parts: an object, an array, a union, an intersection. Anything else is refused. */
export function readStructure(context: ReadContext, type: Type, place: Place): TypeModel {
    context.addDeclarations(context.view.aliasOf(type)?.declarations ?? []);
    if (type.isUnionType()) return readUnionOf(context, [type], place);
    if (type.isIntersectionType()) return readIntersection(context, type, place);
    if (type.isTemplateLiteralType()) return readTemplate(context, type, place);
    if (type.isObjectType()) return readObjectType(context, type, place);
    if (type.isErrorType()) return refuseUnresolved(context, place);
    return refuse(context, place, describeUnsendable(context, type, place));
}

function readObjectType(context: ReadContext, type: ObjectType, place: Place): TypeModel {
    const tuple = findTupleTarget(type);
    if (tuple !== undefined && type.isTypeReference()) return readTuple(context, type, tuple, place);
    if (!(type.objectFlags & (ObjectFlags.ClassOrInterface | ObjectFlags.Reference))) return readObject(context, type, place);
    const symbol = context.view.symbolOf(type);
    if (symbol === undefined) return readObject(context, type, place);
    context.addDeclarations(symbol.declarations);
    const builtIn = readBuiltIn(context, type, symbol, place);
    if (builtIn !== undefined) return builtIn;
    if (isRpcError(context.view, type)) return refuse(context, place, misplacedError);
    if (symbol.flags & SymbolFlags.Class) return readCodec(context, type, place) ?? refuseClass(context, symbol.name, place);
    return readInterface(context, type, symbol, place);
}

const misplacedError =
    'is an `RpcError` inside a value, and errors travel apart from values. Return it alone: `Promise<User | RpcError<…>>`.';

function refuseClass(context: ReadContext, name: string, place: Place): TypeModel {
    context.problems.add(
        place,
        `is an instance of the class \`${name}\`, which can't be rebuilt from JSON. Use an interface with its data, or give the class a codec (\`defineCodec\`).`,
    );
    return placeholder;
}

const neverParam =
    'is `never`, which is what TypeScript makes of a parameter without a type here, and of types that contradict each other. Give it a type.';

function describeUnsendable({view}: ReadContext, type: Type, {path}: Place): string {
    if (type.flags & TypeFlags.Any) {
        return 'is `any`, so nothing could be validated. Give it a type, or write `unknown` for any JSON value.';
    }
    if (type.flags & TypeFlags.Never) return /[.[]/.test(path) ? neverInside : neverParam;
    if (type.flags & TypeFlags.ESSymbolLike) return "is a symbol, and symbols can't be sent. Remove it from the type.";
    if (type.flags & TypeFlags.NonPrimitive) return 'is `object`. Declare its properties, or write `Record<string, unknown>`.';
    if (type.isStringMappingType()) {
        const name = view.checker.typeToString(type);
        return `is \`${name}\`, which mion can not check. Write \`string\`, with a \`Pattern<…>\` if you like.`;
    }
    if (type.isTypeParameter()) return `is the type parameter \`${view.checker.typeToString(type)}\`. Write a concrete type.`;
    return `is \`${view.checker.typeToString(type)}\`, which TypeScript could not reduce to a concrete type. Write a concrete type.`;
}
