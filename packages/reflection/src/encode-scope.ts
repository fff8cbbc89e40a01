import type {TypeModel} from '@mionkit/core';
import type {Generation} from './generation.ts';
import {isCode} from './is-code.ts';

/** Where an expression that encodes stands. */
export interface EncodePlace {
    readonly generation: Generation;
    readonly depth: string;
}

/** The place of a type's body, and how the types in it are encoded. */
export interface EncodeScope extends EncodePlace {
    /** The expression of the JSON text of a live value. */
    readonly encode: (model: TypeModel, value: string) => string;
    /** The same scope at another depth. */
    readonly at: (depth: string) => EncodeScope;
}

/** The condition that a live value fits one of some types. */
export function isMembersCode(models: readonly TypeModel[], value: string, {generation, depth}: EncodePlace): string {
    const [only, second] = models;
    const model: TypeModel = only && !second ? only : {kind: 'union', members: models};
    return isCode(model, value, {generation, depth, operation: 'isLive'});
}

/** The call that refuses a value. */
export function failCode(value: string, {generation}: EncodePlace): string {
    return `${generation.use('fail')}('a value of its type', ${value})`;
}
