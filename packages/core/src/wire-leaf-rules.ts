import type {BytesModel, CodecModel, LiteralModel, RefModel, TemplateModel, TypeModel} from './type-model.ts';
import {bigIntForm} from './wire-bigint.ts';
import {arrayBufferForm, bufferForm, uint8ArrayForm} from './wire-bytes.ts';
import {isInstance, toWireValue} from './wire-codec.ts';
import {dateForm} from './wire-date.ts';
import {regExpForm} from './wire-regexp.ts';
import {type At, describeExpected, fits, inspect, inspectAlone, note, type Rule, type Run} from './wire-rule.ts';
import {isBigIntText, isNumberText, matchesTemplate} from './wire-template.ts';
import {isWireText, type TextForm} from './wire-text-form.ts';
import {urlForm} from './wire-url.ts';
import {isNumber, isShallow} from './wire-value.ts';

/** Strings. */
export const stringRule: Rule = {expected: () => 'a string', fits: (value) => typeof value === 'string'};
/** Finite numbers. */
export const numberRule: Rule = {expected: () => 'a number', fits: isNumber};
/** `true` and `false`. */
export const booleanRule: Rule = {expected: () => 'a boolean', fits: (value) => typeof value === 'boolean'};
/** `null`. */
export const nullRule: Rule = {expected: () => 'null', fits: (value) => value === null};

/** `null` stands for `undefined` in arrays on the wire. */
export const undefinedRule: Rule = {
    expected: () => 'nothing',
    fits: (value, _, run) => value === undefined || (value === null && !run.live),
};

/** One value. */
export const literalRule: Rule = {
    expected: ({value}: LiteralModel) => (typeof value === 'string' ? `'${value}'` : `${value}`),
    fits: (value, model: LiteralModel) => value === model.value,
};

/** Anything that isn't nested too deep. */
export const unknownRule: Rule = {
    expected: () => 'anything',
    fits: () => true,
    inspect(value: unknown, _, at) {
        if (!isShallow(value, at.run.budget.maxDepth - at.run.depth)) noteDepth(at, value);
    },
};

function noteDepth(at: At, value: unknown): void {
    note(at, `at most ${at.run.budget.maxDepth} levels of nesting`, value);
}

function fitsText(form: TextForm, value: unknown, run: Run): boolean {
    return run.live ? form.isLive(value) : isWireText(form, value);
}

/** Valid dates. */
export const dateRule: Rule = {expected: () => dateForm.expected, fits: (value, _, run) => fitsText(dateForm, value, run)};
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
    fits: (value, model: TemplateModel, run) => typeof value === 'string' && matchesModel(value, model, run),
};

function matchesModel(text: string, {parts}: TemplateModel, run: Run): boolean {
    const texts = [''];
    const holes: ((hole: string) => boolean)[] = [];
    for (const part of parts) {
        if (typeof part === 'string') texts.push((texts.pop() ?? '') + part);
        else {
            texts.push('');
            holes.push((hole) => fitsHole(part, hole, run));
        }
    }
    return matchesTemplate(text, texts, holes);
}

function fitsHole(model: TypeModel, text: string, run: Run): boolean {
    if (model.kind === 'number') return isNumberText(text);
    if (model.kind === 'bigint') return isBigIntText(text);
    if (model.kind === 'literal') return text === `${model.value}`;
    if (model.kind === 'union') return model.members.some((member) => fitsHole(member, text, run));
    return fits(model, text, run);
}

/** A recursive type: refuses what is nested deeper than the budget allows. */
export const refRule: Rule = {
    expected: (model: RefModel, run) => describeExpected(resolveRef(model, run), run),
    fits: (value, model: RefModel, run) => fits(resolveRef(model, run), value, run),
    inspect(value: unknown, model: RefModel, at) {
        const {run, path} = at;
        if (run.depth >= run.budget.maxDepth) {
            noteDepth(at, value);
            return;
        }
        const key = `${model.name} ${path}`;
        const issues =
            run.known.get(key) ?? inspectAlone(resolveRef(model, run), value, {path, run: {...run, depth: run.depth + 1}});
        run.known.set(key, issues);
        run.issues.push(...issues.slice(0, Math.max(0, run.budget.maxIssues - run.issues.length)));
    },
};

/** The definition of a `ref`. */
export function resolveRef({name}: RefModel, {definitions}: Pick<Run, 'definitions'>): TypeModel {
    const model = definitions[name];
    if (!model) throw new Error(`The type model refers to '${name}', which is not among its definitions.`);
    return model;
}

/** Instances of classes with a codec. */
export const codecRule: Rule = {
    expected: ({name, wire}: CodecModel, run) => (run.live ? `a ${name}` : describeExpected(wire, run)),
    fits: (value, {name, wire}: CodecModel, run) => (run.live ? isInstance(name, value) : fits(wire, value, run)),
    inspect(value: unknown, {name, wire}: CodecModel, at) {
        inspect(wire, at.run.live ? toWireValue(name, value) : value, at);
    },
};
