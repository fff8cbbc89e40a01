import type {Checker} from './wire-checker.ts';
import {inspect, note} from './wire-checker.ts';
import {isDate, isWireDate} from './wire-date.ts';
import {isNumber, isShallow} from './wire-value.ts';

/** Accepts strings. */
export const stringChecker: Checker = {expected: 'a string', fits: (value) => typeof value === 'string'};

/** Accepts finite numbers. */
export const numberChecker: Checker = {expected: 'a number', fits: isNumber};

/** Accepts `true` and `false`. */
export const booleanChecker: Checker = {expected: 'a boolean', fits: (value) => typeof value === 'boolean'};

/** Accepts `null`. */
export const nullChecker: Checker = {expected: 'null', fits: (value) => value === null};

/** Accepts `undefined`, and the `null` that stands for it on the wire. */
export const undefinedChecker: Checker = {
    expected: 'nothing',
    fits: (value, check) => value === undefined || (value === null && !check.live),
};

/** Accepts dates. */
export const dateChecker: Checker = {
    expected: 'a date',
    fits: (value, check) => (check.live ? isDate(value) : isWireDate(value)),
};

/** Accepts everything that isn't nested too deep. */
export const unknownChecker: Checker = {
    expected: 'anything',
    fits: () => true,
    inspect(value: unknown, path, check) {
        const {maxDepth} = check.budget;
        if (!isShallow(value, maxDepth - check.depth))
            note(check, path, {expected: `at most ${maxDepth} levels of nesting`, value});
    },
};

const listedLiterals = 20;

/** Accepts some values and nothing else. */
export function literalChecker(values: readonly (string | number | boolean)[]): Checker {
    const texts = values.slice(0, listedLiterals).map((value) => (typeof value === 'string' ? `'${value}'` : `${value}`));
    if (values.length > listedLiterals) texts.push('…');
    return {
        expected: values.length === 1 ? texts.join() : `one of ${texts.join(', ')}`,
        fits: (value) => values.includes(value as string),
        literal: true,
    };
}

/** A checker that is made when it is first asked. A recursive type's refuses what is nested deeper than the budget allows. */
export function lazyChecker(make: () => Checker, recursive = false): Checker {
    let made: Checker | undefined;
    const get = (): Checker => (made ??= make());
    return {
        get expected() {
            return get().expected;
        },
        fits: (value, check) => get().fits(value, check),
        get measure() {
            return get().measure;
        },
        inspect(value: unknown, path, check) {
            const {maxDepth} = check.budget;
            if (!recursive) inspect(get(), value, {path, check});
            else if (check.depth >= maxDepth) note(check, path, {expected: `at most ${maxDepth} levels of nesting`, value});
            else inspect(get(), value, {path, check: {...check, depth: check.depth + 1}});
        },
    } as Checker;
}
