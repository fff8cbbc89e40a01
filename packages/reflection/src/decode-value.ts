import type {IndexModel, PropertyModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {
    acceptsUndefined,
    bigIntForm,
    dateForm,
    decodeText,
    describeExpected,
    fail,
    findIndex,
    fits,
    fromWireValue,
    getBytesForm,
    getElement,
    isAbsent,
    mergeDecoded,
    ownValue,
    regExpForm,
    urlForm,
} from '@mionkit/core/wire';
import {convertRef, isValue, type ValueRun} from './value-rules.ts';

/** The live value of what `JSON.parse` made. Throws a `TypeError` on what it can't build. */
export function decodeValue(model: TypeModel, value: unknown, run: ValueRun): unknown {
    if (!fits(model, value, run)) return fail(describeExpected(model, run), value);
    const decodeAll = (type: TypeModel) => (value as readonly unknown[]).map((item) => decodeValue(type, item, run));
    switch (model.kind) {
        case 'array':
            return decodeAll(model.items);
        case 'set':
            return new Set(decodeAll(model.items));
        case 'map':
            return new Map(
                decodeAll({kind: 'tuple', elements: [{type: model.keys}, {type: model.values}]}) as [unknown, unknown][],
            );
        case 'tuple':
            return decodeElements(model.elements, value as readonly unknown[], run);
        case 'object':
        case 'record':
            return decodeObject(model, value as object, run);
        case 'union':
            return decodeUnion(model, value, run);
        case 'ref':
            return convertRef(model, value, {run, convert: decodeValue});
        case 'date':
            return decodeText(dateForm, value);
        case 'url':
            return decodeText(urlForm, value);
        case 'regexp':
            return decodeText(regExpForm, value);
        case 'bigint':
            return decodeText(bigIntForm, value);
        case 'bytes':
            return decodeText(getBytesForm(model), value);
        case 'codec':
            return fromWireValue(model.name, decodeValue(model.wire, value, run));
        case 'undefined':
            return undefined;
        default:
            return value;
    }
}

function decodeElements(elements: readonly TupleElementModel[], values: readonly unknown[], run: ValueRun): unknown[] {
    return values.map((value, index) => {
        const element = getElement(elements, values.length, index) ?? fail(`at most ${elements.length} items`, values);
        return isAbsent(element, value, run) ? undefined : decodeValue(element.type, value, run);
    });
}

function decodeObject(
    {properties = [], indexes}: {properties?: readonly PropertyModel[]; indexes?: readonly IndexModel[]},
    object: object,
    run: ValueRun,
): object {
    const decoded: Record<string, unknown> = indexes ? Object.create(null) : {};
    const read = (name: string, {type, optional}: Pick<PropertyModel, 'type' | 'optional'>) => {
        const value = ownValue(object, name);
        if (value !== undefined || !(optional || acceptsUndefined(type, run))) decoded[name] = decodeValue(type, value, run);
    };
    for (const property of properties) read(property.name, property);
    for (const key of indexes ? Object.keys(object) : []) {
        const index = Object.hasOwn(decoded, key) ? undefined : findIndex(key, indexes ?? [], run);
        if (index) read(key, {type: index.values});
    }
    return decoded;
}

function decodeUnion({members, tags}: UnionModel, value: unknown, run: ValueRun): unknown {
    const [tag, content] = tags && value !== null ? (value as readonly unknown[]) : [undefined, value];
    const candidates = tag === undefined ? members : members.filter((_, index) => tags?.[index] === tag);
    const fitting = candidates.filter((member) => isValue(member, content, run));
    if (fitting.length === 0) return fail(describeExpected({kind: 'union', members}, run), content);
    return fitting.map((member) => decodeValue(member, content, run)).reduce(mergeDecoded);
}
