import type {Definitions, MethodModel, TypeModel, UncompiledMethod} from '@mionkit/core';
import {createDeepkitContext, type DeepkitContext} from './deepkit-context.ts';
import {readDeepkitMethod} from './deepkit-method.ts';
import {placeOfMethod, placeOfParam, placeOfResult} from './deepkit-place.ts';
import {readDeepkitType} from './deepkit-type.ts';
import type {MethodSource} from './generate-compiled-routes.ts';
import {findHeaderKinds, isHeaderResult} from './header-kinds.ts';
import {mergeEqualModels} from './merge-equal-models.ts';
import {settleModels, type TypePool} from './settle-models.ts';

/** What Deepkit's run-time types say about a tree. */
export interface DeepkitRoutes {
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
    /** Why some of it can't be compiled: each a sentence. Empty when all of it can. */
    readonly problems: readonly string[];
}

/** Reads the models of a tree's methods from the programs that Deepkit's compiler attached to its functions. */
export function readDeepkitRoutes(methods: readonly UncompiledMethod[]): DeepkitRoutes {
    const pool: TypePool = new Map();
    const context = createDeepkitContext(pool, readDeepkitType);
    const sources = methods.map((method) => {
        const {id, kind} = method;
        const model = readDeepkitMethod(context, method);
        const lookUp = (type: TypeModel) => (type.kind === 'ref' ? (pool.get(type.name)?.model ?? type) : type);
        return {id, kind, model, ...(kind === 'headersHook' && readHeaderKinds(context, {id, model, lookUp}))};
    });
    mergeEqualModels(pool);
    const {settle, definitions} = settleModels(pool);
    const settled = sources.map((source) => ({...source, model: settleMethod(source.model, settle)}));
    return {methods: settled, definitions, problems: [...new Set(context.problems)]};
}

function settleMethod(model: MethodModel, settle: (model: TypeModel) => TypeModel): MethodModel {
    const {params, returns, errors} = model;
    return {
        ...model,
        params: params.map((param) => ({...param, type: settle(param.type)})),
        returns: settle(returns),
        ...(errors && {
            errors: errors.map((error) => (error.errorData ? {...error, errorData: settle(error.errorData)} : error)),
        }),
    };
}

interface HeaderMethod {
    readonly id: string;
    readonly model: MethodModel;
    readonly lookUp: (model: TypeModel) => TypeModel;
}

function readHeaderKinds(context: DeepkitContext, {id, model, lookUp}: HeaderMethod): Pick<MethodSource, 'headerKinds'> {
    const [param, second] = model.params;
    if (second !== undefined || param?.rest) {
        context.refuse(
            placeOfMethod(id),
            'reads a header, so it can have one param only: the value of that header. Read others from `ctx.request.headers`.',
        );
    }
    if (!isHeaderResult(model.returns, lookUp)) {
        context.refuse(
            placeOfResult(id),
            "is sent as a header, which can't carry it. Return `string`, `number`, `boolean` or `string[]`.",
        );
    }
    if (param === undefined) return {headerKinds: []};
    const headerKinds = findHeaderKinds(param.type, lookUp);
    if (headerKinds !== undefined) return {headerKinds};
    context.refuse(
        placeOfParam(id, param.name),
        "comes from a header, which can't carry it. Take `string`, `number`, `boolean`, or literals of these.",
    );
    return {};
}
