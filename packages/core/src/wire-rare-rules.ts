import type {BytesModel, CodecModel, MapModel, RecordModel, SetModel, TemplateModel, TypeModel} from './type-model.ts';
import {bigIntForm} from './wire-bigint.ts';
import {arrayBufferForm, bufferForm, uint8ArrayForm} from './wire-bytes.ts';
import {isInstance, toWireValue} from './wire-codec.ts';
import {fitsText, resolveRef} from './wire-leaf-rules.ts';
import {regExpForm} from './wire-regexp.ts';
import {type At, describeExpected, fits, inspect, note, type Rule, type Run, toInside} from './wire-rule.ts';
import {inspectItems, inspectKeys} from './wire-structure-rules.ts';
import {isBigIntText, isNumberText, matchesTemplate} from './wire-template.ts';
import type {TextForm} from './wire-text-form.ts';
import {urlForm} from './wire-url.ts';
import {hasDuplicate, isArray, isMap, isPlainObject, isSet, untag} from './wire-value.ts';

/** `URL`s. */
export const urlRule: Rule = {expected: () => urlForm.expected, fits: (value, _, run) => fitsText(urlForm, value, run)};
/** Regular expressions. */
export const regexpRule: Rule = {expected: () => regExpForm.expected, fits: (value, _, run) => fitsText(regExpForm, value, run)};
/** Bigints. */
export const bigintRule: Rule = {expected: () => bigIntForm.expected, fits: (value, _, run) => fitsText(bigIntForm, value, run)};
/** Binary data. */
export const bytesRule: Rule = {
    expected: () => uint8ArrayForm.expected,
    fits: (value, model: BytesModel, run) => fitsText(getBytesForm(model), value, run),
};

/** The form of binary data of one class. */
export function getBytesForm({type}: BytesModel): TextForm {
    if (type === 'Uint8Array') return uint8ArrayForm;
    return type === 'Buffer' ? bufferForm : arrayBufferForm;
}

/** Texts that match a template literal type. */
export const templateRule: Rule = {
    expected: ({parts}: TemplateModel, run) => {
        const texts = parts.map((part) => (typeof part === 'string' ? part : `{${describeExpected(part, run)}}`));
        return `a text like '${texts.join('')}'`;
    },
    fits: matchesModel,
};

/** Whether a value is a text that matches a template literal type. */
export function matchesModel(text: unknown, {parts}: TemplateModel): boolean {
    const texts = [''];
    const holes: ((hole: string) => boolean)[] = [];
    for (const part of parts) {
        if (typeof part === 'string') texts.push((texts.pop() ?? '') + part);
        else {
            texts.push('');
            holes.push((hole) => fitsHole(part, hole));
        }
    }
    return typeof text === 'string' && matchesTemplate(text, texts, holes);
}

function fitsHole(model: TypeModel, text: string): boolean {
    if (model.kind === 'number') return isNumberText(text);
    if (model.kind === 'bigint') return isBigIntText(text);
    if (model.kind === 'literal') return text === `${model.value}`;
    if (model.kind === 'union') return model.members.some((member) => fitsHole(member, text));
    return model.kind === 'string';
}

/** Instances of classes with a codec. */
export const codecRule: Rule = {
    expected: ({name, wire}: CodecModel, run) => (run.live ? `a ${name}` : describeExpected(wire, run)),
    fits: (value, {name, wire}: CodecModel, run) => (run.live ? isInstance(name, value) : fits(wire, value, run)),
    inspect(value: unknown, {name, wire}: CodecModel, at) {
        inspect(wire, at.run.live ? toWireValue(name, value) : value, at);
    },
};

/** `Set`s; arrays on the wire. */
export const setRule: Rule = {
    expected: () => 'an array without duplicates',
    fits: (value, _, run) => (run.live ? isSet(value) : isArray(value)),
    inspect(values: Iterable<unknown>, {items}: SetModel, at) {
        const list = [...values];
        inspectItems(list, items, at);
        if (!at.run.live && repeats(list, items, at.run)) note(at, 'no duplicates', list);
    },
};

/** `Map`s; arrays of `[key, value]` on the wire. */
export const mapRule: Rule = {
    expected: () => 'an array of [key, value] without duplicate keys',
    fits: (value, _, run) => (run.live ? isMap(value) : isArray(value)),
    inspect(entries: Iterable<unknown>, {keys, values}: MapModel, at) {
        const list = [...entries];
        list.forEach((entry, index) => {
            inspectEntry(entry, {keys, values}, toInside(at, index));
        });
        const own = list.map((entry) => (isArray(entry) ? entry[0] : entry));
        if (!at.run.live && repeats(own, keys, at.run)) note(at, 'no duplicate keys', list);
    },
};

/** Whether one of the members of a set or of the keys of a map, in their wire form, stands there twice. */
export function repeats(values: readonly unknown[], model: TypeModel, run: Pick<Run, 'definitions'>): boolean {
    const type = model.kind === 'ref' ? resolveRef(model, run) : model;
    return hasDuplicate('tags' in type ? values.map(untag) : values);
}

function inspectEntry(entry: unknown, {keys, values}: Pick<MapModel, 'keys' | 'values'>, at: At): void {
    if (isArray(entry) && entry.length === 2) {
        inspect(keys, entry[0], toInside(at, 0));
        inspect(values, entry[1], toInside(at, 1));
    } else note(at, 'an array of 2 items', entry);
}

/** Objects with index signatures only. */
export const recordRule: Rule = {
    expected: () => 'an object',
    fits: isPlainObject,
    inspect(object: object, {indexes}: RecordModel, at) {
        inspectKeys(object, Object.keys(object), {indexes, at});
    },
};
