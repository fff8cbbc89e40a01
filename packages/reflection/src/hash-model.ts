import type {Definitions, IndexModel, MethodModel, ParamModel, PropertyModel, TupleElementModel, TypeModel} from '@mionkit/core';
import {createReferenceTest} from './find-cycles.ts';
import {hashDefinitions} from './hash-definitions.ts';
import {hashText} from './hash-text.ts';
import {getFacts} from './model-facts.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';

/** Gives the hash of a model: equal for equal types, whatever they and their definitions are called. */
export type HashModel = (model: TypeModel) => string;

/** Makes the hash function for models with one table of definitions. It keeps what it has computed, so share it. */
export function createModelHash(definitions: Definitions, graph: TypeGraph = createTypeGraph(definitions)): HashModel {
    /** Of references, and of models that contain some. */
    const hashes = new WeakMap<TypeModel, string>();
    const definitionHashes = new Map<string, string>();

    function hash(model: TypeModel): string {
        const facts = getFacts(model);
        if (facts.refers) return hashReferring(model);
        facts.hash ??= hashText(toText(model, hash));
        return facts.hash;
    }

    function hashReferring(model: TypeModel): string {
        const computed = hashes.get(model) ?? (model.kind === 'ref' ? hashDefinition(model.name) : hashText(toText(model, hash)));
        hashes.set(model, computed);
        return computed;
    }

    function hashDefinition(name: string): string {
        const known = definitionHashes.get(name);
        if (known !== undefined) return known;
        const cycle = graph.getCycle(name);
        if (cycle.size > 0) hashCycle(cycle);
        else definitionHashes.set(name, hash(graph.resolve({kind: 'ref', name})));
        return hashDefinition(name);
    }

    function hashCycle(cycle: ReadonlySet<string>): void {
        const inCycle = createReferenceTest(cycle);
        const hashes = hashDefinitions([...cycle], (name, hashReference) => {
            const hashPart = (model: TypeModel): string => {
                if (!inCycle(model)) return hash(model);
                return model.kind === 'ref' ? hashReference(model.name) : hashText(toText(model, hashPart));
            };
            return hashPart(graph.resolve({kind: 'ref', name}));
        });
        for (const [name, value] of hashes) definitionHashes.set(name, value);
    }

    return hash;
}

/** The hash of what a method takes and gives. Names of params and descriptions don't count. */
export function hashMethod(method: MethodModel, hash: HashModel): string {
    const errors = (method.errors ?? []).map((error) => [error.name ?? '', error.errorData ? hash(error.errorData) : '']);
    return hashText(JSON.stringify([method.params.map((param) => toElement(param, hash)), hash(method.returns), errors]));
}

function toElement({type, optional, rest}: ParamModel | TupleElementModel, hash: HashModel): unknown {
    return [hash(type), optional ?? false, rest ?? false];
}

function toIndexes(indexes: readonly IndexModel[], hash: HashModel): unknown {
    return indexes.map((index) => [hash(index.keys), hash(index.values)]);
}

/** Everything about a model that changes its values or their wire form, its children by their hashes. */
function toText(model: TypeModel, hash: HashModel): string {
    switch (model.kind) {
        case 'union':
            return `["union",${JSON.stringify(model.members.map(hash).sort())}]`;
        case 'object':
            return `["object",[${toProperties(model.properties, hash)}],${model.indexes ? JSON.stringify(toIndexes(model.indexes, hash)) : '[]'}]`;
        case 'tuple':
            return JSON.stringify([model.kind, model.elements.map((element) => toElement(element, hash))]);
        case 'record':
            return JSON.stringify([model.kind, toIndexes(model.indexes, hash)]);
        case 'map':
            return JSON.stringify([...toFields(model), hash(model.keys), hash(model.values)]);
        case 'template':
            return JSON.stringify([model.kind, model.parts.map((part) => (typeof part === 'string' ? [part] : hash(part)))]);
        case 'codec':
            return JSON.stringify([...toFields(model), hash(model.wire)]);
        case 'array':
        case 'set':
            return JSON.stringify([...toFields(model), hash(model.items)]);
        case 'stream':
            return JSON.stringify([model.kind, model.items ? hash(model.items) : '']);
        default:
            return JSON.stringify(toFields(model));
    }
}

/** The properties in one order, whatever order they were declared in. */
function toProperties(properties: readonly PropertyModel[], hash: HashModel): string {
    const entries = properties.map(({name, type, optional = false}) => {
        const typeHash = hash(type);
        return {key: `${name},${typeHash},${optional}`, text: `[${JSON.stringify(name)},"${typeHash}",${optional}]`};
    });
    if (entries.length > 1) entries.sort((first, second) => (first.key < second.key ? -1 : 1));
    return entries.map(({text}) => text).join();
}

/** The kind and the constraints, in the order of their names. */
function toFields(model: TypeModel): unknown[] {
    const fields = Object.entries(model).filter(([, value]) => typeof value !== 'object');
    return (fields.length > 1 ? fields.sort(([first], [second]) => (first < second ? -1 : 1)) : fields).flat();
}
