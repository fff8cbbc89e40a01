import type {
    BytesModel,
    CodecModel,
    IndexModel,
    MapModel,
    ObjectModel,
    RecordModel,
    SetModel,
    TypeModel,
    UnionModel,
} from '@mionkit/core';
import {
    bigIntForm,
    bigintLimits,
    bytesLimits,
    createFormatLimit,
    dateForm,
    dateLimits,
    formats,
    fromWireValue,
    getBytesForm,
    isInstance,
    isMap,
    isNumericKey,
    isPlainObject,
    isSet,
    itemLimits,
    type Limits,
    matchesModel,
    numberLimits,
    ownValue,
    regExpForm,
    repeats,
    stringLimits,
    toWireValue,
    urlForm,
} from '@mionkit/core/wire';
import {
    acceptsUndefined,
    convertItems,
    convertProperties,
    convertUnion,
    createPlainKind,
    createTextKind,
    jsonKinds,
} from './json-kinds.ts';
import {convertValue, isValue, refuse, type ValueKind, type ValueKinds, type ValueRun} from './value-kinds.ts';

/** A kind whose values also have to keep to the constraints in the model. */
function createLimitedKind(kind: ValueKind | undefined, limits: Limits): ValueKind {
    return (value, model: object, run) => {
        const converted = kind?.(value, model as never, run);
        if (run.check && !keepsLimits(value, model, limits)) refuse();
        return converted;
    };
}

function keepsLimits(value: unknown, model: object, limits: Limits): boolean {
    return Object.entries(model).every(([name, bound]) => limits[name]?.fits(value as never, bound as never) ?? true);
}

function convertBytes(value: unknown, model: BytesModel, run: ValueRun): unknown {
    return createTextKind(getBytesForm(model))(value, model as never, run);
}

function convertCodec(value: unknown, {name, wire}: CodecModel, run: ValueRun): unknown {
    if (run.live) return isInstance(name, value) ? convertValue(wire, toWireValue(name, value), run) : refuse();
    const converted = convertValue(wire, value, run);
    return run.check ? converted : fromWireValue(name, converted);
}

function convertSet(value: unknown, {items}: SetModel, run: ValueRun): unknown {
    if (run.live) return isSet(value) ? convertItems([...value], {items}, run) : refuse();
    const converted = convertItems(value, {items}, run);
    if (run.check && repeats(value as readonly unknown[], items, run)) refuse();
    return new Set(converted);
}

function convertMap(value: unknown, {keys, values}: MapModel, run: ValueRun): unknown {
    const items: TypeModel = {kind: 'tuple', elements: [{type: keys}, {type: values}]};
    if (run.live) return isMap(value) ? convertItems([...value], {items}, run) : refuse();
    const converted = convertItems(value, {items}, run);
    const own = (value as readonly (readonly unknown[])[]).map(([key]) => key);
    if (run.check && repeats(own, keys, run)) refuse();
    return new Map(converted as [unknown, unknown][]);
}

function convertRecord(object: unknown, {indexes}: RecordModel, run: ValueRun): object {
    return isPlainObject(object) ? convertIndexed(object, {properties: [], indexes}, run) : refuse();
}

/** Converts the declared properties, and the others by the index signatures that their keys match. */
function convertIndexed(object: unknown, {properties, indexes}: Omit<ObjectModel, 'kind'>, run: ValueRun): object {
    const declared = convertProperties(object, {properties}, run);
    if (!indexes) return declared;
    const names = new Set(properties.map(({name}) => name));
    // It inherits nothing, because the keys came over the wire.
    const converted: Record<string, unknown> = Object.assign(Object.create(null), declared);
    for (const key of Object.keys(object as object).filter((name) => !names.has(name))) {
        if (key !== '__proto__') convertKey(key, ownValue(object as object, key), {indexes, converted, run});
        else if (run.check) refuse();
    }
    return converted;
}

interface Indexed {
    readonly indexes: readonly IndexModel[];
    readonly converted: Record<string, unknown>;
    readonly run: ValueRun;
}

function convertKey(key: string, value: unknown, {indexes, converted, run}: Indexed): void {
    for (const {keys, values} of indexes) {
        const isAbsent = value === undefined && acceptsUndefined(values, run);
        if (isAbsent || !isKey(key, keys, run)) continue;
        const one = convertValue(values, value, run);
        if (!Object.hasOwn(converted, key)) converted[key] = one;
    }
}

function isKey(key: string, keys: TypeModel, run: ValueRun): boolean {
    if (keys.kind === 'number') return isNumericKey(key);
    return keys.kind === 'string' || isValue(keys, key, run);
}

/** Where the members can't be told apart on the wire, one of them travels with its tag: the one that keeps most of the value. */
function convertTaggedUnion(value: unknown, {members, tags}: UnionModel, run: ValueRun): unknown {
    if (!tags || (run.live && run.check)) return convertUnion(value, {members}, run);
    if (!run.live) {
        const [tag, content] = readTagged(value);
        return convertUnion(content, {members: members.filter((_, index) => tags[index] === tag)}, run);
    }
    const candidates = members.flatMap((member, index) =>
        isValue(member, value, run) ? [{tag: tags[index], content: convertValue(member, value, run)}] : [],
    );
    const lengths = candidates.map(({content}) => JSON.stringify(content).length);
    const {tag, content} = candidates[lengths.indexOf(Math.max(...lengths))] ?? refuse();
    return tag ? [tag, content] : content;
}

function readTagged(value: unknown): readonly unknown[] {
    if (value === null) return [null, null];
    return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' ? value : refuse();
}

/** Every kind that can travel, with constraints, index signatures and tags. */
export const allKinds: ValueKinds = {
    ...jsonKinds,
    array: createLimitedKind(convertItems, itemLimits),
    bigint: createLimitedKind(createTextKind(bigIntForm), bigintLimits),
    bytes: createLimitedKind(convertBytes, bytesLimits),
    codec: convertCodec,
    date: createLimitedKind(createTextKind(dateForm), dateLimits),
    map: createLimitedKind(convertMap, itemLimits),
    number: createLimitedKind(jsonKinds.number, numberLimits),
    object: convertIndexed,
    record: convertRecord,
    regexp: createTextKind(regExpForm),
    set: createLimitedKind(convertSet, itemLimits),
    string: createLimitedKind(jsonKinds.string, {...stringLimits, format: createFormatLimit(formats)}),
    template: createPlainKind(matchesModel),
    union: convertTaggedUnion,
    url: createTextKind(urlForm),
};
