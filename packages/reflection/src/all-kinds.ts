import type {BytesModel, CodecModel, MapModel, SetModel} from '@mionkit/core';
import {
    arrayRule,
    bigIntForm,
    bigintLimits,
    bigintRule,
    bytesLimits,
    bytesRule,
    codecRule,
    createFormatLimit,
    dateForm,
    dateLimits,
    dateRule,
    formats,
    fromWireValue,
    getBytesForm,
    itemLimits,
    mapRule,
    numberLimits,
    numberRule,
    recordRule,
    regExpForm,
    regexpRule,
    setRule,
    stringLimits,
    stringRule,
    templateRule,
    toWireValue,
    urlForm,
    urlRule,
    withLimits,
} from '@mionkit/core/wire';
import {convertItems, convertObject, createKind, createTextKind, jsonKinds} from './json-kinds.ts';
import {convertValue, type ValueKinds, type ValueRun} from './value-kinds.ts';

function convertEntries(entries: Iterable<unknown>, {keys, values}: MapModel, run: ValueRun): unknown[] {
    return convertItems(entries, {kind: 'tuple', elements: [{type: keys}, {type: values}]}, run);
}

/** Every kind that can travel, with constraints. */
export const allKinds: ValueKinds = {
    ...jsonKinds,
    array: {...jsonKinds.array, rule: withLimits(arrayRule, itemLimits)},
    bigint: createTextKind(withLimits(bigintRule, bigintLimits), bigIntForm),
    bytes: {
        rule: withLimits(bytesRule, bytesLimits),
        encode: (bytes: unknown, model: BytesModel) => getBytesForm(model).format(bytes),
        decode: (text: string, model: BytesModel) => getBytesForm(model).parse(text),
    },
    codec: {
        rule: codecRule,
        encode: (value: unknown, {name, wire}: CodecModel, run) => convertValue(wire, toWireValue(name, value), run),
        decode: (value: unknown, {name, wire}: CodecModel, run) => fromWireValue(name, convertValue(wire, value, run)),
    },
    date: createTextKind(withLimits(dateRule, dateLimits), dateForm),
    map: {
        rule: withLimits(mapRule, itemLimits),
        encode: convertEntries,
        decode: (entries: Iterable<unknown>, model: MapModel, run) =>
            new Map(convertEntries(entries, model, run) as [unknown, unknown][]),
    },
    number: {rule: withLimits(numberRule, numberLimits)},
    record: createKind(recordRule, convertObject),
    regexp: createTextKind(regexpRule, regExpForm),
    set: {
        rule: withLimits(setRule, itemLimits),
        encode: (values: Iterable<unknown>, {items}: SetModel, run) => convertItems(values, items, run),
        decode: (values: Iterable<unknown>, {items}: SetModel, run) => new Set(convertItems(values, items, run)),
    },
    string: {rule: withLimits(stringRule, {...stringLimits, format: createFormatLimit(formats)})},
    template: {rule: templateRule},
    url: createTextKind(urlRule, urlForm),
};
