import type {ArrayModel, IndexModel, PropertyModel, TupleElementModel, TupleModel, TypeModel, UnionModel} from '@mionkit/core';
import {
    acceptsUndefined,
    arrayRule,
    booleanRule,
    dateForm,
    dateRule,
    describeExpected,
    fail,
    findIndex,
    getElement,
    getLengths,
    isAbsent,
    literalRule,
    mergeDecoded,
    nullRule,
    numberRule,
    objectRule,
    type Rule,
    readProperty,
    refRule,
    stringRule,
    type TextForm,
    tupleRule,
    undefinedRule,
    unionRule,
    unknownRule,
} from '@mionkit/core/wire-json';
import {convertRef, convertValue, isValue, type ValueKind, type ValueKinds, type ValueRun} from './value-kinds.ts';

/** A kind whose values travel as text. */
export function createTextKind(rule: Rule, form: TextForm): ValueKind {
    return {rule, encode: (value: unknown) => form.format(value), decode: (text: string) => form.parse(text)};
}

/** A kind that is handled alike in both directions. */
export function createKind(rule: Rule, convert: (value: never, model: never, run: ValueRun) => unknown): ValueKind {
    return {rule, encode: convert, decode: convert};
}

/** Converts values of one type. */
export function convertItems(values: Iterable<unknown>, type: TypeModel, run: ValueRun): unknown[] {
    return Array.from(values, (item) => convertValue(type, item, run));
}

/** Converts the values of a tuple or of params. What is `undefined` at the end is left out of the wire form where it is optional. */
export function convertElements(values: readonly unknown[], elements: readonly TupleElementModel[], run: ValueRun): unknown[] {
    const [least] = getLengths(elements);
    let length = Math.max(values.length, run.live ? least : 0);
    while (run.live && length > least && values[length - 1] === undefined && getElement(elements, length, length - 1)?.optional)
        length--;
    return Array.from({length}, (_, index) => {
        const element = getElement(elements, length, index) ?? fail(`at most ${elements.length} items`, values);
        const value = values[index];
        if (!isAbsent(element, value, run) || (run.live && acceptsUndefined(element.type, run)))
            return convertValue(element.type, value, run);
        return run.live ? null : undefined;
    });
}

/** Converts the properties that a type declares, and drops all others. */
export function convertObject(
    object: object,
    {properties = [], indexes}: {properties?: readonly PropertyModel[]; indexes?: readonly IndexModel[]},
    run: ValueRun,
): object {
    const converted: Record<string, unknown> = indexes ? Object.create(null) : {};
    const add = (name: string, {type, optional}: Pick<PropertyModel, 'type' | 'optional'>) => {
        const value = readProperty(object, name);
        if (value !== undefined || !(optional || acceptsUndefined(type, run))) converted[name] = convertValue(type, value, run);
    };
    for (const property of properties) add(property.name, property);
    for (const key of indexes ? Object.keys(object) : []) {
        const index = properties.some(({name}) => name === key) ? undefined : findIndex(key, indexes ?? [], run);
        if (index) add(key, {type: index.values});
    }
    return converted;
}

function convertUnion(value: unknown, {members, tags}: UnionModel, run: ValueRun): unknown {
    const isTagged = tags && !run.live && value !== null;
    const [tag, content] = isTagged ? (value as readonly unknown[]) : [undefined, value];
    const fitting = members.filter((member, index) => (!isTagged || tags[index] === tag) && isValue(member, content, run));
    if (fitting.length === 0) return fail(describeExpected({kind: 'union', members}, run), content);
    const converted = fitting.map((member) => convertValue(member, content, run));
    if (!tags || !run.live) return converted.reduce(mergeDecoded);
    // One tag can't say that a value fits several members, so the one counts that keeps most of it.
    const lengths = converted.map((one) => JSON.stringify(one).length);
    const longest = lengths.indexOf(Math.max(...lengths));
    const name = tags[members.indexOf(fitting[longest] ?? (members[0] as TypeModel))];
    return name ? [name, converted[longest]] : converted[longest];
}

/** The kinds that most APIs consist of: JSON's own, dates, and types made of them. Without constraints. */
export const jsonKinds: ValueKinds = {
    array: /* @__PURE__ */ createKind(arrayRule, (values: readonly unknown[], {items}: ArrayModel, run) =>
        convertItems(values, items, run),
    ),
    boolean: {rule: booleanRule},
    date: /* @__PURE__ */ createTextKind(dateRule, dateForm),
    literal: {rule: literalRule},
    null: {rule: nullRule},
    number: {rule: numberRule},
    object: /* @__PURE__ */ createKind(objectRule, convertObject),
    ref: /* @__PURE__ */ createKind(refRule, convertRef),
    string: {rule: stringRule},
    tuple: /* @__PURE__ */ createKind(tupleRule, (values: readonly unknown[], {elements}: TupleModel, run) =>
        convertElements(values, elements, run),
    ),
    undefined: {rule: undefinedRule, encode: () => null, decode: () => undefined},
    union: /* @__PURE__ */ createKind(unionRule, convertUnion),
    unknown: {rule: unknownRule},
};
