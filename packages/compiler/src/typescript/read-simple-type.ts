import type {TypeModel} from '@mionkit/core';
import {type Type, TypeFlags} from './typescript-api.ts';

const kinds: readonly (readonly [TypeFlags, TypeModel])[] = [
    [TypeFlags.Unknown, {kind: 'unknown'}],
    [TypeFlags.Undefined | TypeFlags.Void, {kind: 'undefined'}],
    [TypeFlags.Null, {kind: 'null'}],
    [TypeFlags.String, {kind: 'string'}],
    [TypeFlags.Number, {kind: 'number'}],
    [TypeFlags.BigInt, {kind: 'bigint'}],
    [TypeFlags.Boolean, {kind: 'boolean'}],
];

/** The model of a type without parts: a primitive, a literal, an enum member. `undefined` for any other type. */
export function readSimpleType(type: Type): TypeModel | undefined {
    if (type.isBigIntLiteralType()) return {kind: 'bigint', min: String(type.value), max: String(type.value)};
    if (type.isStringLiteralType() || type.isNumberLiteralType() || type.isBooleanLiteralType()) {
        return {kind: 'literal', value: type.value};
    }
    const found = kinds.find(([flags]) => type.flags & flags);
    if (found !== undefined) return found[1];
    // A member whose value is computed at run time: all that is known is that it is a number.
    return type.flags & TypeFlags.Enum ? {kind: 'number'} : undefined;
}
