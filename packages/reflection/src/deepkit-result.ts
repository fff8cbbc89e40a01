import {type ErrorModel, type MethodModel, RpcError, type TypeModel} from '@mionkit/core';
import {createUnion} from './create-union.ts';
import type {DeepkitContext} from './deepkit-context.ts';
import {placeOfProperty, placeOfResult} from './deepkit-place.ts';
import {ReflectionKind, type Type, type TypeClass} from './from-deepkit.ts';

/** The model of what a handler gives: its result, and the errors that its return type declares. Promises are unwrapped. */
export function readDeepkitResult(
    context: DeepkitContext,
    type: Type,
    methodId: string,
): Pick<MethodModel, 'returns' | 'errors'> {
    const place = placeOfResult(methodId);
    const members = awaitType(type);
    const errors = members.filter(isError);
    const values = members.filter((member) => !isError(member));
    const returns: TypeModel =
        values.length === 0 ? {kind: 'undefined'} : createUnion(values.map((value) => context.readType(value, place)));
    return errors.length === 0 ? {returns} : {returns, errors: readErrors(context, errors, methodId)};
}

function awaitType(type: Type): readonly Type[] {
    if (type.kind === ReflectionKind.promise) return awaitType(type.type);
    return type.kind === ReflectionKind.union ? type.types.flatMap(awaitType) : [type];
}

function isError(type: Type): type is TypeClass {
    if (type.kind !== ReflectionKind.class) return false;
    return type.classType === RpcError || type.classType.prototype instanceof RpcError;
}

function readErrors(context: DeepkitContext, types: readonly TypeClass[], methodId: string): ErrorModel[] {
    const dataByName = new Map<string | undefined, TypeModel[]>();
    for (const type of types) {
        const [nameType, dataType] = findArguments(context, type, methodId);
        const data = readData(context, dataType, methodId);
        for (const name of readNames(nameType)) dataByName.set(name, [...(dataByName.get(name) ?? []), ...data]);
    }
    return [...dataByName].map(([name, data]) => ({
        ...(name !== undefined && {name}),
        ...(data.length > 0 && {errorData: createUnion(data)}),
    }));
}

/** The type arguments of `RpcError<TName, TData>`. Deepkit keeps those of a base class in reverse order. */
function findArguments(context: DeepkitContext, type: TypeClass, methodId: string): readonly Type[] {
    if (type.classType === RpcError) return type.typeArguments ?? [];
    if (Object.getPrototypeOf(type.classType) === RpcError) return type.extendsArguments?.toReversed() ?? [];
    context.refuse(
        placeOfResult(methodId),
        `can be a \`${type.classType.name}\`, which extends \`RpcError\` through another class. Extend \`RpcError\` itself, or return \`RpcError<'name', Data>\`.`,
    );
    return [];
}

/** `undefined` for an error whose type does not narrow its name. */
function readNames(type: Type | undefined): (string | undefined)[] {
    const members = type?.kind === ReflectionKind.union ? type.types : [type];
    return members.map((member) =>
        member?.kind === ReflectionKind.literal && typeof member.literal === 'string' ? member.literal : undefined,
    );
}

/** No model for data without a type: it travels as plain JSON. */
function readData(context: DeepkitContext, type: Type | undefined, methodId: string): TypeModel[] {
    if (type === undefined || type.kind === ReflectionKind.unknown || type.kind === ReflectionKind.undefined) return [];
    return [context.readType(type, placeOfProperty(placeOfResult(methodId), 'errorData'))];
}
