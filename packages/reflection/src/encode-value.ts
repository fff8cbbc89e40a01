import type {Definitions, ObjectModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {createCheck, createEncodeBudget, encodeDate, fail, inspect, mergeDecoded, toArray, toObject} from '@mionkit/core/wire';
import {createModelCheckers, isOptional} from './model-checker.ts';

/** Turns live values into JSON values. */
export interface ValueEncoder {
    /** Whether a live value fits. */
    readonly is: (model: TypeModel, value: unknown) => boolean;
    /** The JSON value of a live value. Throws a `TypeError` on what can't be written as its type. */
    readonly encode: (model: TypeModel, value: unknown, depth?: number) => unknown;
    readonly encodeElements: (elements: readonly TupleElementModel[], values: readonly unknown[], depth?: number) => unknown[];
}

/** Makes the encoder for models with one table of definitions. */
export function createValueEncoder(definitions: Definitions): ValueEncoder {
    const {toChecker} = createModelCheckers(definitions);
    const {maxDepth} = createEncodeBudget();

    function is(model: TypeModel, value: unknown): boolean {
        const check = createCheck({...createEncodeBudget(), maxDepth: 64}, true);
        inspect(toChecker(model), value, {path: '', check});
        return check.issues.length === 0;
    }

    function encode(model: TypeModel, value: unknown, depth = 0): unknown {
        switch (model.kind) {
            case 'array':
                return toArray(value).map((item) => encode(model.items, item, depth));
            case 'tuple':
                return encodeElements(model.elements, toArray(value), depth);
            case 'object':
                return encodeObject(model, toObject(value), depth);
            case 'union':
                return encodeUnion(model, value, depth);
            case 'ref':
                if (depth >= maxDepth) return fail(`at most ${maxDepth} levels of nesting`, value);
                return encode(definitions[model.name] ?? {kind: 'unknown'}, value, depth + 1);
            case 'date':
                return JSON.parse(encodeDate(value));
            case 'unknown':
                return value;
            case 'undefined':
                return null;
            default:
                return is(model, value) ? value : fail(toChecker(model).expected, value);
        }
    }

    function encodeElements(elements: readonly TupleElementModel[], values: readonly unknown[], depth = 0): unknown[] {
        const last = values.findLastIndex((value) => value !== undefined);
        const encoded = elements.map(({type, optional}, index) => {
            const value = values[index];
            return optional && value === undefined ? null : encode(type, value, depth);
        });
        const required = elements.filter((element) => !element.optional).length;
        return encoded.slice(0, Math.max(required, last + 1));
    }

    function encodeObject({properties}: ObjectModel, object: Readonly<Record<string, unknown>>, depth: number): object {
        const encoded: Record<string, unknown> = {};
        for (const property of properties) {
            const value = object[property.name];
            if (value !== undefined || !isOptional(property, definitions))
                encoded[property.name] = encode(property.type, value, depth);
        }
        return encoded;
    }

    function encodeUnion({members, tags}: UnionModel, value: unknown, depth: number): unknown {
        const fitting = members.filter((member) => is(member, value));
        const [first] = fitting;
        if (!first) return fail(toChecker({kind: 'union', members}).expected, value);
        const tag = tags?.[members.indexOf(first)];
        if (tag) return [tag, encode(first, value, depth)];
        return fitting.map((member) => encode(member, value, depth)).reduce(mergeDecoded);
    }

    return {is, encode, encodeElements};
}
