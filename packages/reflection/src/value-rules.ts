import type {Definitions, RefModel, TypeKind, TypeModel} from '@mionkit/core';
import {
    arrayRule,
    bigintLimits,
    bigintRule,
    booleanRule,
    bytesLimits,
    bytesRule,
    codecRule,
    createEncodeBudget,
    createFormatLimit,
    createRun,
    dateLimits,
    dateRule,
    formats,
    inspectAlone,
    itemLimits,
    literalRule,
    mapRule,
    nullRule,
    numberLimits,
    numberRule,
    objectRule,
    type Rule,
    type Run,
    recordRule,
    refRule,
    regexpRule,
    resolveRef,
    setRule,
    stringLimits,
    stringRule,
    templateRule,
    tupleRule,
    undefinedRule,
    unionRule,
    unknownRule,
    urlRule,
    withLimits,
} from '@mionkit/core/wire';

/** The rules of all kinds. */
export const valueRules: Readonly<Record<TypeKind, Rule>> = {
    array: withLimits(arrayRule, itemLimits),
    bigint: withLimits(bigintRule, bigintLimits),
    boolean: booleanRule,
    bytes: withLimits(bytesRule, bytesLimits),
    codec: codecRule,
    date: withLimits(dateRule, dateLimits),
    literal: literalRule,
    map: withLimits(mapRule, itemLimits),
    null: nullRule,
    number: withLimits(numberRule, numberLimits),
    object: objectRule,
    record: recordRule,
    ref: refRule,
    regexp: regexpRule,
    set: withLimits(setRule, itemLimits),
    string: withLimits(stringRule, {...stringLimits, format: createFormatLimit(formats)}),
    template: templateRule,
    tuple: tupleRule,
    undefined: undefinedRule,
    union: unionRule,
    unknown: unknownRule,
    url: urlRule,
};

/** A run of the rules with the limits of encoding and decoding, which protect the stack. */
export interface ValueRun extends Run {
    /** What recursive types have become, by definition and value, so that overlapping unions don't ask again and again. */
    readonly converted: Map<string, WeakMap<object, unknown>>;
}

/** Starts encoding live values or decoding others. */
export function createValueRun(definitions: Definitions, live: boolean): ValueRun {
    const run = createRun({rules: valueRules, budget: createEncodeBudget(), definitions, live});
    return {...run, converted: new Map()};
}

/** Converts a value of a recursive type, once. Throws where it is nested too deep. */
export function convertRef(
    model: RefModel,
    value: unknown,
    {run, convert}: {run: ValueRun; convert: (model: TypeModel, value: unknown, run: ValueRun) => unknown},
): unknown {
    if (run.depth >= run.budget.maxDepth)
        throw new TypeError(`The value is nested more than ${run.budget.maxDepth} levels deep.`);
    const known = run.converted.get(model.name) ?? new WeakMap<object, unknown>();
    if (isContainer(value) && known.has(value)) return known.get(value);
    const converted = convert(resolveRef(model, run), value, {...run, depth: run.depth + 1});
    if (isContainer(value)) run.converted.set(model.name, known.set(value, converted));
    return converted;
}

function isContainer(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
}

/** Whether a value fits a type. */
export function isValue(model: TypeModel, value: unknown, run: Run): boolean {
    return inspectAlone(model, value, {path: '', run: {...run, known: new Map()}}).length === 0;
}
