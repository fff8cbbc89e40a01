import {relative} from 'node:path';
import type {Definitions, MethodModel, TypeModel} from '@mionkit/core';
import {createTypeGraph, generateCompiledRoutes} from '@mionkit/reflection/generator';
import type {CompilerOptions} from './compiler.ts';
import {type RegisteredMethod, readDirectory} from './read-directory.ts';
import {toJsonText} from './to-json-text.ts';

/** What mion makes of a route or hook: where it is registered, its type model, and the code that is generated for it. */
export function inspectRoute(id: string, directory: string, options?: CompilerOptions): string {
    const methods = readDirectory(directory, options);
    const found = methods.filter((method) => method.id === id);
    if (found.length === 0)
        throw new Error(`There is no ${id}. There are:\n${methods.map((method) => `  ${method.id}`).join('\n')}`);
    return found.map(describe).join('\n');
}

function describe({fileName, definitions, ...method}: RegisteredMethod): string {
    const {body} = generateCompiledRoutes({methods: [method], definitions, models: false});
    const types = toJsonText({...method.model, definitions: findDefinitions(method.model, definitions)});
    return `${method.id}, a ${method.kind} of ${relative('.', fileName)}\n\nIts types:\n\n${types}\n\nIts code:\n\n${body}`;
}

/** The definitions that a method's types refer to, directly or through each other. */
function findDefinitions({params, returns, errors = []}: MethodModel, definitions: Definitions): Definitions {
    const names = new Set<string>();
    const graph = createTypeGraph(definitions);
    const note = (model: TypeModel) => {
        if (model.kind === 'ref') names.add(model.name);
        return false;
    };
    for (const {type} of params) graph.contains(type, note);
    for (const model of [returns, ...errors.flatMap(({errorData}) => errorData ?? [])]) graph.contains(model, note);
    return Object.fromEntries(Object.entries(definitions).filter(([name]) => names.has(name)));
}
