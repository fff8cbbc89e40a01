/**
 * What the interpreter of clients calls for the kinds that JSON has, and for dates: a part of `@mionkit/core/wire`.
 *
 * Apart, because bundlers put all that one entry point reaches into one file.
 */
export {dateForm} from './wire-date.ts';
export {createEncodeBudget} from './wire-encode-budget.ts';
export {fail} from './wire-failure.ts';
export {
    booleanRule,
    dateRule,
    literalRule,
    nullRule,
    numberRule,
    refRule,
    resolveRef,
    stringRule,
    undefinedRule,
    unknownRule,
} from './wire-leaf-rules.ts';
export {mergeDecoded} from './wire-merge.ts';
export {describeExpected, fits, inspectAlone, type Rule, type Run} from './wire-rule.ts';
export {
    acceptsUndefined,
    arrayRule,
    createRun,
    findIndex,
    getElement,
    getLengths,
    isAbsent,
    listIssues,
    objectRule,
    readProperty,
    tupleRule,
} from './wire-structure-rules.ts';
export type {TextForm} from './wire-text-form.ts';
export {unionRule} from './wire-union-rule.ts';
