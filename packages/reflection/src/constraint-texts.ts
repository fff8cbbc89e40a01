import type {TypeModel} from '@mionkit/core';
import {toLiteral} from './code-text.ts';

/** The constraint types of `@mionkit/core`, by the field of the model that they set. */
const constraintTypes: Readonly<Record<string, string>> = {
    minLength: 'MinLength',
    maxLength: 'MaxLength',
    pattern: 'Pattern',
    format: 'Format',
    integer: 'Integer',
    min: 'Min',
    max: 'Max',
    exclusiveMin: 'ExclusiveMin',
    exclusiveMax: 'ExclusiveMax',
    multipleOf: 'MultipleOf',
    minItems: 'MinItems',
    maxItems: 'MaxItems',
    uniqueItems: 'UniqueItems',
    after: 'After',
    before: 'Before',
    maxSize: 'MaxSize',
};

/** The constraints of a model, as they are intersected with its type: `MinLength<3>`. */
export function constraintTexts(model: TypeModel): string[] {
    if (model.kind === 'bigint') return model.min === model.max ? [] : listTexts(model, (bound) => `${bound}n`);
    return listTexts(model, toLiteral);
}

function listTexts(model: TypeModel, toValue: (value: string | number) => string): string[] {
    return Object.entries(model).flatMap(([field, value]: [string, unknown]) => {
        const type = Object.hasOwn(constraintTypes, field) ? constraintTypes[field] : undefined;
        if (type === undefined) return [];
        return typeof value === 'string' || typeof value === 'number' ? [`${type}<${toValue(value)}>`] : [type];
    });
}

/** The names of all constraint types. */
export const constraintNames: readonly string[] = Object.values(constraintTypes);
