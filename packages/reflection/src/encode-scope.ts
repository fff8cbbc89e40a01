import type {TypeModel} from '@mionkit/core';
import {toLiteral} from './code-text.ts';
import {describeModel} from './describe-model.ts';
import type {Generation} from './generation.ts';
import {isCode} from './is-code.ts';

/** Where an expression that encodes stands. */
export interface EncodePlace {
    readonly generation: Generation;
    readonly depth: string;
    /** Names the value in errors: `User.orders[].date`. */
    readonly place: string;
}

/** The place of a type's body, and how the types in it are encoded. */
export interface EncodeScope extends EncodePlace {
    /** The expression of the JSON text of a live value that stands here, or at `inside` from here. */
    readonly encode: (model: TypeModel, value: string, inside?: string) => string;
    /** The same scope at another depth. */
    readonly at: (depth: string) => EncodeScope;
}

/** The place as a last argument: nothing when it has no name. */
export function placeArgument({place}: EncodePlace): string {
    return place ? `, ${toLiteral(place)}` : '';
}

/** The condition that a live value fits one of some types. */
export function isMembersCode(models: readonly TypeModel[], value: string, {generation, depth}: EncodePlace): string {
    const [only, second] = models;
    const model: TypeModel = only && !second ? only : {kind: 'union', members: models};
    return isCode(model, value, {generation, depth, operation: 'isLive'});
}

/** The call that refuses a value. */
export function failCode(models: readonly TypeModel[], value: string, place: EncodePlace): string {
    const expected = describeModel({kind: 'union', members: models}, place.generation.graph);
    return `${place.generation.use('fail')}(${toLiteral(expected)}, ${value}${placeArgument(place)})`;
}
