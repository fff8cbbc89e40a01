import type {Definitions, ParamModel, TypeModel, ValidationIssue} from '@mionkit/core';
import {listIssues} from '@mionkit/core/wire';
import {createValueDecoder} from './decode-value.ts';
import {createValueEncoder} from './encode-value.ts';
import {createModelCheckers} from './model-checker.ts';

/** Does with models at run time what generated code does with types. For clients. */
export interface Interpreter {
    /** What is wrong with the values for a method's params, live ones: dates are `Date`s. Empty when they fit. */
    readonly listIssues: (params: readonly ParamModel[], values: readonly unknown[]) => ValidationIssue[];
    /** Whether a live value fits. */
    readonly is: (model: TypeModel, value: unknown) => boolean;
    /** The JSON value of the params, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encodeParams: (params: readonly ParamModel[], values: readonly unknown[]) => unknown[];
    /** The JSON value of a live value, for `JSON.stringify`. Throws a `TypeError` on what can't be written as its type. */
    readonly encode: (model: TypeModel, value: unknown) => unknown;
    /** The live value of what `JSON.parse` made. Throws a `TypeError` on what it can't build. */
    readonly decode: (model: TypeModel, value: unknown) => unknown;
}

/** Makes the interpreter for models whose `ref`s point to these definitions. It keeps what it has worked out, so share it. */
export function createInterpreter(definitions: Definitions = {}): Interpreter {
    const {toElements} = createModelCheckers(definitions);
    const {is, encode, encodeElements} = createValueEncoder(definitions);
    const decode = createValueDecoder(definitions);
    return {
        listIssues(params, values) {
            const elements = toElements(params);
            const checkers = params.map(({name}, index) => [name, ...(elements[index] ?? [])] as never);
            return listIssues(checkers, values, {budget: {maxDepth: 64, steps: 1e6, maxIssues: 50}, live: true});
        },
        is,
        encodeParams: (params, values) => encodeElements(params, values),
        encode: (model, value) => encode(model, value),
        decode: (model, value) => decode(model, value),
    };
}
