import type {Definitions, ParamModel, TypeModel, ValidationBudget, ValidationIssue} from '@mionkit/core';
import {listIssues} from '@mionkit/core/wire-json';
import {convertElements} from './json-kinds.ts';
import {convertValue, createValueRun, getRules, isValue, type ValueKinds} from './value-kinds.ts';

/** How an interpreter checks. */
export interface CheckOptions {
    /** How much work may be done. @default nesting 64, 50 issues, a million steps */
    readonly budget?: ValidationBudget;
    /** The values are what `JSON.parse` made, no live ones. @default false */
    readonly wire?: boolean;
    /** Undeclared properties are wrong. @default false */
    readonly strict?: boolean;
}

/** Does with models at run time what generated code does with types. For clients. */
export interface Interpreter {
    /** What is wrong with the values for a method's params. Empty when they fit. */
    readonly listIssues: (params: readonly ParamModel[], values: readonly unknown[], options?: CheckOptions) => ValidationIssue[];
    /** Whether a live value fits. */
    readonly is: (model: TypeModel, value: unknown) => boolean;
    /** The JSON values of the params, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encodeParams: (params: readonly ParamModel[], values: readonly unknown[]) => unknown[];
    /** The JSON value of a live value, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encode: (model: TypeModel, value: unknown) => unknown;
    /** The live value of what `JSON.parse` made. Throws a `TypeError` on what it can't build. */
    readonly decode: (model: TypeModel, value: unknown) => unknown;
}

/** Makes the interpreter for complete models of these kinds, whose `ref`s point to these definitions. */
export function createInterpreterFor(kinds: ValueKinds, definitions: Definitions = {}): Interpreter {
    const run = (live: boolean) => createValueRun(kinds, definitions, live);
    return {
        listIssues(params, values, {budget = createBudget(), wire = false, strict = false} = {}) {
            return listIssues(params, values, {rules: getRules(kinds), definitions, budget, live: !wire, strict});
        },
        is: (model, value) => isValue(model, value, run(true)),
        encodeParams: (params, values) => convertElements(values, params, run(true)),
        encode: (model, value) => convertValue(model, value, run(true)),
        decode: (model, value) => convertValue(model, value, run(false)),
    };
}

function createBudget(): ValidationBudget {
    return {maxDepth: 64, steps: 1_000_000, maxIssues: 50};
}
