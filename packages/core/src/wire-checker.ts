import type {ValidationBudget} from './compiled-routes.ts';
import {describeReceived} from './describe-received.ts';
import type {ValidationIssue} from './validation-issue.ts';

/**
 * Says what is wrong with a value. The slow twin of the generated `isWire`: it runs where the reasons are wanted.
 *
 * One checker serves both forms of a value: live, and as `JSON.parse` made it.
 */
export interface Checker {
    /** What the type asks for: `a string`. */
    readonly expected: string;
    /** Whether the value is of the kind that the type asks for; what is inside it is not looked at. */
    readonly fits: (value: unknown, check: Check) => boolean;
    /** Notes what is wrong inside a value that fits. */
    readonly inspect?: (value: never, path: string, check: Check) => void;
    /** Only some values are accepted, so that a union is told by them. */
    readonly literal?: true;
    /** How far an object is from the type, its nested values not looked at; 0 when only these can be wrong. */
    readonly measure?: (value: never, check: Check) => number;
}

/** One run of checkers. */
export interface Check {
    /** The values are live ones: dates are `Date`s. */
    readonly live: boolean;
    readonly budget: ValidationBudget;
    /** What was wrong so far. */
    readonly issues: ValidationIssue[];
    /** How many recursive types the value stands in. */
    readonly depth: number;
    /** What was wrong with a value as a union's member, by the value's path: no union asks twice. */
    readonly known: Map<Checker, Map<string, readonly ValidationIssue[]>>;
}

/** Notes one issue, unless there are enough. */
export function note(check: Check, path: string, issue: {expected: string; value: unknown}): void {
    if (check.issues.length >= check.budget.maxIssues) return;
    check.issues.push({path, expected: issue.expected, received: describeReceived(issue.value)});
}

/** Notes everything that is wrong with a value. */
export function inspect(checker: Checker, value: unknown, place: {path: string; check: Check}): void {
    const {path, check} = place;
    if (!checker.fits(value, check)) note(check, path, {expected: checker.expected, value});
    else checker.inspect?.(value as never, path, check);
}

/** The path of a property or of an array's item. */
export function joinPath(path: string, key: string | number): string {
    if (typeof key === 'number') return `${path}[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key.slice(0, 50))}]`;
}

/** Starts a run of checkers. */
export function createCheck(budget: ValidationBudget, live: boolean): Check {
    return {live, budget, issues: [], depth: 0, known: new Map()};
}

/** A list in words: `a, b or c`. */
export function joinWords(words: readonly string[]): string {
    const last = words.length - 1;
    return last <= 0 ? words.join('') : `${words.slice(0, last).join(', ')} or ${words[last]}`;
}
