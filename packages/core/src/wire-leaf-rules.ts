import type {LiteralModel, RefModel, TypeModel} from './type-model.ts';
import {isDate, isDateForm} from './wire-date-form.ts';
import {type At, describeExpected, fits, inspectAlone, note, type Rule, type Run} from './wire-rule.ts';
import {isShallow} from './wire-shallow.ts';
import {isWireText, type TextForm} from './wire-text-form.ts';
import {isNumber} from './wire-value.ts';

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

/** Whether a value has a form that travels as text. */
export function fitsText(form: TextForm, value: unknown, run: Run): boolean {
    return run.live ? form.isLive(value) : isWireText(form, value, run.budget.limits);
}

/** Valid dates. */
export const dateRule: Rule = {
    expected: () => 'a date',
    fits: (value, _, run) => (run.live ? isDate(value) : typeof value === 'string' && isDateForm(value)),
};

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
