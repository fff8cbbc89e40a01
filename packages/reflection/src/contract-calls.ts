import type {Definitions, MethodModel, TypeModel} from '@mionkit/core';
import type {MethodSource} from './generate-compiled-routes.ts';
import {createModelHash} from './hash-model.ts';
import {mapModel} from './map-model.ts';

/** One call that registers methods on the router of an API. */
export interface ContractCall {
    readonly functionName: 'registerRoutes' | 'addStartHooks' | 'addEndHooks';
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
}

/** Calls whose `ref`s all point to one table of definitions. */
export interface MergedCalls {
    readonly calls: readonly ContractCall[];
    readonly definitions: Definitions;
}

/** Gives different definitions of several calls different names. Equal ones that are called alike become one. */
export function mergeDefinitions(calls: readonly ContractCall[]): MergedCalls {
    const hashes = new Map<string, string>();
    const definitions = new Map<string, TypeModel>();
    const merged = calls.map((call) => {
        const names = nameDefinitions(call.definitions, hashes);
        const rename = (model: TypeModel): TypeModel =>
            model.kind === 'ref' ? {kind: 'ref', name: names.get(model.name) ?? model.name} : mapModel(model, rename);
        for (const [name, model] of Object.entries(call.definitions)) {
            const own = names.get(name) ?? name;
            if (!definitions.has(own)) definitions.set(own, rename(model));
        }
        return {...call, methods: call.methods.map((method) => ({...method, model: mapMethod(method.model, rename)}))};
    });
    return {calls: merged, definitions: Object.fromEntries(definitions)};
}

/** The new names of a call's definitions. Adds the hash of each to those that are known by name. */
function nameDefinitions(definitions: Definitions, hashes: Map<string, string>): ReadonlyMap<string, string> {
    const hash = createModelHash(definitions);
    return new Map(
        Object.keys(definitions).map((name) => {
            const own = hash({kind: 'ref', name});
            const found = findName(name.replace(/_\d+$/, ''), (candidate) => (hashes.get(candidate) ?? own) === own);
            hashes.set(found, own);
            return [name, found];
        }),
    );
}

/** The name, or with the first number behind it that makes it fit. */
export function findName(name: string, isFree: (candidate: string) => boolean): string {
    let candidate = name;
    for (let count = 2; !isFree(candidate); count++) candidate = `${name}_${count}`;
    return candidate;
}

/** A method with other models in the place of its own. */
export function mapMethod(method: MethodModel, map: (model: TypeModel) => TypeModel): MethodModel {
    const errors = method.errors?.map((error) => (error.errorData ? {...error, errorData: map(error.errorData)} : error));
    return {
        ...method,
        params: method.params.map((param) => ({...param, type: map(param.type)})),
        returns: map(method.returns),
        ...(errors && {errors}),
    };
}

/** Whether clients may know of a method. */
export function isPublic({kind, model: {params, returns}}: MethodSource): boolean {
    return kind === 'route' || (kind !== 'rawHook' && (params.length > 0 || returns.kind !== 'undefined'));
}

/** The public methods of all calls, by id. */
export function listPublicMethods(calls: readonly ContractCall[]): MethodSource[] {
    const methods = calls.flatMap((call) => call.methods).filter(isPublic);
    return methods.sort((a, b) => (a.id < b.id ? -1 : 1));
}
