import type {ErrorModel, MethodKind, TypeModel} from '@mionkit/core';
import {type Place, placeOfResult} from './place.ts';
import type {ProgramView} from './program-view.ts';
import type {ReadContext} from './read-context.ts';
import {isRpcError, readErrors} from './read-errors.ts';
import {findStream, readStreams} from './read-stream.ts';
import {type Signature, type Type, TypeFlags} from './typescript-api.ts';

/** What a handler gives: its result, and the errors that its return type declares. */
export interface ResultModel {
    readonly returns: TypeModel;
    readonly errors?: readonly ErrorModel[];
}

/** The model of what a handler gives back. Promises are unwrapped. */
export function readResult(context: ReadContext, signature: Signature, kind: MethodKind, parent: Place): ResultModel {
    const place = placeOfResult(parent);
    const {values, errors} = listResultTypes(context.view, signature);
    const returns = readValues(context, values, kind, place);
    return errors.length === 0 ? {returns} : {returns, errors: readErrors(context, errors, place)};
}

function readValues(context: ReadContext, types: readonly Type[], kind: MethodKind, place: Place): TypeModel {
    if (types.length === 0) return {kind: 'undefined'};
    const isStream = kind === 'route' && types.some((type) => findStream(context.view, type) !== undefined);
    return isStream ? readStreams(context, types, place) : context.readUnionOf(types, place);
}

/** The types of what a handler can give, errors apart. */
export function listResultTypes(view: ProgramView, signature: Signature): ResultTypes {
    const type = view.returnTypeOf(signature);
    const members = type === undefined ? [] : awaitType(view, type).filter((member) => !(member.flags & TypeFlags.Never));
    const errors = members.filter((member) => isRpcError(view, member));
    return {values: members.filter((member) => !errors.includes(member)), errors};
}

interface ResultTypes {
    readonly values: readonly Type[];
    readonly errors: readonly Type[];
}

/** The types that a type can be once it is awaited. */
function awaitType(view: ProgramView, type: Type): readonly Type[] {
    const members = view.membersOf(type);
    if (members.length > 1) return members.flatMap((member) => awaitType(view, member));
    const symbol = type.isTypeReference() ? view.symbolOf(type) : undefined;
    const isPromise = symbol !== undefined && /^Promise(Like)?$/.test(symbol.name) && view.isBuiltIn(symbol);
    if (!isPromise) return [type];
    return view
        .argumentsOf(type)
        .slice(0, 1)
        .flatMap((value) => awaitType(view, value));
}
