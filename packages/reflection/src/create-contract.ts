import {CONTRACT_VERSION, type Contract, type ContractMethod, type MethodModel, type TypeModel} from '@mionkit/core';
import {completeModels} from './complete-models.ts';
import {type ContractCall, isPublic, listPublicMethods, mapMethod, mergeDefinitions} from './contract-calls.ts';
import type {MethodSource} from './generate-compiled-routes.ts';
import {createModelHash, hashMethod} from './hash-model.ts';
import {mapModel} from './map-model.ts';

export type {ContractCall} from './contract-calls.ts';

/** The contract of the API that these calls register on one router. The models need not be complete. Ids come sorted. */
export function createContract(source: readonly ContractCall[]): Contract {
    const {calls, definitions} = mergeDefinitions(source.map(completeCall));
    const hash = createModelHash(definitions);
    const methods = listPublicMethods(calls).map((method): [string, ContractMethod] => {
        const {id, kind, headerName} = method;
        const {params, returns, errors} = describe(method.model);
        return [
            id,
            {
                ...{id, kind, ...(headerName !== undefined && {headerName})},
                ...{params, returns, ...(errors && {errors})},
                ...{hookIds: listHookIds(method, calls), hash: hashMethod(method.model, hash)},
            },
        ];
    });
    return {version: CONTRACT_VERSION, definitions: sortKeys(definitions), methods: Object.fromEntries(methods)};
}

/** Before definitions are renamed, because the order of a union's members follows from the definitions' hashes alone. */
function completeCall(call: ContractCall): ContractCall {
    const models = Object.fromEntries(call.methods.map(({id, model}) => [id, model]));
    const {methods, definitions} = completeModels({methods: models, definitions: call.definitions});
    return {
        ...call,
        methods: call.methods.map((method) => ({...method, model: methods[method.id] ?? method.model})),
        definitions,
    };
}

function sortKeys(definitions: Contract['definitions']): Contract['definitions'] {
    const entries = Object.entries(definitions).map(([name, model]): [string, TypeModel] => [name, withoutDescriptions(model)]);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Descriptions are for people, who read them in the declarations. */
function describe(model: MethodModel): MethodModel {
    const {params, ...others} = mapMethod(model, withoutDescriptions);
    return {...others, params: params.map(({description: _, ...param}) => param)};
}

function withoutDescriptions(model: TypeModel): TypeModel {
    const mapped = mapModel(model, withoutDescriptions);
    if (mapped.kind !== 'object') return mapped;
    return {...mapped, properties: mapped.properties.map(({description: _, ...property}) => property)};
}

/** The public hooks in a route's plan: those around all routes, and of its own call those of its level and the levels around it. */
function listHookIds(route: MethodSource, calls: readonly ContractCall[]): string[] {
    if (route.kind !== 'route') return [];
    const list = (functionName: ContractCall['functionName']) => calls.filter((call) => call.functionName === functionName);
    const own = list('registerRoutes').filter(({methods}) => methods.includes(route));
    const isAround = ({id}: MethodSource) => route.id.startsWith(id.slice(0, id.lastIndexOf('/') + 1));
    const hooks = [...list('addStartHooks'), ...own, ...list('addEndHooks')]
        .flatMap(({methods}) => methods)
        .filter((method) => method.kind !== 'route' && isPublic(method) && isAround(method));
    return [...new Set(hooks.map(({id}) => id))];
}
