import type {TypeModel} from '@mionkit/core';
import {createUnion} from './create-union.ts';
import {readDeepkitClass} from './deepkit-class.ts';
import {readDeepkitConstraints} from './deepkit-constraints.ts';
import type {DeepkitContext} from './deepkit-context.ts';
import {readDeepkitObject} from './deepkit-object.ts';
import {type DeepkitPlace, placeInside} from './deepkit-place.ts';
import {readDeepkitTemplate} from './deepkit-template.ts';
import {readDeepkitTuple} from './deepkit-tuple.ts';
import {ReflectionKind, type Type, type TypeEnum, type TypeLiteral} from './from-deepkit.ts';

/** The model of a type, with its constraints. */
export function readDeepkitType(context: DeepkitContext, type: Type, place: DeepkitPlace): TypeModel {
    return readDeepkitConstraints(context, type, {base: readBase(context, type, place), place});
}

function readBase(context: DeepkitContext, type: Type, place: DeepkitPlace): TypeModel {
    switch (type.kind) {
        case ReflectionKind.string:
            return {kind: 'string'};
        case ReflectionKind.number:
            return {kind: 'number'};
        case ReflectionKind.boolean:
            return {kind: 'boolean'};
        case ReflectionKind.bigint:
            return {kind: 'bigint'};
        case ReflectionKind.null:
            return {kind: 'null'};
        case ReflectionKind.undefined:
        case ReflectionKind.void:
            return {kind: 'undefined'};
        case ReflectionKind.unknown:
            return {kind: 'unknown'};
        case ReflectionKind.regexp:
            return {kind: 'regexp'};
        case ReflectionKind.literal:
            return readLiteral(context, type, place);
        case ReflectionKind.enum:
            return readEnum(context, type, place);
        case ReflectionKind.templateLiteral:
            return readDeepkitTemplate(context, type, place);
        case ReflectionKind.class:
            return readDeepkitClass(context, type, place);
        case ReflectionKind.array:
            return {kind: 'array', items: context.readType(type.type, placeInside(place, '[]'))};
        case ReflectionKind.tuple:
            return readDeepkitTuple(context, type, place);
        case ReflectionKind.union:
            return createUnion(type.types.map((member) => context.readType(member, place)));
        case ReflectionKind.objectLiteral:
            return readDeepkitObject(context, type, place);
        default:
            return context.refuse(place, describeUnsendable(type, place));
    }
}

function readLiteral(context: DeepkitContext, {literal}: TypeLiteral, place: DeepkitPlace): TypeModel {
    if (typeof literal === 'bigint') return {kind: 'bigint', min: String(literal), max: String(literal)};
    if (typeof literal !== 'symbol' && typeof literal !== 'object') return {kind: 'literal', value: literal};
    return context.refuse(place, "is a symbol or a pattern as a type, which can't be sent. Remove it from the type.");
}

function readEnum(context: DeepkitContext, {values}: TypeEnum, place: DeepkitPlace): TypeModel {
    const members = values.map((value): TypeModel => {
        if (value !== null && value !== undefined) return {kind: 'literal', value};
        return context.refuse(place, 'is an enum with a member whose value is unknown. Give each member a value.');
    });
    return createUnion(members);
}

function describeUnsendable(type: Type, {path, isResult}: DeepkitPlace): string {
    switch (type.kind) {
        case ReflectionKind.any:
            return describeAny(type.typeName, isResult === true && path === 'result');
        case ReflectionKind.never:
            return "is `never`, which is also what Deepkit's compiler makes of a type that it can't find: of a renamed import (`import {User as U}`), of a type in a namespace, of a type of another package. Import the type under its own name, from a file that Deepkit compiles.";
        case ReflectionKind.symbol:
            return "is a symbol, and symbols can't be sent. Remove it from the type.";
        case ReflectionKind.object:
            return 'is `object`. Declare its properties, or write `Record<string, unknown>`.';
        case ReflectionKind.promise:
            return "is a promise inside a value, and promises can't be sent. Write what it resolves to, and await it in the handler.";
        case ReflectionKind.function:
            return "is a function, and functions can't be sent. Remove it from the type.";
        case ReflectionKind.typeParameter:
            return `is the type parameter \`${type.name}\`. Write a concrete type.`;
        default:
            return 'is a type that Deepkit could not reduce to a concrete one. Write a concrete type.';
    }
}

function describeAny(name: string | undefined, isWholeResult: boolean): string {
    if (name !== undefined) {
        return `is \`${name}\`, of which Deepkit's compiler kept nothing: it was imported with \`import type\`, or from a package without run-time types. Import it with \`import {${name}}\`, from a file that Deepkit compiles.`;
    }
    if (isWholeResult) return 'has no type, and Deepkit infers none. Write the return type: `(ctx): User => …`.';
    return 'is `any`, so nothing could be validated. Give it a type, or write `unknown` for any JSON value.';
}
