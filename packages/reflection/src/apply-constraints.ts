import type {TypeModel} from '@mionkit/core';
import {type ConstraintRule, constraintRules, type LiteralValue} from './constraint-rules.ts';

/** One constraint: its name in the model, and its value. */
export interface Constraint {
    readonly name: string;
    /** `undefined` where the type does not say one value. */
    readonly value: LiteralValue | undefined;
}

/** A model with constraints; or what is wrong with them, to be put behind the name of the place. */
export type ConstrainedModel =
    | {readonly model: TypeModel; readonly problem?: undefined}
    | {readonly model?: undefined; readonly problem: string};

type Fields = Record<string, LiteralValue>;

/** Puts constraints on a model. A literal stays as it is: its constraints add nothing. */
export function applyConstraints(base: TypeModel, constraints: readonly Constraint[]): ConstrainedModel {
    const kind = base.kind === 'literal' ? (typeof base.value as TypeModel['kind']) : base.kind;
    const fields: Fields = {};
    for (const constraint of constraints) {
        const problem = addConstraint(fields, constraint, kind);
        if (problem !== undefined) return {problem};
    }
    const problem = findContradiction(fields);
    if (problem !== undefined) return {problem};
    return {model: base.kind === 'literal' ? base : ({...base, ...toModelFields(fields, kind)} as TypeModel)};
}

function addConstraint(fields: Fields, {name, value}: Constraint, kind: TypeModel['kind']): string | undefined {
    const typeName = toTypeName(name);
    const rule = constraintRules[name];
    if (rule === undefined) return `has the constraint \`${typeName}\`, which this version of mion does not know.`;
    if (!rule.kinds.includes(kind)) return `has the constraint \`${typeName}\`, which is for ${rule.target}.`;
    const read = value === undefined ? undefined : rule.read(value);
    if (read === undefined) return `has a \`${typeName}\` whose value is not ${rule.expected}.`;
    const kept = name in fields ? pickStricter(rule, fields[name] ?? read, read) : read;
    if (kept === undefined) return `has two different \`${typeName}\`. Write one of them.`;
    fields[name] = kept;
    return undefined;
}

function pickStricter({stricter}: ConstraintRule, first: LiteralValue, second: LiteralValue): LiteralValue | undefined {
    if (stricter === undefined) return first === second ? first : undefined;
    return first > second === (stricter === 'greater') ? first : second;
}

/** Lower bounds with the upper bounds that they must be below; `true` where they may be equal. */
const ranges: readonly (readonly [string, string, boolean])[] = [
    ['minLength', 'maxLength', true],
    ['minItems', 'maxItems', true],
    ['min', 'max', true],
    ['min', 'exclusiveMax', false],
    ['exclusiveMin', 'max', false],
    ['exclusiveMin', 'exclusiveMax', false],
    ['after', 'before', false],
];

function findContradiction(fields: Fields): string | undefined {
    for (const [lower, upper, mayBeEqual] of ranges) {
        const least = fields[lower];
        const greatest = fields[upper];
        if (least === undefined || greatest === undefined) continue;
        if (least > greatest || (least === greatest && !mayBeEqual)) {
            return `has the constraints \`${toTypeName(lower)}<${least}>\` and \`${toTypeName(upper)}<${greatest}>\`, and no value fits both.`;
        }
    }
    return undefined;
}

/** Bounds in the form of the kind's model: numbers, or whole numbers in digits, both inclusive. */
function toModelFields(fields: Fields, kind: TypeModel['kind']): object {
    if (kind !== 'bigint') {
        const entries = Object.entries(fields).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]);
        return Object.fromEntries(entries);
    }
    const {min, max, exclusiveMin, exclusiveMax} = fields;
    const lower = [toLower(min, 0n), toLower(exclusiveMin, 1n)].filter((bound) => bound !== undefined);
    const upper = [toUpper(max, 0n), toUpper(exclusiveMax, 1n)].filter((bound) => bound !== undefined);
    const least = lower.reduce<bigint | undefined>((a, b) => (a !== undefined && a > b ? a : b), undefined);
    const greatest = upper.reduce<bigint | undefined>((a, b) => (a !== undefined && a < b ? a : b), undefined);
    return {...(least !== undefined && {min: String(least)}), ...(greatest !== undefined && {max: String(greatest)})};
}

function toLower(bound: LiteralValue | undefined, step: bigint): bigint | undefined {
    return typeof bound === 'number' ? BigInt(Math.ceil(bound)) + (Number.isInteger(bound) ? step : 0n) : toStepped(bound, step);
}

function toUpper(bound: LiteralValue | undefined, step: bigint): bigint | undefined {
    return typeof bound === 'number'
        ? BigInt(Math.floor(bound)) - (Number.isInteger(bound) ? step : 0n)
        : toStepped(bound, -step);
}

function toStepped(bound: LiteralValue | undefined, step: bigint): bigint | undefined {
    return typeof bound === 'bigint' ? bound + step : undefined;
}

function toTypeName(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}
