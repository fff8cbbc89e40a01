import type {MethodModel, ParamModel, UncompiledMethod} from '@mionkit/core';
import type {DeepkitContext} from './deepkit-context.ts';
import {readDefined} from './deepkit-object.ts';
import {placeInside, placeOfMethod, placeOfParam} from './deepkit-place.ts';
import {findUncertainties} from './deepkit-program.ts';
import {readDeepkitResult} from './deepkit-result.ts';
import {readRest} from './deepkit-tuple.ts';
import {ReflectionKind, type TypeFunction, type TypeParameter} from './from-deepkit.ts';
import {readDeepkitFunction} from './read-deepkit-function.ts';

const nothing: MethodModel = {params: [], returns: {kind: 'undefined'}};

/** The model of a handler. Raw hooks take nothing from clients and send nothing. */
export function readDeepkitMethod(context: DeepkitContext, {id, kind, handler}: UncompiledMethod): MethodModel {
    if (kind === 'rawHook') return nothing;
    const place = placeOfMethod(id);
    const {type, problem} = readDeepkitFunction(handler);
    const count = context.problems.length;
    const model = type === undefined ? nothing : toModel(context, type, id);
    // A type that is refused in its place needs no second message.
    if (context.problems.length > count) return model;
    const uncertainties = findUncertainties(handler);
    for (const uncertainty of uncertainties) context.refuse(place, uncertainty);
    if (problem !== undefined && uncertainties.length === 0) context.refuse(place, problem);
    return model;
}

function toModel(context: DeepkitContext, type: TypeFunction, id: string): MethodModel {
    const [first, ...others] = type.parameters;
    const sent = first?.type.kind === ReflectionKind.rest ? [first, ...others] : others;
    return {
        params: sent.map((parameter) => readParam(context, parameter, id)),
        ...readDeepkitResult(context, type.return, id),
        ...(type.description && {description: type.description}),
    };
}

function readParam(context: DeepkitContext, parameter: TypeParameter, id: string): ParamModel {
    const {name, type, description} = parameter;
    const place = placeOfParam(id, name);
    const described = description ? {description} : {};
    if (type.kind === ReflectionKind.rest) {
        return {name, type: readRest(context, type.type, placeInside(place, '[]')), rest: true, ...described};
    }
    if (parameter.optional || parameter.default !== undefined) {
        return {name, type: readDefined(context, type, place), optional: true, ...described};
    }
    return {name, type: context.readType(type, place), ...described};
}
