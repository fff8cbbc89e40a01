import type {TypeModel} from '@mionkit/core';
import {applyConstraints, type Constraint} from './apply-constraints.ts';
import type {DeepkitContext} from './deepkit-context.ts';
import type {DeepkitPlace} from './deepkit-place.ts';
import {
    emailPattern,
    mongoIdAnnotation,
    ReflectionKind,
    type Type,
    TypeNumberBrand,
    uuidAnnotation,
    validationAnnotation,
} from './from-deepkit.ts';

/** What a validator of Deepkit is called, and the values of its type arguments. */
interface Validator {
    readonly name: string;
    readonly args: readonly unknown[];
}

/** A model, with the constraints that Deepkit's annotations of its type say. */
export function readDeepkitConstraints(
    context: DeepkitContext,
    type: Type,
    {base, place}: {readonly base: TypeModel; readonly place: DeepkitPlace},
): TypeModel {
    const constraints = [...readBrand(type), ...readNames(type)];
    for (const {name, args} of validationAnnotation.getAnnotations(type)) {
        const found = toConstraints({name, args: args.map(toValue)}, base.kind);
        if (found === undefined) return context.refuse(place, describeUnknown(name));
        constraints.push(...found);
    }
    if (constraints.length === 0) return base;
    const {model, problem} = applyConstraints(base, constraints);
    return model ?? context.refuse(place, problem);
}

function toValue(type: Type): unknown {
    return type.kind === ReflectionKind.literal ? type.literal : undefined;
}

function toConstraints({name, args: [first, second]}: Validator, kind: TypeModel['kind']): Constraint[] | undefined {
    const value = first as Constraint['value'];
    const unit = kind === 'array' ? 'Items' : 'Length';
    switch (name) {
        case 'minLength':
            return [{name: `min${unit}`, value}];
        case 'maxLength':
            return [{name: `max${unit}`, value}];
        case 'minimum':
            return [{name: 'min', value}];
        case 'maximum':
            return [{name: 'max', value}];
        case 'exclusiveMinimum':
            return [{name: 'exclusiveMin', value}];
        case 'exclusiveMaximum':
            return [{name: 'exclusiveMax', value}];
        case 'positive':
            return [{name: first === true ? 'min' : 'exclusiveMin', value: 0}];
        case 'negative':
            return [{name: first === true ? 'max' : 'exclusiveMax', value: 0}];
        case 'multipleOf':
            return [{name: 'multipleOf', value}];
        case 'afterDate':
            return [{name: 'after', value: toMoment(first)}];
        case 'beforeDate':
            return [{name: 'before', value: toMoment(first)}];
        case 'alpha':
            return [toPattern('^[A-Za-z]*$')];
        case 'alphanumeric':
            return [toPattern('^[0-9A-Za-z]*$')];
        case 'ascii':
            return [toPattern('^[\\x00-\\x7F]*$')];
        case 'decimal':
            return [toPattern(`^-?\\d+\\.\\d{${first},${second}}$`)];
        case 'pattern':
            return readPattern(first);
        default:
            return undefined;
    }
}

function toPattern(source: string): Constraint {
    return {name: 'pattern', value: source};
}

function toMoment(time: unknown): string | undefined {
    return typeof time === 'number' && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : undefined;
}

/** Patterns of mion have the flag `u` and no other. */
function readPattern(pattern: unknown): Constraint[] | undefined {
    if (!(pattern instanceof RegExp) || /[^u]/.test(pattern.flags)) return undefined;
    return [pattern.source === emailPattern.source ? {name: 'format', value: 'email'} : toPattern(pattern.source)];
}

function readNames(type: Type): Constraint[] {
    const isUuid = uuidAnnotation.getAnnotations(type).length > 0;
    const isMongoId = mongoIdAnnotation.getAnnotations(type).length > 0;
    return [...(isUuid ? [{name: 'format', value: 'uuid'}] : []), ...(isMongoId ? [toPattern('^[0-9A-Fa-f]{24}$')] : [])];
}

const float32Max = 3.4028234663852886e38;

/** The bounds of Deepkit's named numbers. */
const ranges: Readonly<Partial<Record<TypeNumberBrand, readonly [least: number, greatest: number]>>> = {
    [TypeNumberBrand.int8]: [-128, 127],
    [TypeNumberBrand.int16]: [-32_768, 32_767],
    [TypeNumberBrand.int32]: [-2_147_483_648, 2_147_483_647],
    [TypeNumberBrand.uint8]: [0, 255],
    [TypeNumberBrand.uint16]: [0, 65_535],
    [TypeNumberBrand.uint32]: [0, 4_294_967_295],
    [TypeNumberBrand.float32]: [-float32Max, float32Max],
};

function readBrand(type: Type): Constraint[] {
    if (type.kind !== ReflectionKind.number || type.brand === undefined) return [];
    const isInteger = type.brand <= TypeNumberBrand.uint32;
    const [least, greatest] = ranges[type.brand] ?? [];
    return [
        ...(isInteger ? [{name: 'integer', value: true}] : []),
        ...(least === undefined ? [] : [{name: 'min', value: least}]),
        ...(greatest === undefined ? [] : [{name: 'max', value: greatest}]),
    ];
}

function describeUnknown(name: string): string {
    if (name === 'pattern') {
        return 'has a `Pattern` with flags, or of something that is no regular expression. Write a pattern without flags, or with `u` alone.';
    }
    const what = name === 'function' ? 'a `Validate` function' : `the constraint \`${name}\``;
    return `has ${what} of Deepkit, which mion does not know, so it would not be checked. Check it in the handler, or use a \`Pattern\`.`;
}
