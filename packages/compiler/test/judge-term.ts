import type {Random} from './judge-random.ts';

/**
 * A live value beside the exact type that TypeScript gives it: `"a"` for the string, `["a", 1]` for an array.
 *
 * Exact types are what makes the checker's answer about a type an answer about one value, without checks of fresh object literals.
 */
export interface Term {
    readonly value: unknown;
    /** The exact type, as TypeScript text. */
    readonly type: string;
    /** What it is made of, and how to make it anew of other parts. Absent for leaves. */
    readonly parts?: readonly Term[];
    readonly rebuild?: (parts: readonly Term[]) => Term;
}

/** A value without parts. */
export function leaf(value: unknown, type: string): Term {
    return {value, type};
}

export const literal = (value: string | number | boolean): Term => leaf(value, JSON.stringify(value));

/** An array, with the type of the tuple of its items. */
export function arrayTerm(parts: readonly Term[]): Term {
    const type = `[${parts.map((part) => part.type).join(', ')}]`;
    return {value: parts.map((part) => part.value), type, parts, rebuild: arrayTerm};
}

/** An object, with the type of exactly its properties. */
export function objectTerm(names: readonly string[], parts: readonly Term[]): Term {
    const type = `{${parts.map((part, at) => `${JSON.stringify(names[at])}: ${part.type}`).join('; ')}}`;
    const value = Object.fromEntries(parts.map((part, at) => [names[at], part.value]));
    return {value, type, parts, rebuild: (others) => objectTerm(names, others)};
}

/** A `Set` of exactly these items. */
export function setTerm(parts: readonly Term[]): Term {
    return {value: new Set(parts.map((part) => part.value)), type: `Set<${toUnion(parts)}>`, parts, rebuild: setTerm};
}

/** A `Map` whose keys and values are given in turns. */
export function mapTerm(parts: readonly Term[]): Term {
    const keys = parts.filter((_, at) => at % 2 === 0);
    const values = parts.filter((_, at) => at % 2 === 1);
    const value = new Map(keys.map((key, at) => [key.value, values[at]?.value]));
    return {value, type: `Map<${toUnion(keys)}, ${toUnion(values)}>`, parts, rebuild: mapTerm};
}

/** The same value with one leaf replaced, at random. */
export function changeOneLeaf(term: Term, random: Random): Term {
    const {parts, rebuild} = term;
    if (parts === undefined || rebuild === undefined || parts.length === 0 || random.chance(0.1)) return random.pick(strangers);
    const at = random.below(parts.length);
    return rebuild(parts.map((part, index) => (index === at ? changeOneLeaf(part, random) : part)));
}

function toUnion(parts: readonly Term[]): string {
    return parts.length === 0 ? 'never' : [...new Set(parts.map((part) => part.type))].join(' | ');
}

/** Leaves of every kind, to put where another one belongs. */
export const strangers: readonly Term[] = [
    ...['', 'a', 'b', 'x1', 'id-7', 'open', '42'].map(literal),
    ...[0, 1, -2.5, 42, 1e21].map(literal),
    literal(true),
    literal(false),
    leaf(null, 'null'),
    leaf(undefined, 'undefined'),
    leaf(7n, '7n'),
    leaf(-1n, '-1n'),
    leaf(new Date(0), 'Date'),
    leaf(/a/, 'RegExp'),
    leaf(new Uint8Array(2), 'Uint8Array<ArrayBuffer>'),
    leaf(new ArrayBuffer(2), 'ArrayBuffer'),
    leaf(() => 1, '() => number'),
    leaf(Symbol.iterator, 'symbol'),
    leaf([], '[]'),
    leaf({}, '{}'),
    leaf(new Set(), 'Set<never>'),
    leaf(new Map(), 'Map<never, never>'),
];
