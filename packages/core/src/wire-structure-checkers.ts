import type {ValidationBudget} from './compiled-routes.ts';
import type {ValidationIssue} from './validation-issue.ts';
import {type Check, type Checker, createCheck, inspect, joinPath, note} from './wire-checker.ts';
import {isArray, isObject, ownValue} from './wire-value.ts';

/** Accepts arrays of one type. */
export function arrayChecker(items: Checker): Checker {
    return {
        expected: 'an array',
        fits: isArray,
        inspect(values: readonly unknown[], path, check) {
            values.forEach((value, index) => {
                inspect(items, value, {path: joinPath(path, index), check});
            });
        },
    };
}

/** An element of a tuple: its checker, and `?` where it may be absent or `...` where it stands for any number of values. */
export type ElementChecker = readonly [checker: Checker, flag?: '?' | '...'];

/** Accepts tuples. */
export function tupleChecker(elements: readonly ElementChecker[]): Checker {
    const expected = `an array of ${describeLength(elements)}`;
    return {
        expected,
        fits: isArray,
        inspect(values: readonly unknown[], path, check) {
            if (!isLength(values.length, elements)) note(check, path, {expected, value: values});
            inspectElements(elements, values, {check, toPath: (index) => joinPath(path, index)});
        },
    };
}

function inspectElements(
    elements: readonly ElementChecker[],
    values: readonly unknown[],
    place: {check: Check; toPath: (index: number) => string},
): void {
    values.forEach((value, index) => {
        const [checker, flag] = elements[toElementIndex(elements, values.length, index)] ?? [];
        if (checker === undefined || (flag === '?' && isAbsent(value, place.check) && !checker.fits(value, place.check))) return;
        inspect(checker, value, {path: place.toPath(index), check: place.check});
    });
}

function isAbsent(value: unknown, check: Check): boolean {
    return value === undefined || (value === null && !check.live);
}

/** Which element a value stands for: those after a rest element are counted from the end. */
function toElementIndex(elements: readonly ElementChecker[], length: number, index: number): number {
    const rest = elements.findIndex(([, flag]) => flag === '...');
    if (rest < 0 || index < rest) return index;
    return Math.max(rest, elements.length - (length - index));
}

function isLength(length: number, elements: readonly ElementChecker[]): boolean {
    const [least, most] = getLengths(elements);
    return length >= least && length <= most;
}

function getLengths(elements: readonly ElementChecker[]): [least: number, most: number] {
    const least = elements.filter(([, flag]) => flag === undefined).length;
    return [least, elements.some(([, flag]) => flag === '...') ? Number.POSITIVE_INFINITY : elements.length];
}

function describeLength(elements: readonly ElementChecker[]): string {
    const [least, most] = getLengths(elements);
    if (least === most) return `${least} ${least === 1 ? 'item' : 'items'}`;
    if (most === Number.POSITIVE_INFINITY) return `at least ${least} items`;
    return `${least} to ${most} items`;
}

/** Accepts objects: what they must have, and what they may have. */
export function objectChecker(
    required: Readonly<Record<string, Checker>>,
    optional: Readonly<Record<string, Checker>> = {},
): Checker {
    const properties = [...Object.entries(required), ...Object.entries(optional)];
    const isSkipped = (name: string, value: unknown) => value === undefined && Object.hasOwn(optional, name);
    return {
        expected: 'an object',
        fits: isObject,
        measure(object: object, check) {
            return properties
                .map(([name, checker]): number => {
                    const value = getValue(object, name);
                    return isSkipped(name, value) || checker.fits(value, check) ? 0 : getWeight(checker);
                })
                .reduce((sum, distance) => sum + distance, 0);
        },
        inspect(object: object, path, check) {
            for (const [name, checker] of properties) {
                const value = getValue(object, name);
                if (!isSkipped(name, value)) inspect(checker, value, {path: joinPath(path, name), check});
            }
        },
    };
}

/** Names that objects inherit count only where they are own properties. */
function getValue(object: object, name: string): unknown {
    return name in Object.prototype ? ownValue(object, name) : (object as Record<string, unknown>)[name];
}

// A wrong literal tells more about which member of a union was meant than any other property.
function getWeight(checker: Checker): number {
    return checker.literal ? 100 : 1;
}

/** A param: its name, its checker, and `?` or `...` as for the elements of a tuple. */
export type ParamChecker = readonly [name: string, ...ElementChecker];

/** Everything that is wrong with the params of a method. */
export function listIssues(
    params: readonly ParamChecker[],
    values: readonly unknown[],
    options: {budget: ValidationBudget; live?: boolean},
): ValidationIssue[] {
    const check = createCheck(options.budget, options.live ?? false);
    const elements = params.map(([, ...element]) => element);
    const most = getLengths(elements)[1];
    if (values.length > most) note(check, 'params', {expected: `at most ${most} params`, value: values});
    const all = params.flatMap((param, index) => (param[2] === '...' ? values.slice(index) : [values[index]]));
    const toPath = (index: number) => toParamPath(params, index);
    inspectElements(elements, all, {check, toPath});
    return check.issues;
}

function toParamPath(params: readonly ParamChecker[], index: number): string {
    const last = params.length - 1;
    const [name, , flag] = params[Math.min(index, last)] ?? [''];
    return flag === '...' ? joinPath(name, index - last) : name;
}
