import type {IndexModel, PropertyModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {
    acceptsUndefined,
    bigIntForm,
    dateForm,
    describeExpected,
    fail,
    findIndex,
    fits,
    getBytesForm,
    getElement,
    mergeDecoded,
    readProperty,
    regExpForm,
    toWireText,
    toWireValue,
    urlForm,
} from '@mionkit/core/wire';
import {convertRef, isValue, type ValueRun} from './value-rules.ts';

/** The JSON value of a live value. Throws a `TypeError` on what can't be written as its type. */
export function encodeValue(model: TypeModel, value: unknown, run: ValueRun): unknown {
    if (!fits(model, value, run)) return fail(describeExpected(model, run), value);
    const encodeAll = (values: Iterable<unknown>, type: TypeModel) => Array.from(values, (item) => encodeValue(type, item, run));
    switch (model.kind) {
        case 'array':
        case 'set':
            return encodeAll(value as Iterable<unknown>, model.items);
        case 'map':
            return encodeAll(value as Iterable<unknown>, {kind: 'tuple', elements: [{type: model.keys}, {type: model.values}]});
        case 'tuple':
            return encodeElements(model.elements, value as readonly unknown[], run);
        case 'object':
        case 'record':
            return encodeObject(model, value as object, run);
        case 'union':
            return encodeUnion(model, value, run);
        case 'ref':
            return convertRef(model, value, {run, convert: encodeValue});
        case 'date':
            return toWireText(dateForm, value);
        case 'url':
            return toWireText(urlForm, value);
        case 'regexp':
            return toWireText(regExpForm, value);
        case 'bigint':
            return toWireText(bigIntForm, value);
        case 'bytes':
            return toWireText(getBytesForm(model), value);
        case 'codec':
            return encodeValue(model.wire, toWireValue(model.name, value), run);
        case 'undefined':
            return null;
        default:
            return value;
    }
}

/** The JSON values of a tuple or of params. What is `undefined` at the end is left out where it is optional. */
export function encodeElements(elements: readonly TupleElementModel[], values: readonly unknown[], run: ValueRun): unknown[] {
    const required = elements.filter(({optional, rest}) => !optional && !rest).length;
    let length = Math.max(values.length, required);
    while (length > required && values[length - 1] === undefined && getElement(elements, length, length - 1)?.optional) length--;
    return Array.from({length}, (_, index) => {
        const {type, optional} = getElement(elements, length, index) ?? fail(`at most ${elements.length} items`, values);
        const isAbsent = optional && values[index] === undefined && !acceptsUndefined(type, run);
        return isAbsent ? null : encodeValue(type, values[index], run);
    });
}

function encodeObject(
    {properties = [], indexes = []}: {properties?: readonly PropertyModel[]; indexes?: readonly IndexModel[]},
    object: object,
    run: ValueRun,
): object {
    const encoded: Record<string, unknown> = {};
    const write = (name: string, {type, optional}: Pick<PropertyModel, 'type' | 'optional'>) => {
        const value = readProperty(object, name);
        if (value !== undefined || !(optional || acceptsUndefined(type, run))) encoded[name] = encodeValue(type, value, run);
    };
    for (const property of properties) write(property.name, property);
    if (indexes.length > 0) {
        for (const key of Object.keys(object)) {
            const index = Object.hasOwn(encoded, key) ? undefined : findIndex(key, indexes, run);
            if (index) write(key, {type: index.values});
        }
    }
    return encoded;
}

function encodeUnion({members, tags}: UnionModel, value: unknown, run: ValueRun): unknown {
    const fitting = members.filter((member) => isValue(member, value, run));
    if (fitting.length === 0) return fail(describeExpected({kind: 'union', members}, run), value);
    if (!tags) return fitting.map((member) => encodeValue(member, value, run)).reduce(mergeDecoded);
    const tagged = fitting.map((member) => [tags[members.indexOf(member)], encodeValue(member, value, run)] as const);
    const [tag, encoded] = tagged.reduce((first, second) => (getLength(second[1]) > getLength(first[1]) ? second : first));
    return tag ? [tag, encoded] : encoded;
}

/** One tag can't say that a value fits several members, so the one counts that keeps most of it. */
function getLength(value: unknown): number {
    return JSON.stringify(value)?.length ?? 0;
}
