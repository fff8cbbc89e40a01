import type {Definitions, ParamModel, TypeModel, ValidationBudget, ValidationIssue} from '@mionkit/core';
import {listIssues} from '@mionkit/core/wire';
import {allRules} from './all-rules.ts';

/** How issues are told. */
export interface ExplainOptions {
    /** What `ref`s point to. */
    readonly definitions?: Definitions | undefined;
    /** How much work may be done. @default nesting 64, 50 issues, a million steps */
    readonly budget?: ValidationBudget;
    /** The values are what `JSON.parse` made, no live ones. @default false */
    readonly wire?: boolean;
    /** Undeclared properties are wrong. @default false */
    readonly strict?: boolean;
}

/** What is wrong with the values for a method's params. Empty when they fit. */
export function explainParams(
    params: readonly ParamModel[],
    values: readonly unknown[],
    {definitions = {}, budget = createBudget(), wire = false, strict = false}: ExplainOptions = {},
): ValidationIssue[] {
    return listIssues(params, values, {rules: allRules, definitions, budget, live: !wire, strict});
}

/** The error that says what is wrong with a value. */
export function explainValue(type: TypeModel, value: unknown, options: ExplainOptions): TypeError {
    const issues = explainParams([{name: 'value', type}], [value], options);
    return new TypeError(issues.map(({path, expected, received}) => `${path}: expected ${expected}, got ${received}`).join('; '));
}

function createBudget(): ValidationBudget {
    return {maxDepth: 64, steps: 1_000_000, maxIssues: 50};
}
