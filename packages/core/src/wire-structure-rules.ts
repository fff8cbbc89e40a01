import type {ValidationBudget} from './compiled-routes.ts';
import {toCountText} from './to-count-text.ts';
import type {ArrayModel, Definitions, IndexModel, ObjectModel, TupleElementModel, TupleModel, TypeModel} from './type-model.ts';
import type {ValidationIssue} from './validation-issue.ts';
import {getElement, getLengths} from './wire-elements.ts';
import {ownValue, readProperty} from './wire-property.ts';
import {type At, fits, inspect, note, type Rule, type Rules, type Run, toInside} from './wire-rule.ts';
import {isArray, isNumericKey, isObject} from './wire-value.ts';

/** Arrays of one type. */
export const arrayRule: Rule = {
    expected: () => 'an array',
    fits: isArray,
    inspect(values: readonly unknown[], {items}: ArrayModel, at) {
        inspectItems(values, items, at);
    },
};

/** Notes what is wrong with the items of a list. */
export function inspectItems(values: readonly unknown[], items: TypeModel, at: At): void {
    for (let index = 0; index < values.length; index++) inspect(items, values[index], toInside(at, index));
}

/** Tuples. */
export const tupleRule: Rule = {
    expected: ({elements}: TupleModel) => `an array of ${describeLength(elements)}`,
    fits: isArray,
    inspect(values: readonly unknown[], {elements}: TupleModel, at) {
        const [least, most] = getLengths(elements);
        if (values.length < least || values.length > most) note(at, `an array of ${describeLength(elements)}`, values);
        inspectElements(elements, values, (index) => toInside(at, index));
    },
};

function describeLength(elements: readonly TupleElementModel[]): string {
    const [least, most] = getLengths(elements);
    if (most === Number.POSITIVE_INFINITY) return `at least ${toCountText(least, 'item')}`;
    return least === most ? toCountText(least, 'item') : `${least} to ${most} items`;
}

/** Whether an optional element's value says that there is none. */
export function isAbsent({type, optional}: TupleElementModel, value: unknown, run: Run): boolean {
    return optional === true && (value === undefined || (value === null && !run.live && !fits(type, null, run)));
}

function inspectElements(elements: readonly TupleElementModel[], values: readonly unknown[], toAt: (index: number) => At): void {
    for (let index = 0; index < values.length; index++) {
        const element = getElement(elements, values.length, index);
        const at = toAt(index);
        if (element && !isAbsent(element, values[index], at.run)) inspect(element.type, values[index], at);
    }
}

/** Objects with declared properties. */
export const objectRule: Rule = {
    expected: () => 'an object',
    fits: isObject,
    inspect(object: object, model: ObjectModel, at) {
        for (const {name, type, optional} of model.properties) {
            const value = readProperty(object, name);
            if (value !== undefined || !(optional || acceptsUndefined(type, at.run))) inspect(type, value, toInside(at, name));
        }
        if (model.indexes || at.run.strict) {
            const names = new Set(model.properties.map((property) => property.name));
            inspectKeys(
                object,
                Object.keys(object).filter((key) => !names.has(key)),
                {indexes: model.indexes ?? [], at},
            );
        }
    },
};

/** What is expected where a property is declared nowhere. */
export const noSuchProperty = 'no such property';

/** Notes what is wrong with the properties that belong to index signatures. */
export function inspectKeys(
    object: object,
    keys: readonly string[],
    {indexes, at}: {indexes: readonly IndexModel[]; at: At},
): void {
    const {run} = at;
    for (const key of keys) {
        const value = ownValue(object, key);
        const matching = indexes.filter((index) =>
            index.keys.kind === 'number' ? isNumericKey(key) : fits(index.keys, key, run),
        );
        if (key === '__proto__' || (run.strict && matching.length === 0)) note(toInside(at, key), noSuchProperty, value);
        else
            for (const {values} of matching)
                if (value !== undefined || !acceptsUndefined(values, run)) inspect(values, value, toInside(at, key));
    }
}

function isKeyOf(key: string, {keys}: IndexModel, run: Run): boolean {
    return keys.kind === 'number' ? isNumericKey(key) : fits(keys, key, run);
}

/** The index signature that a key belongs to: the first that it matches. */
export function findIndex(key: string, indexes: readonly IndexModel[], run: Run): IndexModel | undefined {
    return key === '__proto__' ? undefined : indexes.find((index) => isKeyOf(key, index, run));
}

/** Whether an absent property can stand for a value of a type. */
export function acceptsUndefined(model: TypeModel, run: Pick<Run, 'definitions'>): boolean {
    if (model.kind === 'union') return model.members.some((member) => acceptsUndefined(member, run));
    const definition = model.kind === 'ref' ? run.definitions[model.name] : undefined;
    return definition ? acceptsUndefined(definition, run) : model.kind === 'undefined' || model.kind === 'unknown';
}

/** A param of a method. */
export interface CheckedParam extends TupleElementModel {
    readonly name: string;
}

/** How params are checked. */
export interface CheckOptions {
    /** The rules of all kinds in the models. */
    readonly rules: Rules;
    /** How much work may be done. */
    readonly budget: ValidationBudget;
    /** What `ref`s point to. */
    readonly definitions?: Definitions;
    /** The values are live ones, not what `JSON.parse` made. @default false */
    readonly live?: boolean;
    /** Undeclared properties are wrong. @default false */
    readonly strict?: boolean;
}

/** Starts a run of rules. */
export function createRun(options: CheckOptions): Run {
    return {definitions: {}, ...options, issues: [], depth: 0, known: new Map()};
}

/** Everything that is wrong with the params of a method. */
export function listIssues(
    params: readonly CheckedParam[],
    values: readonly unknown[],
    options: CheckOptions,
): ValidationIssue[] {
    const run = createRun(options);
    const [, most] = getLengths(params);
    if (values.length > most) note({path: 'params', run}, `at most ${most}`, values);
    const last = params.length - 1;
    const all = params.flatMap(({rest}, index) => (rest ? values.slice(index) : [values[index]]));
    inspectElements(params, all, (index) => {
        const {name = '', rest} = params[Math.min(index, last)] ?? {};
        return rest ? toInside({path: name, run}, index - last) : {path: name, run};
    });
    return run.issues;
}
