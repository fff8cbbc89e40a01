import type {Definitions, TypeModel} from '@mionkit/core';

/** One type, and how values of it fare in everything that reads its model. */
export interface TypeCase {
    readonly name: string;
    /** The type in TypeScript. */
    readonly type: string;
    /** The declarations that it refers to. */
    readonly declarations?: string;
    readonly model: TypeModel;
    readonly definitions?: Definitions;
    /** Values that fit, with their JSON text; it decodes to an equal value, unless `decoded` says to what. */
    readonly good: readonly GoodValue[];
    /** JSON texts that don't fit, with what is wrong. */
    readonly bad: readonly BadText[];
    /** Live values that don't fit. */
    readonly badLive?: readonly unknown[];
}

/** A live value and its JSON text. */
export interface GoodValue {
    readonly value: unknown;
    readonly text: string;
    readonly decoded?: unknown;
}

/** A JSON text that doesn't fit. */
export interface BadText {
    readonly text: string;
    /** By path: what was expected there. The param's name is `value`. */
    readonly errors: Readonly<Record<string, string>>;
}

/** A value that travels as itself. */
export function same(value: unknown): GoodValue {
    return {value, text: JSON.stringify(value)};
}

/** A value with another JSON text. */
export function as(value: unknown, text: string): GoodValue {
    return {value, text};
}

/** A JSON text with one thing wrong with it, at the top. */
export function refused(text: string, expected: string): BadText {
    return {text, errors: {value: expected}};
}

/** A JSON text with these things wrong inside. */
export function refusedAt(text: string, errors: Readonly<Record<string, string>>): BadText {
    return {text, errors};
}
