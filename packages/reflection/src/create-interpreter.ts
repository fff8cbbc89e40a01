import type {Definitions, ParamModel, TextLimits, TypeModel, ValidationIssue} from '@mionkit/core';
import {createEncodeBudget} from '@mionkit/core/wire';
import {allKinds} from './all-kinds.ts';
import {type ExplainOptions, explainParams, explainValue} from './explain.ts';
import {toTuple} from './to-tuple.ts';
import {convertValue, createValueRun, isMisfit, isValue, type ValueRun} from './value-kinds.ts';

/** How an interpreter checks. */
export type CheckOptions = Omit<ExplainOptions, 'definitions'>;

/** Does with models at run time what generated code does with types. */
export interface Interpreter {
    /** What is wrong with the values for a method's params. Empty when they fit. */
    readonly listIssues: (params: readonly ParamModel[], values: readonly unknown[], options?: CheckOptions) => ValidationIssue[];
    /** Whether a live value fits. */
    readonly is: (model: TypeModel, value: unknown) => boolean;
    /** The JSON values of the params, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encodeParams: (params: readonly ParamModel[], values: readonly unknown[]) => unknown[];
    /** The JSON value of a live value, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encode: (model: TypeModel, value: unknown) => unknown;
    /** The live value of what `JSON.parse` made, texts no longer than these limits. Throws a `TypeError` on what it can't build. */
    readonly decode: (model: TypeModel, value: unknown, limits?: TextLimits) => unknown;
}

/** Makes the interpreter for complete models of any kind, whose `ref`s point to these definitions. */
export function createInterpreter(definitions: Definitions = {}): Interpreter {
    const {maxDepth} = createEncodeBudget();
    const start = (live: boolean, limits?: TextLimits) => createValueRun(allKinds, definitions, {live, limits, maxDepth});
    const convert = (model: TypeModel, value: unknown, run: ValueRun) => {
        try {
            return convertValue(model, value, run);
        } catch (error) {
            const options = {definitions, budget: {...createEncodeBudget(), limits: run.limits}, wire: !run.live};
            throw isMisfit(error) ? explainValue(model, value, options) : error;
        }
    };
    return {
        listIssues: (params, values, options) => explainParams(params, values, {...options, definitions}),
        is: (model, value) => isValue(model, value, start(true)),
        encodeParams: (params, values) => convert(...toTuple(params, values), start(true)) as unknown[],
        encode: (model, value) => convert(model, value, start(true)),
        decode: (model, value, limits) => convert(model, value, start(false, limits)),
    };
}
