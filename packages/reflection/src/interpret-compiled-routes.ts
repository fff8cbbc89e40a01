import {
    COMPILED_ROUTES_VERSION,
    type CompiledMethod,
    type CompiledRoutes,
    type ListIssuesOptions,
    type MethodCodec,
    type MethodModel,
    type ParamModel,
    type ParamsCodec,
    type TypeModel,
} from '@mionkit/core';
import {completeModels} from './complete-models.ts';
import {createInterpreter, type Interpreter} from './create-interpreter.ts';
import type {CompiledRoutesSource, MethodSource} from './generate-compiled-routes.ts';
import {createModelHash, type HashModel, hashMethod} from './hash-model.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';

/** What generated code does, done by the interpreter: for platforms that evaluate no code. */
export function interpretCompiledRoutes(source: CompiledRoutesSource): CompiledRoutes {
    const methodModels = Object.fromEntries(source.methods.map(({id, model}) => [id, model]));
    const models = completeModels({methods: methodModels, definitions: source.definitions});
    const graph = createTypeGraph(models.definitions);
    const context: InterpretContext = {
        source,
        graph,
        hash: createModelHash(models.definitions, graph),
        interpreter: createInterpreter(models.definitions),
    };
    const methods = source.methods.map(
        (method) => [method.id, toMethod({...method, model: models.methods[method.id] ?? method.model}, context)] as const,
    );
    return {
        version: COMPILED_ROUTES_VERSION,
        methods: Object.fromEntries(methods),
        listIssues: (id, values, options) =>
            context.interpreter.listIssues(models.methods[id]?.params ?? [], values, {...options, wire: true}),
        ...(source.models && {getModels: () => models}),
        ...(source.isResult && {validateReturn: true}),
        ...(source.undeclared && {unknownProperties: 'reject'}),
    };
}

interface InterpretContext {
    readonly source: CompiledRoutesSource;
    readonly graph: TypeGraph;
    readonly hash: HashModel;
    readonly interpreter: Interpreter;
}

function toMethod({kind, model, optional, headerKinds}: MethodSource, context: InterpretContext): CompiledMethod {
    const {params, returns} = model;
    return {
        kind,
        hash: hashMethod(model, context.hash),
        paramCount: params.some(({rest}) => rest) ? -1 : params.length,
        ...(optional && {optional}),
        ...(headerKinds && {headerKinds}),
        ...(returns.kind !== 'undefined' && {hasResult: true}),
        getCodec: () => toCodec(model, context),
    };
}

function toCodec({params, returns, errors = []}: MethodModel, context: InterpretContext): MethodCodec {
    const hasResult = returns.kind !== 'undefined';
    const data = errors.flatMap(({name = '*', errorData}) => (errorData ? [[name, toEncode(errorData, context)] as const] : []));
    return {
        ...(params.length > 0 && {params: toParams(params, context)}),
        ...(hasResult && {encode: toEncode(returns, context)}),
        ...(hasResult && context.source.isResult && {isResult: (result) => context.interpreter.is(returns, result)}),
        ...(data.length > 0 && {encodeErrorData: Object.fromEntries(data)}),
    };
}

function toParams(params: readonly ParamModel[], {interpreter, source}: InterpretContext): ParamsCodec {
    const tuple: TypeModel = {kind: 'tuple', elements: params};
    const fits = (values: readonly unknown[], options: ListIssuesOptions) =>
        interpreter.listIssues(params, values, {...options, wire: true}).length === 0;
    return {
        isWire: (values, budget) => fits(values, {budget}),
        decode: (values, {limits}) => interpreter.decode(tuple, values, limits) as unknown[],
        ...(source.undeclared && {isStrict: (values, budget) => fits(values, {budget, strict: true})}),
    };
}

function toEncode(model: TypeModel, {interpreter, graph}: InterpretContext): (value: unknown) => string | undefined {
    const mayBeAbsent = graph.acceptsUndefined(model);
    return (value) => (mayBeAbsent && value === undefined ? undefined : JSON.stringify(interpreter.encode(model, value)));
}
