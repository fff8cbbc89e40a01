import type {ValidationBudget} from './compiled-routes.ts';
import {describeReceived} from './describe-received.ts';
import type {Definitions, TypeKind, TypeModel} from './type-model.ts';
import type {ValidationIssue} from './validation-issue.ts';

/**
 * Says what is wrong with values of one kind of type. The slow twin of the generated `isWire`: it runs where the reasons are wanted,
 * and it is what the interpreter checks with, so generated code and interpreter tell the same.
 */
export interface Rule {
    /** What the type asks for: `a string`. */
    readonly expected: (model: never, run: Run) => string;
    /** Whether a value is of the kind that the type asks for; what is inside it is not looked at. */
    readonly fits: (value: unknown, model: never, run: Run) => boolean;
    /** Notes what is wrong inside a value that fits. */
    readonly inspect?: (value: never, model: never, at: At) => void;
}

/** The rules that a run needs. Code is generated with those of its types, so that bundles carry no others. */
export type Rules = Partial<Readonly<Record<TypeKind, Rule>>>;

/** One run of rules over a value. */
export interface Run {
    readonly rules: Rules;
    readonly definitions: Definitions;
    readonly budget: ValidationBudget;
    /** The values are live ones: dates are `Date`s. */
    readonly live?: boolean;
    /** Undeclared properties are wrong. */
    readonly strict?: boolean;
    /** What was wrong so far. */
    readonly issues: ValidationIssue[];
    /** In how many recursive types the value stands. */
    readonly depth: number;
    /** What was wrong with recursive types, by definition and path, so that overlapping unions don't ask again and again. */
    readonly known: Map<string, readonly ValidationIssue[]>;
}

/** Where in a value a run is. */
export interface At {
    readonly path: string;
    readonly run: Run;
}

function getRule(model: TypeModel, {rules}: Run): Rule {
    const rule = rules[model.kind];
    if (!rule) throw new Error(`There is no rule for the kind '${model.kind}'.`);
    return rule;
}

/** What a type asks for, in words. */
export function describeExpected(model: TypeModel, run: Run): string {
    return getRule(model, run).expected(model as never, run);
}

/** Whether a value is of the kind that a type asks for. */
export function fits(model: TypeModel, value: unknown, run: Run): boolean {
    return getRule(model, run).fits(value, model as never, run);
}

/** Notes everything that is wrong with a value. */
export function inspect(model: TypeModel, value: unknown, at: At): void {
    if (isFull(at.run)) return;
    const rule = getRule(model, at.run);
    if (rule.fits(value, model as never, at.run)) rule.inspect?.(value as never, model as never, at);
    else note(at, rule.expected(model as never, at.run), value);
}

/** Everything that is wrong with a value, noted apart from the rest. */
export function inspectAlone(model: TypeModel, value: unknown, {path, run}: At): readonly ValidationIssue[] {
    const alone = {...run, issues: []};
    inspect(model, value, {path, run: alone});
    return alone.issues;
}

const longestPath = 300;

/** Notes one issue, unless there are enough. */
export function note({path, run}: At, expected: string, value: unknown): void {
    if (isFull(run)) return;
    const shown = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
    run.issues.push({path: shown, expected, received: describeReceived(value)});
}

/** Whether as many issues are noted as the budget asks for. */
export function isFull({issues, budget}: Run): boolean {
    return issues.length >= budget.maxIssues;
}

/** The place of a property or of an array's item. */
export function toInside({path, run}: At, key: string | number): At {
    if (typeof key === 'number') return {path: `${path}[${key}]`, run};
    return {path: /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`, run};
}

const listedWords = 20;

/** A list in words: `a, b or c`. */
export function joinWords(words: readonly string[]): string {
    const distinct = [...new Set(words)];
    if (distinct.length > listedWords) return `${distinct.slice(0, listedWords).join(', ')} or another of ${distinct.length}`;
    const last = distinct.pop() ?? '';
    return distinct.length > 0 ? `${distinct.join(', ')} or ${last}` : last;
}
