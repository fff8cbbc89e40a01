import type {CompiledMethod, CompiledRoutes, Definitions, MethodModel, TypeModel, ValidationBudget} from '@mionkit/core';
import * as wire from '@mionkit/core/wire';
import {type CompiledRoutesSource, generateCompiledRoutes} from '../src/generate-compiled-routes.ts';

/** Runs generated code as the compiler's output runs: with its imports, and with nothing else. */
export function evaluateRoutes(source: CompiledRoutesSource): CompiledRoutes {
    const {body, imports} = generateCompiledRoutes(source);
    const run = new Function(...imports.map((name) => `mion$${name}`), `'use strict';\n${body}`);
    return run(...imports.map((name) => (wire as Record<string, unknown>)[name])) as CompiledRoutes;
}

/** The generated code of one method. */
export function evaluateMethod(model: MethodModel, definitions: Definitions = {}): CompiledMethod {
    const {methods} = evaluateRoutes({methods: [{id: 'method', kind: 'route', model}], definitions, models: false});
    const {method} = methods;
    if (!method) throw new Error('The method was not generated.');
    return method;
}

/** The method that takes one value of a type, named `value`, and returns it. */
export function toEchoMethod(type: TypeModel): MethodModel {
    return {params: [{name: 'value', type}], returns: type};
}

/** The router's defaults. */
export function createBudget(options: Partial<ValidationBudget> = {}): ValidationBudget {
    return {maxDepth: 64, steps: 64 * 1000, maxIssues: 50, ...options};
}
