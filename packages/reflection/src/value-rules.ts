import type {Definitions, TypeKind, TypeModel} from '@mionkit/core';
import {
    arrayRule,
    bigintRule,
    booleanRule,
    bytesRule,
    codecRule,
    createEncodeBudget,
    createRun,
    dateRule,
    inspectAlone,
    literalRule,
    mapRule,
    nullRule,
    numberRule,
    objectRule,
    type Rule,
    type Run,
    recordRule,
    refRule,
    regexpRule,
    setRule,
    stringRule,
    templateRule,
    tupleRule,
    undefinedRule,
    unionRule,
    unknownRule,
    urlRule,
} from '@mionkit/core/wire';

/** The rules of all kinds. */
export const valueRules: Readonly<Record<TypeKind, Rule>> = {
    array: arrayRule,
    bigint: bigintRule,
    boolean: booleanRule,
    bytes: bytesRule,
    codec: codecRule,
    date: dateRule,
    literal: literalRule,
    map: mapRule,
    null: nullRule,
    number: numberRule,
    object: objectRule,
    record: recordRule,
    ref: refRule,
    regexp: regexpRule,
    set: setRule,
    string: stringRule,
    template: templateRule,
    tuple: tupleRule,
    undefined: undefinedRule,
    union: unionRule,
    unknown: unknownRule,
    url: urlRule,
};

/** A run of the rules with the limits of encoding and decoding, which protect the stack. */
export function createValueRun(definitions: Definitions, live: boolean): Run {
    return createRun({rules: valueRules, budget: createEncodeBudget(), definitions, live});
}

/** The run inside a recursive type. Throws where it is nested too deep. */
export function enterRef(run: Run): Run {
    if (run.depth >= run.budget.maxDepth)
        throw new TypeError(`The value is nested more than ${run.budget.maxDepth} levels deep.`);
    return {...run, depth: run.depth + 1};
}

/** Whether a value fits a type. */
export function isValue(model: TypeModel, value: unknown, run: Run): boolean {
    return inspectAlone(model, value, {path: '', run: {...run, known: new Map()}}).length === 0;
}
