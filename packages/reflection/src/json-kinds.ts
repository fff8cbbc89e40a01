import type {ArrayModel, LiteralModel, ObjectModel, TupleElementModel, TupleModel, TypeModel, UnionModel} from '@mionkit/core';
import {dateForm, getElement, isShallow, mergeDecoded, readProperty, type TextForm} from '@mionkit/core/wire-json';
import {convertRef, convertValue, isValue, refuse, type ValueKind, type ValueKinds, type ValueRun} from './value-kinds.ts';

/** A kind whose values are the same on the wire. */
export function createPlainKind(fits: (value: unknown, model: never, run: ValueRun) => boolean): ValueKind {
    return (value, model, run) => (fits(value, model, run) ? value : refuse());
}

/** A kind whose values travel as text. */
export function createTextKind({isLive, format, isText, parse}: TextForm): ValueKind {
    return (value, _, {live, limits}) => {
        if (live) return isLive(value) ? format(value) : refuse();
        return typeof value === 'string' && isText(value, limits) ? parse(value) : refuse();
    };
}

/** Converts the items of an array. With a loop, because deep values take a stack frame less for each level. */
export function convertItems(values: unknown, {items}: Pick<ArrayModel, 'items'>, run: ValueRun): unknown[] {
    if (!Array.isArray(values)) return refuse();
    const converted: unknown[] = [];
    for (const value of values) converted.push(convertValue(items, value, run));
    return converted;
}

/** Converts the values of a tuple. What is `undefined` at the end is left out of the wire form where it is optional. */
function convertElements(values: readonly unknown[], elements: readonly TupleElementModel[], run: ValueRun): unknown[] {
    let length = Math.max(values.length, run.live ? elements.filter(({rest}) => !rest).length : 0);
    while (run.live && values[length - 1] === undefined && getElement(elements, length, length - 1)?.optional) length--;
    return Array.from({length}, (_, index) =>
        convertElement(values[index], getElement(elements, length, index) ?? refuse(), run),
    );
}

/** An optional element is absent where it is `undefined`, and on the wire where it is a `null` that its type doesn't have. */
function convertElement(value: unknown, {type, optional}: TupleElementModel, run: ValueRun): unknown {
    const isNothing = value === undefined || (value === null && !run.live);
    if (!optional || !isNothing || isValue(type, value, run)) return convertValue(type, value, run);
    return run.live ? null : undefined;
}

function convertTuple(values: unknown, {elements}: TupleModel, run: ValueRun): unknown[] {
    const least = elements.filter(({optional, rest}) => !optional && !rest).length;
    if (!Array.isArray(values) || (run.check && values.length < least)) return refuse();
    return convertElements(values, elements, run);
}

/** Converts the properties that a type declares, and drops all others. */
export function convertProperties(object: unknown, {properties}: Pick<ObjectModel, 'properties'>, run: ValueRun): object {
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return refuse();
    const converted: Record<string, unknown> = {};
    for (const {name, type, optional} of properties) {
        const value = readProperty(object, name);
        if (value !== undefined || !(optional || acceptsUndefined(type, run))) converted[name] = convertValue(type, value, run);
    }
    return converted;
}

/** Whether an absent property can stand for a value of a type. */
export function acceptsUndefined(type: TypeModel, run: ValueRun): boolean {
    return isValue(type, undefined, {...run, live: true, depth: 0});
}

/** Converts a value as each member that it fits, and keeps what any of them declares. */
export function convertUnion(value: unknown, {members}: Pick<UnionModel, 'members'>, run: ValueRun): unknown {
    const converted: unknown[] = [];
    for (const member of members) if (isValue(member, value, run)) converted.push(run.check || convertValue(member, value, run));
    return converted.length > 0 ? converted.reduce(mergeDecoded) : refuse();
}

function convertUndefined(value: unknown, _: never, {live}: ValueRun): null | undefined {
    if (live) return value === undefined ? null : refuse();
    return value === undefined || value === null ? undefined : refuse();
}

/** The kinds that most APIs consist of: JSON's own, dates, and types made of them. Without constraints, index signatures and tags. */
export const jsonKinds: ValueKinds = {
    array: convertItems,
    boolean: /* @__PURE__ */ createPlainKind((value) => typeof value === 'boolean'),
    date: /* @__PURE__ */ createTextKind(dateForm),
    literal: /* @__PURE__ */ createPlainKind((value, model: LiteralModel) => value === model.value),
    null: /* @__PURE__ */ createPlainKind((value) => value === null),
    number: /* @__PURE__ */ createPlainKind(Number.isFinite),
    object: convertProperties,
    ref: convertRef,
    string: /* @__PURE__ */ createPlainKind((value) => typeof value === 'string'),
    tuple: convertTuple,
    undefined: convertUndefined,
    union: convertUnion,
    unknown: /* @__PURE__ */ createPlainKind(
        (value, _, {check, maxDepth, depth}) => !check || isShallow(value, maxDepth - depth),
    ),
};
