import type {Definitions, ParamModel, TypeModel} from '@mionkit/core';
import {resolveRef} from '@mionkit/core/wire';
import {indent, toKey, toLiteral} from './code-text.ts';
import type {Generation} from './generation.ts';
import {ruleCode} from './limit-code.ts';
import {getChildren, getHoles} from './model-children.ts';

/** The models of all params, which `errors` reads: made when the first request doesn't fit. */
export interface TypesCode {
    /** Notes the params of a method. */
    readonly add: (id: string, params: readonly ParamModel[]) => void;
    /** The functions that `errors` of all methods call; empty when no method has params. */
    readonly getText: () => string;
}

/** Collects the models of params. */
export function createTypesCode(generation: Generation, definitions: Definitions): TypesCode {
    const params = new Map<string, readonly ParamModel[]>();
    return {
        add: (id, methodParams) => params.set(id, methodParams),
        getText: () => (params.size === 0 ? '' : toText(generation, params, definitions)),
    };
}

function toText(generation: Generation, params: ReadonlyMap<string, readonly ParamModel[]>, definitions: Definitions): string {
    const writer = createModelWriter(generation);
    const types = [...params.values()].flat().map((param) => param.type);
    const used = getUsedDefinitions(types, definitions);
    const models = [...types, ...used.map(([, model]) => model)];
    for (const model of models) writer.count(model);
    const methods = [...params].map(([id, list]) => `${toLiteral(id)}: [${list.map(writer.toElement).join(', ')}]`);
    const defined = used.map(([name, model]) => `${toKey(name)}: ${writer.toCode(model)}`);
    const parts = [...listParts(models)];
    const rules = [...new Set(parts.map((part) => part.kind))].map((kind) => {
        const ofKind = parts.filter((part) => part.kind === kind);
        return `${kind}: ${ruleCode(kind, ofKind, generation)}`;
    });
    const body = [
        ...writer.getConstants(),
        `return {\n${indent(`params: {\n${indent(methods.join(',\n'))}\n},\ndefinitions: {${defined.join(', ')}},\nrules: {${rules.join(', ')}}`)}\n};`,
    ];
    return `let types;
function listIssues(id, p, o) {
    types ??= getTypes();
    return ${generation.use('listIssues')}(types.params[id], p, {...types, ...o});
}
function getTypes() {\n${indent(body.join('\n'))}\n}`;
}

function listParts(models: readonly TypeModel[]): ReadonlySet<TypeModel> {
    const parts = new Set<TypeModel>();
    const open = [...models];
    for (let model = open.pop(); model; model = open.pop()) {
        if (parts.has(model)) continue;
        parts.add(model);
        open.push(...(model.kind === 'template' ? getHoles(model) : getChildren(model)));
    }
    return parts;
}

function getUsedDefinitions(models: readonly TypeModel[], definitions: Definitions): readonly (readonly [string, TypeModel])[] {
    const names = new Set<string>();
    const open = [...models];
    for (let model = open.pop(); model; model = open.pop()) {
        if (model.kind !== 'ref') open.push(...getChildren(model));
        else if (!names.has(model.name)) {
            names.add(model.name);
            open.push(resolveRef(model, {definitions}));
        }
    }
    return Object.entries(definitions).filter(([name]) => names.has(name));
}

interface ModelWriter {
    readonly count: (model: TypeModel) => void;
    readonly toCode: (model: TypeModel) => string;
    readonly toElement: (element: {readonly type: TypeModel}) => string;
    readonly getConstants: () => readonly string[];
}

/** Writes models as code. What stands in several places is a constant. */
function createModelWriter({hash}: Generation): ModelWriter {
    const counts = new Map<string, number>();
    const constants = new Map<string, string>();
    const names = new Map<string, string>();

    /** A definition that isn't recursive has the hash of its references, and must not become one. */
    const toKeyOf = (model: TypeModel) => (model.kind === 'ref' ? `ref ${model.name}` : hash(model));

    function count(model: TypeModel): void {
        const key = toKeyOf(model);
        const before = counts.get(key) ?? 0;
        counts.set(key, before + 1);
        if (before === 0) getChildren(model).forEach(count);
    }

    function toCode(model: TypeModel): string {
        const key = toKeyOf(model);
        const known = names.get(key);
        if (known !== undefined) return known;
        const code = toFields(model);
        if ((counts.get(key) ?? 0) < 2) return code;
        const name = `type${names.size + 1}`;
        names.set(key, name);
        constants.set(name, `const ${name} = ${code};`);
        return name;
    }

    function toFields(value: object): string {
        const fields = Object.entries(value).filter(
            ([key]) => key !== 'description' && !(key === 'name' && 'properties' in value),
        );
        return `{${fields.map(([key, field]) => `${toKey(key)}: ${toValue(field)}`).join(', ')}}`;
    }

    function toValue(value: unknown): string {
        if (Array.isArray(value)) return `[${value.map(toValue).join(', ')}]`;
        if (typeof value !== 'object' || value === null) return toLiteral(value as string);
        return 'kind' in value ? toCode(value as TypeModel) : toFields(value);
    }

    return {count, toCode, toElement: toFields, getConstants: () => [...constants.values()]};
}
