import type {Definitions, ObjectModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {createCheck, createEncodeBudget, decodeDate, fail, inspect, mergeDecoded, toArray, toObject} from '@mionkit/core/wire';
import {createModelCheckers} from './model-checker.ts';

/** Gives the live value of a JSON value. Throws a `TypeError` on what it can't build. */
export type DecodeValue = (model: TypeModel, value: unknown, depth?: number) => unknown;

/** Makes the decoder for models with one table of definitions. */
export function createValueDecoder(definitions: Definitions): DecodeValue {
    const {toChecker} = createModelCheckers(definitions);
    const {maxDepth} = createEncodeBudget();

    function isWire(model: TypeModel, value: unknown): boolean {
        const check = createCheck(createEncodeBudget(), false);
        inspect(toChecker(model), value, {path: '', check});
        return check.issues.length === 0;
    }

    function decode(model: TypeModel, value: unknown, depth = 0): unknown {
        switch (model.kind) {
            case 'array':
                return toArray(value).map((item) => decode(model.items, item, depth));
            case 'tuple':
                return toArray(value).map((item, index) => decodeElement(model.elements[index], item, depth));
            case 'object':
                return decodeObject(model, toObject(value), depth);
            case 'union':
                return decodeUnion(model, value, depth);
            case 'ref':
                if (depth >= maxDepth) return fail(`at most ${maxDepth} levels of nesting`, value);
                return decode(definitions[model.name] ?? {kind: 'unknown'}, value, depth + 1);
            case 'date':
                return decodeDate(value);
            case 'undefined':
                return undefined;
            default:
                return value;
        }
    }

    function decodeElement(element: TupleElementModel | undefined, value: unknown, depth: number): unknown {
        if (!element || (element.optional && value === null && !isWire(element.type, value))) return undefined;
        return decode(element.type, value, depth);
    }

    function decodeObject({properties}: ObjectModel, object: Readonly<Record<string, unknown>>, depth: number): object {
        const decoded: Record<string, unknown> = {};
        for (const {name, type} of properties) {
            if (Object.hasOwn(object, name)) decoded[name] = decode(type, object[name], depth);
        }
        return decoded;
    }

    function decodeUnion({members, tags}: UnionModel, value: unknown, depth: number): unknown {
        const tagged = tags && value !== null ? toArray(value) : undefined;
        const candidates = tagged ? members.filter((_, index) => tags?.[index] === tagged[0]) : members;
        const content = tagged ? tagged[1] : value;
        const fitting = candidates.filter((member) => isWire(member, content));
        if (fitting.length === 0) return fail(toChecker({kind: 'union', members}).expected, content);
        return fitting.map((member) => decode(member, content, depth)).reduce(mergeDecoded);
    }

    return decode;
}
