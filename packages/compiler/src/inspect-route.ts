import {relative} from 'node:path';
import {generateCompiledRoutes} from '@mionkit/reflection/generator';
import type {CompilerOptions} from './compiler.ts';
import {type RegisteredMethod, readDirectory} from './read-directory.ts';

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
    const types = JSON.stringify({...method.model, definitions}, undefined, 2);
    return `${method.id}, a ${method.kind} of ${relative('.', fileName)}\n\nIts types:\n\n${types}\n\nIts code:\n\n${body}`;
}
