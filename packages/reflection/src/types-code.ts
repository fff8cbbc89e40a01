import type {Definitions, MethodModel, ParamModel, TypeKind, TypeModel} from '@mionkit/core';
import {resolveRef} from '@mionkit/core/wire';
import {indent, toTextLiteral} from './code-text.ts';
import type {Generation} from './generation.ts';
import {refersToDefinition} from './has-reference.ts';
import {ruleCode} from './limit-code.ts';
import {hasParts} from './map-model.ts';
import {getChildren, listParts} from './model-children.ts';
import {type ModelTables, writeModels} from './write-models.ts';

/** The functions `getTypes` and `listIssues`: the types as JSON text, which is read when the first request doesn't fit. */
export function typesCode(models: ModelTables, {generation, whole}: {generation: Generation; whole: boolean}): string {
    const params = [...models.methods.values()].flatMap((method) => method.params);
    if (params.length === 0 && !whole) return '';
    const used = getUsedDefinitions(params, models.definitions);
    const needed = {methods: toParamsOnly(models.methods), definitions: used};
    const text = whole ? writeModels(models) : writeModels(needed, {withoutNames: true});
    const functions = [
        'let types;',
        toFunction('getTypes', [], `return types ??= ${generation.use('readModels')}(${toTextLiteral(text)});`),
        ...(params.length > 0 ? [listIssuesCode([...params.map(({type}) => type), ...Object.values(used)], generation)] : []),
    ];
    return functions.join('\n');
}

function toFunction(name: string, params: readonly string[], body: string): string {
    return `function ${name}(${params.join(', ')}) {\n${indent(body)}\n}`;
}

function listIssuesCode(types: readonly TypeModel[], generation: Generation): string {
    const rules = [...groupByKind(types)].map(([kind, ofKind]) => `${kind}: ${ruleCode(kind, ofKind, generation)}`);
    const body = [
        'const {methods, definitions} = getTypes();',
        `const rules = {${rules.join(', ')}};`,
        `return ${generation.use('listIssues')}(methods[id].params, p, {...o, definitions, rules});`,
    ];
    return toFunction('listIssues', ['id', 'p', 'o'], body.join('\n'));
}

/** What `listIssues` reads of methods. */
function toParamsOnly(methods: ModelTables['methods']): ModelTables['methods'] {
    const withParams = [...methods].filter(([, {params}]) => params.length > 0);
    return new Map(withParams.map(([id, {params}]) => [id, toParamsModel(params)]));
}

/** One object for the same params, so that its text is known the next time. */
const paramsModels = new WeakMap<readonly ParamModel[], MethodModel>();

function toParamsModel(params: readonly ParamModel[]): MethodModel {
    const model = paramsModels.get(params) ?? ({params} as MethodModel);
    paramsModels.set(params, model);
    return model;
}

/** All models in some types. */
function groupByKind(types: readonly TypeModel[]): ReadonlyMap<TypeKind, readonly TypeModel[]> {
    const groups = new Map<TypeKind, TypeModel[]>();
    const seen = new Set<TypeModel>();
    const open = [...types];
    for (let model = open.pop(); model; model = open.pop()) {
        if (seen.has(model)) continue;
        seen.add(model);
        const group = groups.get(model.kind);
        if (group) group.push(model);
        else groups.set(model.kind, [model]);
        if (hasParts(model)) open.push(...listParts(model));
    }
    return groups;
}

/** The definitions that params refer to, directly or through each other. */
function getUsedDefinitions(params: readonly ParamModel[], definitions: Definitions): Definitions {
    const names = new Set<string>();
    const open = params.map(({type}) => type);
    for (let model = open.pop(); model; model = open.pop()) {
        if (!refersToDefinition(model)) continue;
        if (model.kind !== 'ref') open.push(...getChildren(model));
        else if (!names.has(model.name)) {
            names.add(model.name);
            open.push(resolveRef(model, {definitions}));
        }
    }
    return Object.fromEntries(Object.entries(definitions).filter(([name]) => names.has(name)));
}
