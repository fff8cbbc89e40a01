import {
    COMPILED_ROUTES_VERSION,
    type CompiledMethod,
    type CompiledRoutes,
    type ParamModel,
    type ParamsCodec,
    type TypeModel,
} from '@mionkit/core';
import {completeModels} from './complete-models.ts';
import {createInterpreter} from './create-interpreter.ts';
import type {CompiledRoutesSource, MethodSource} from './generate-compiled-routes.ts';
import {createModelHash, type HashModel, hashMethod} from './hash-model.ts';
import type {Interpreter} from './interpreter.ts';
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
        ...(source.models && {models: JSON.stringify(models)}),
    };
}

interface InterpretContext {
    readonly source: CompiledRoutesSource;
    readonly graph: TypeGraph;
    readonly hash: HashModel;
    readonly interpreter: Interpreter;
}

function toMethod({kind, model, optional, headerKinds}: MethodSource, context: InterpretContext): CompiledMethod {
    const {params, returns, errors = []} = model;
    const hasResult = returns.kind !== 'undefined';
    const data = errors.flatMap(({name = '*', errorData}) => (errorData ? [[name, toEncode(errorData, context)] as const] : []));
    return {
        kind,
        hash: hashMethod(model, context.hash),
        paramCount: params.some(({rest}) => rest) ? -1 : params.length,
        ...(optional && {optional}),
        ...(params.length > 0 && {params: toParams(params, context)}),
        ...(headerKinds && {headerKinds}),
        ...(hasResult && {encode: toEncode(returns, context)}),
        ...(hasResult && context.source.isResult && {isResult: (result) => context.interpreter.is(returns, result)}),
        ...(data.length > 0 && {encodeErrorData: Object.fromEntries(data)}),
    };
}

function toParams(params: readonly ParamModel[], {interpreter, source}: InterpretContext): ParamsCodec {
    const tuple: TypeModel = {kind: 'tuple', elements: params};
    return {
        isWire: (values, budget) => interpreter.listIssues(params, values, {budget, wire: true}).length === 0,
        errors: (values, budget) => interpreter.listIssues(params, values, {budget, wire: true}),
        decode: (values) => interpreter.decode(tuple, values) as unknown[],
        ...(source.undeclared && {
            undeclared: (values, budget) => interpreter.listIssues(params, values, {budget, wire: true, strict: true}),
        }),
    };
}

function toEncode(model: TypeModel, {interpreter, graph}: InterpretContext): (value: unknown) => string | undefined {
    const mayBeAbsent = graph.acceptsUndefined(model);
    return (value) => (mayBeAbsent && value === undefined ? undefined : JSON.stringify(interpreter.encode(model, value)));
}
