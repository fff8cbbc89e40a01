import type {ParamModel} from '@mionkit/core';
import {type Place, placeInside} from './place.ts';
import type {ProgramView} from './program-view.ts';
import type {ReadContext} from './read-context.ts';
import {readDefined} from './read-object.ts';
import {findTupleTarget, listTupleElements} from './read-tuple.ts';
import {
    isIdentifier,
    isNamedTupleMember,
    isParameterDeclaration,
    isTupleTypeNode,
    type NodeHandle,
    type Signature,
    type Type,
    type TypeScriptSymbol,
} from './typescript-api.ts';

/** One parameter, after a rest parameter that is a tuple is taken apart. */
interface Parameter {
    readonly name: string;
    readonly type: Type;
    readonly optional: boolean;
    readonly rest: boolean;
    readonly declaration: NodeHandle | undefined;
}

/** The models of a handler's params: all parameters but the first, which is the call context. With descriptions, by name. */
export function readParams(
    context: ReadContext,
    signature: Signature,
    place: Place,
    descriptions: ReadonlyMap<string, string>,
): ParamModel[] {
    return listParameters(context, signature).map((parameter, index) => {
        const description = descriptions.get(parameter.name);
        return {...readParam(context, parameter, index, place), ...(description !== undefined && {description})};
    });
}

function readParam(context: ReadContext, parameter: Parameter, index: number, parent: Place): ParamModel {
    const name = /^__\d+$/.test(parameter.name) ? `param${index + 1}` : parameter.name;
    const place = placeInside(parent, name, parameter.declaration);
    if (parameter.rest) return {name, type: context.readType(parameter.type, place), rest: true};
    if (parameter.optional) return {name, type: readDefined(context, parameter.type, place), optional: true};
    return {name, type: context.readType(parameter.type, place)};
}

/** The parameters that a client sends; together with the call context only where one rest parameter is for all. */
export function listSentSymbols(view: ProgramView, signature: Signature): readonly TypeScriptSymbol[] {
    const symbols = view.parametersOf(signature);
    return signature.hasRestParameter && symbols.length === 1 ? symbols : symbols.slice(1);
}

function listParameters(context: ReadContext, signature: Signature): Parameter[] {
    const symbols = listSentSymbols(context.view, signature);
    const types = context.view.typesOf(symbols);
    return symbols.flatMap((symbol, index): Parameter[] => {
        const type = types[index];
        if (type === undefined) return [];
        const isRest = signature.hasRestParameter && index === symbols.length - 1;
        if (!isRest) return [toParameter(symbol, type)];
        const parameters = listRestParameters(context, symbol, type);
        const hasContext = index === 0 && context.view.parametersOf(signature).length === 1 && !parameters[0]?.rest;
        return hasContext ? parameters.slice(1) : parameters;
    });
}

function toParameter({name, valueDeclaration}: TypeScriptSymbol, type: Type): Parameter {
    const node = valueDeclaration?.resolve();
    const optional = node !== undefined && isParameterDeclaration(node) && (node.questionToken ?? node.initializer) !== undefined;
    return {name, type, optional, rest: false, declaration: valueDeclaration};
}

function listRestParameters(context: ReadContext, symbol: TypeScriptSymbol, type: Type): Parameter[] {
    const {name, valueDeclaration: declaration} = symbol;
    if (!type.isTypeReference()) return [{name, type, optional: false, rest: true, declaration}];
    const tuple = findTupleTarget(type);
    if (tuple === undefined) {
        const [items = type] = context.view.argumentsOf(type);
        return [{name, type: items, optional: false, rest: true, declaration}];
    }
    const names = listElementNames(context, type);
    return listTupleElements(context, type, tuple).map((element, index) => {
        return {...element, name: names[index] ?? `${name}${index + 1}`, declaration};
    });
}

/** The names in a tuple type: `[id: string, count?: number]`. */
function listElementNames(context: ReadContext, type: Type): (string | undefined)[] {
    const node = context.view.checker.typeToTypeNode(type);
    if (node === undefined || !isTupleTypeNode(node)) return [];
    return node.elements.map((element) =>
        isNamedTupleMember(element) && isIdentifier(element.name) ? element.name.text : undefined,
    );
}
