import type {Definitions, RefModel, TypeKind, TypeModel} from '@mionkit/core';
import {
    createEncodeBudget,
    createRun,
    describeExpected,
    fail,
    fits,
    inspectAlone,
    type Rule,
    type Run,
    resolveRef,
} from '@mionkit/core/wire-json';

/** What the interpreter does with values of one kind of type. */
export interface ValueKind {
    readonly rule: Rule;
    /** The JSON value of a live value that fits; without it the value itself. */
    readonly encode?: (value: never, model: never, run: ValueRun) => unknown;
    /** The live value of a JSON value that fits; without it the value itself. */
    readonly decode?: (value: never, model: never, run: ValueRun) => unknown;
}

/** The kinds that an interpreter knows. */
export type ValueKinds = Partial<Readonly<Record<TypeKind, ValueKind>>>;

/** One value being encoded (the run is live) or decoded. */
export interface ValueRun extends Run {
    readonly kinds: ValueKinds;
    /** What recursive types have become, by definition and value, so that overlapping unions don't ask again and again. */
    readonly converted: Map<string, WeakMap<object, unknown>>;
}

/** Starts encoding live values or decoding others, with limits that protect the stack. */
export function createValueRun(kinds: ValueKinds, definitions: Definitions, live: boolean): ValueRun {
    const run = createRun({rules: getRules(kinds), budget: createEncodeBudget(), definitions, live});
    return {...run, kinds, converted: new Map()};
}

/** The rules of these kinds. */
export function getRules(kinds: ValueKinds): Partial<Record<TypeKind, Rule>> {
    return Object.fromEntries(Object.entries(kinds).map(([name, {rule}]) => [name, rule]));
}

/** Encodes a live value, or decodes another. Throws a `TypeError` on what doesn't fit. */
export function convertValue(model: TypeModel, value: unknown, run: ValueRun): unknown {
    if (!fits(model, value, run)) return fail(describeExpected(model, run), value);
    const kind = run.kinds[model.kind];
    const convert = run.live ? kind?.encode : kind?.decode;
    return convert ? convert(value as never, model as never, run) : value;
}

/** Converts a value of a recursive type, once. Throws where it is nested too deep. */
export function convertRef(value: unknown, model: RefModel, run: ValueRun): unknown {
    if (run.depth >= run.budget.maxDepth) return fail(`at most ${run.budget.maxDepth} levels of nesting`, value);
    const known = run.converted.get(model.name) ?? new WeakMap<object, unknown>();
    const isKept = typeof value === 'object' && value !== null;
    if (isKept && known.has(value)) return known.get(value);
    const converted = convertValue(resolveRef(model, run), value, {...run, depth: run.depth + 1});
    if (isKept) run.converted.set(model.name, known.set(value, converted));
    return converted;
}

/** Whether a value fits a type. */
export function isValue(model: TypeModel, value: unknown, run: Run): boolean {
    return inspectAlone(model, value, {path: '', run: {...run, known: new Map()}}).length === 0;
}
