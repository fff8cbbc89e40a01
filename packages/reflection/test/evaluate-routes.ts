import type {
    CompiledMethod,
    CompiledRoutes,
    Definitions,
    MethodCodec,
    MethodModel,
    ParamsCodec,
    TypeModel,
    ValidationBudget,
    ValidationIssue,
} from '@mionkit/core';
import * as wire from '@mionkit/core/wire';
import {type CompiledRoutesSource, generateCompiledRoutes} from '../src/generate-compiled-routes.ts';

/** Runs generated code as the compiler's output runs: with its imports, and with nothing else. */
export function evaluateRoutes(source: CompiledRoutesSource): CompiledRoutes {
    const {body, imports} = generateCompiledRoutes(source);
    const run = new Function(...imports.map((name) => `mion$${name}`), `'use strict';\n${body}`);
    return run(...imports.map((name) => (wire as Record<string, unknown>)[name])) as CompiledRoutes;
}

/** The generated code of one method, as one object. */
export interface EvaluatedMethod extends CompiledMethod, Omit<MethodCodec, 'params'> {
    readonly params?: EvaluatedParams;
}

/** The generated code for params, with what tells their issues. */
export interface EvaluatedParams extends ParamsCodec {
    readonly errors: (params: readonly unknown[], budget: ValidationBudget) => ValidationIssue[];
    readonly undeclared: (params: readonly unknown[], budget: ValidationBudget) => ValidationIssue[];
}

/** The generated code of one method. */
export function evaluateMethod(model: MethodModel, definitions: Definitions = {}): EvaluatedMethod {
    const source = {methods: [{id: 'method', kind: 'route' as const, model}], definitions, models: false};
    return getMethod(evaluateRoutes(source), 'method');
}

/** One method of generated code, with its codec made. */
export function getMethod({methods, listIssues}: CompiledRoutes, id: string): EvaluatedMethod {
    const method = methods[id];
    if (!method) throw new Error('The method was not generated.');
    const {params, ...codec} = method.getCodec?.() ?? {};
    if (!params) return {...method, ...codec};
    return {
        ...method,
        ...codec,
        params: {
            ...params,
            errors: (values, budget) => listIssues?.(id, values, {budget}) ?? [],
            undeclared: (values, budget) => listIssues?.(id, values, {budget, strict: true}) ?? [],
        },
    };
}

/** The method that takes one value of a type, named `value`, and returns it. */
export function toEchoMethod(type: TypeModel): MethodModel {
    return {params: [{name: 'value', type}], returns: type};
}

/** The router's defaults. */
export function createBudget(options: Partial<ValidationBudget> = {}): ValidationBudget {
    return {maxDepth: 64, steps: 64 * 1000, maxIssues: 50, ...options};
}
