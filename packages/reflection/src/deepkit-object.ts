import type {IndexModel, PropertyModel, TypeModel} from '@mionkit/core';
import {createUnion} from './create-union.ts';
import {type DeepkitContext, isOwnName} from './deepkit-context.ts';
import {type DeepkitPlace, placeInside, placeOfProperty} from './deepkit-place.ts';
import {
    ReflectionKind,
    type Type,
    type TypeIndexSignature,
    type TypeObjectLiteral,
    type TypePropertySignature,
} from './from-deepkit.ts';

/** The model of an object type: its properties and index signatures. */
export function readDeepkitObject(context: DeepkitContext, type: TypeObjectLiteral, place: DeepkitPlace): TypeModel {
    const problem = describeForeign(type);
    if (problem !== undefined) return context.refuse(place, problem);
    const properties = type.types.flatMap((member) =>
        member.kind === ReflectionKind.propertySignature ? readProperty(context, member, place) : [],
    );
    const indexes = type.types.flatMap((member) =>
        member.kind === ReflectionKind.indexSignature ? readIndex(context, member, place) : [],
    );
    if (properties.length === 0 && indexes.length > 0) return {kind: 'record', indexes};
    const name = isOwnName(type.typeName) ? {name: type.typeName} : {};
    return {kind: 'object', ...name, properties, ...(indexes.length > 0 && {indexes})};
}

/** To Deepkit a class of the platform is an interface like any other: it is known by its name, or by its methods. */
function describeForeign({typeName, types}: TypeObjectLiteral): string | undefined {
    if (types.some(({kind}) => kind === ReflectionKind.callSignature)) {
        return "is a function, and functions can't be sent. Remove it from the type.";
    }
    if (types.length === 0) {
        return "is an object without properties, which is also what Deepkit makes of what it can't resolve. Declare its properties.";
    }
    if (/^(Async(Iterable|Generator|Iterator)|ReadableStream)/.test(typeName ?? '')) {
        return "may be a stream, and only mion's own compiler compiles routes that stream: use `@mionkit/compiler` for them.";
    }
    const isGlobal = typeName !== undefined && typeof Reflect.get(globalThis, typeName) === 'function';
    if (!isGlobal && types.every(({kind}) => kind !== ReflectionKind.methodSignature)) return undefined;
    return `is \`${typeName ?? 'an object'}\` with the methods or the name of a class, and Deepkit does not tell the classes of the platform from interfaces. Declare an interface of the data alone, under a name of its own.`;
}

function readProperty(context: DeepkitContext, property: TypePropertySignature, place: DeepkitPlace): PropertyModel[] {
    const {name: key, type, optional, description} = property;
    // Properties with a symbol for a name are no data.
    if (typeof key === 'symbol') return [];
    const name = String(key);
    const at = placeOfProperty(place, name);
    const problem = describeKey(key);
    if (problem !== undefined) return [{name, type: context.refuse(at, problem)}];
    const described = description ? {description} : {};
    if (optional) return [{name, type: readDefined(context, type, at), optional: true, ...described}];
    return [{name, type: context.readType(type, at), ...described}];
}

function describeKey(key: unknown): string | undefined {
    if (key === '__proto__') return 'has a name that is reserved by JavaScript. Rename it.';
    if (typeof key !== 'object') return undefined;
    return 'stands for all keys of a template literal, which Deepkit takes for one property. Write an index signature with these keys.';
}

/** The model of a type without its member `undefined`; `undefined` where nothing else is left. */
export function readDefined(context: DeepkitContext, type: Type, place: DeepkitPlace): TypeModel {
    if (type.kind !== ReflectionKind.union) return context.readType(type, place);
    const defined = type.types.filter(({kind}) => kind !== ReflectionKind.undefined);
    if (defined.length === type.types.length) return context.readType(type, place);
    return createUnion(defined.map((member) => context.readType(member, place)));
}

function readIndex(context: DeepkitContext, {index, type}: TypeIndexSignature, place: DeepkitPlace): IndexModel[] {
    if (index.kind === ReflectionKind.symbol) return [];
    return [{keys: context.readType(index, place), values: context.readType(type, placeInside(place, '[]'))}];
}
