import type {Random} from './judge-random.ts';
import {arrayTerm, leaf, literal, mapTerm, objectTerm, setTerm, type Term} from './judge-term.ts';

/** A random type: its TypeScript text, and values that fit it. */
export interface JudgedType {
    readonly text: string;
    /** A value of the type, most of the time. */
    readonly fit: (random: Random) => Term;
}

type MakeType = (random: Random, depth: number) => JudgedType;

/** What the types refer to. */
export const judgedDeclarations = `
enum Level {Low, High = 5, Odd = 7}
enum Color {Red = 'red', Blue = 'blue'}
interface Tree {label: string; children: Tree[]; next?: Tree}
type Json = string | number | boolean | null | Json[] | {[key: string]: Json};
interface Box<T> {item: T; label: string}
type Pair<A, B> = {first: A; second: B};
type Nullable<T> = {[K in keyof T]: T[K] | null};
type Unwrap<T> = T extends (infer U)[] ? U : T;
`;

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const words = ['a', 'b', 'x1', 'open', 'paid', '42', ''] as const;

const simple = (text: string, terms: readonly Term[]): MakeType => {
    return () => ({text, fit: (random) => random.pick(terms)});
};

const string = simple('string', words.map(literal));
const number = simple('number', [0, 1, -2.5, 42].map(literal));
const boolean = simple('boolean', [true, false].map(literal));
const bigint = simple('bigint', [leaf(7n, '7n'), leaf(-1n, '-1n')]);
const nothing = simple('null', [leaf(null, 'null')]);
const absent = simple('undefined', [leaf(undefined, 'undefined')]);
const date = simple('Date', [leaf(new Date(0), 'Date'), leaf(new Date(1e12), 'Date')]);
const regexp = simple('RegExp', [leaf(/a/g, 'RegExp')]);
const bytes: MakeType = (random) => {
    return random.chance(0.5)
        ? {text: 'Uint8Array<ArrayBuffer>', fit: () => leaf(new Uint8Array(3), 'Uint8Array<ArrayBuffer>')}
        : {text: 'ArrayBuffer', fit: () => leaf(new ArrayBuffer(3), 'ArrayBuffer')};
};
const numericEnum = simple('Level', [leaf(0, 'Level.Low'), leaf(5, 'Level.High'), leaf(7, 'Level.Odd')]);
const stringEnum = simple('Color', [leaf('red', 'Color.Red'), leaf('blue', 'Color.Blue')]);
const enumeration: MakeType = (random, depth) => random.pick([numericEnum, stringEnum])(random, depth);

const literals: MakeType = (random) => {
    const terms = [...new Set([0, 1, 2].map(() => random.pick([...words, 0, 1, 42, true, false] as const)))].map(literal);
    return {text: terms.map((term) => term.type).join(' | '), fit: (inner) => inner.pick(terms)};
};

const template: MakeType = (random) => {
    return random.pick([
        {text: `\`id-\${number}\``, fit: (inner: Random) => literal(`id-${inner.below(100)}`)},
        {text: `\`\${"a" | "b"}_\${string}\``, fit: (inner: Random) => literal(`${inner.pick(['a', 'b'])}_${inner.pick(words)}`)},
        {text: `\`\${bigint}/\${boolean}\``, fit: (inner: Random) => literal(`${inner.below(9)}/${inner.chance(0.5)}`)},
    ]);
};

const array: MakeType = (random, depth) => {
    const item = anyType(random, depth - 1);
    const text = random.pick([`(${item.text})[]`, `readonly (${item.text})[]`, `Array<${item.text}>`]);
    return {text, fit: (inner) => arrayTerm(listOf(inner.below(4), () => item.fit(inner)))};
};

const tuple: MakeType = (random, depth) => {
    const first = anyType(random, depth - 1);
    const second = anyType(random, depth - 1);
    const fixed = `${first.text}, ${second.text}`;
    const both = (inner: Random): Term[] => [first.fit(inner), second.fit(inner)];
    return random.pick<JudgedType>([
        {text: `[${fixed}]`, fit: (inner) => arrayTerm(both(inner))},
        {text: `[${first.text}, (${second.text})?]`, fit: (inner) => arrayTerm(both(inner).slice(0, 1 + inner.below(2)))},
        {
            text: `[${first.text}, ...(${second.text})[]]`,
            fit: (inner) => arrayTerm([first.fit(inner), ...listOf(inner.below(3), () => second.fit(inner))]),
        },
        {
            text: `[...(${first.text})[], ${second.text}]`,
            fit: (inner) => arrayTerm([...listOf(inner.below(3), () => first.fit(inner)), second.fit(inner)]),
        },
    ]);
};

const set: MakeType = (random, depth) => {
    const item = scalarType(random, depth);
    return {text: `Set<${item.text}>`, fit: (inner) => setTerm(distinct(listOf(inner.below(3), () => item.fit(inner))))};
};

const map: MakeType = (random, depth) => {
    const key = scalarType(random, depth);
    const value = anyType(random, depth - 1);
    const fit = (inner: Random): Term => {
        const keys = distinct(listOf(inner.below(3), () => key.fit(inner)));
        return mapTerm(keys.flatMap((each) => [each, value.fit(inner)]));
    };
    return {text: `Map<${key.text}, ${value.text}>`, fit};
};

const record: MakeType = (random, depth) => {
    const value = anyType(random, depth - 1);
    const keys = random.pick([
        ['string', ['a', 'x y', '42']],
        [`\`n-\${number}\``, ['n-1', 'n-2']],
    ] as const);
    const fit = (inner: Random): Term => {
        const used = keys[1].filter(() => inner.chance(0.6));
        return objectTerm(
            used,
            used.map(() => value.fit(inner)),
        );
    };
    return {text: random.pick([`Record<${keys[0]}, ${value.text}>`, `{[key: ${keys[0]}]: ${value.text}}`]), fit};
};

interface Property {
    readonly name: string;
    readonly optional: boolean;
    readonly type: JudgedType;
}

// The first property is required: TypeScript has rules of its own for types without any.
function objectOf(properties: readonly Property[]): JudgedType {
    const text = `{${properties.map(({name, optional, type}) => `${name}${optional ? '?' : ''}: ${type.text}`).join('; ')}}`;
    const fit = (random: Random): Term => {
        const used = properties.filter(({optional}) => !optional || random.chance(0.6));
        return objectTerm(
            used.map(({name}) => name),
            used.map(({type}) => type.fit(random)),
        );
    };
    return {text, fit};
}

const object: MakeType = (random, depth) => {
    return objectOf(
        names.slice(0, 1 + random.below(4)).map((name, at) => ({
            name,
            optional: at > 0 && random.chance(0.3),
            type: anyType(random, depth - 1),
        })),
    );
};

const mapped: MakeType = (random, depth) => {
    const properties = names.slice(0, 3).map((name) => ({name, optional: false, type: anyType(random, depth - 1)}));
    const whole = objectOf(properties);
    const [a, b] = properties as [Property, Property, Property];
    return random.pick<JudgedType>([
        {text: `Readonly<${whole.text}>`, fit: whole.fit},
        {text: `Pick<${whole.text}, 'a' | 'b'>`, fit: objectOf([a, b]).fit},
        {text: `Omit<${whole.text}, 'c'>`, fit: objectOf([a, b]).fit},
        {text: `Required<Partial<${whole.text}>>`, fit: whole.fit},
        {text: `Box<${a.type.text}>`, fit: (inner) => objectTerm(['item', 'label'], [a.type.fit(inner), literal('x1')])},
        {
            text: `Pair<${a.type.text}, ${b.type.text}>`,
            fit: (inner) => objectTerm(['first', 'second'], [a.type.fit(inner), b.type.fit(inner)]),
        },
        {
            text: `Nullable<${objectOf([a, b]).text}>`,
            fit: (inner) => objectTerm(['a', 'b'], [a.type.fit(inner), leaf(null, 'null')]),
        },
        {text: `Unwrap<(${a.type.text})[]>`, fit: a.type.fit},
    ]);
};

const intersection: MakeType = (random, depth) => {
    const [a, b, c] = names.map((name) => ({name, optional: false, type: anyType(random, depth - 1)})) as [
        Property,
        Property,
        Property,
    ];
    return {text: `${objectOf([a, b]).text} & ${objectOf([c]).text}`, fit: objectOf([a, b, c]).fit};
};

const union: MakeType = (random, depth) => {
    const members = listOf(2 + random.below(2), () => anyType(random, depth - 1));
    return {text: members.map((member) => `(${member.text})`).join(' | '), fit: (inner) => inner.pick(members).fit(inner)};
};

const discriminated: MakeType = (random, depth) => {
    const members = ['open', 'paid'].map((word) =>
        objectOf([
            {name: 'kind', optional: false, type: {text: JSON.stringify(word), fit: () => literal(word)}},
            {name: 'a', optional: false, type: anyType(random, depth - 1)},
            {name: word, optional: random.chance(0.5), type: anyType(random, depth - 1)},
        ]),
    );
    return {text: members.map((member) => member.text).join(' | '), fit: (inner) => inner.pick(members).fit(inner)};
};

const tree = (random: Random, depth: number): Term => {
    const children = arrayTerm(listOf(depth > 0 ? random.below(3) : 0, () => tree(random, depth - 1)));
    const fields: [string, Term][] = [
        ['label', literal('a')],
        ['children', children],
    ];
    if (depth > 0 && random.chance(0.3)) fields.push(['next', tree(random, depth - 1)]);
    return objectTerm(
        fields.map(([name]) => name),
        fields.map(([, term]) => term),
    );
};

const json = (random: Random, depth: number): Term => {
    if (depth <= 0 || random.chance(0.3)) return random.pick([literal('a'), literal(1), literal(true), leaf(null, 'null')]);
    const parts = listOf(random.below(3), () => json(random, depth - 1));
    return random.chance(0.5) ? arrayTerm(parts) : objectTerm(names.slice(0, parts.length), parts);
};

const recursive: MakeType = (random) => {
    return random.pick<JudgedType>([
        {text: 'Tree', fit: (inner) => tree(inner, 2)},
        {text: 'Json', fit: (inner) => json(inner, 3)},
    ]);
};

/** How to make a type of each kind. */
export const judgedKinds: Readonly<Record<string, MakeType>> = {
    string,
    number,
    boolean,
    bigint,
    null: nothing,
    undefined: absent,
    literals,
    enum: enumeration,
    template,
    date,
    regexp,
    bytes,
    array,
    tuple,
    set,
    map,
    record,
    object,
    mapped,
    intersection,
    union,
    discriminated,
    recursive,
};

const scalars = [string, number, boolean, bigint, literals, template, date];

function scalarType(random: Random, depth: number): JudgedType {
    return random.pick(scalars)(random, depth);
}

function anyType(random: Random, depth: number): JudgedType {
    if (depth <= 0) return random.pick([...scalars, enumeration, nothing])(random, depth);
    return random.pick([
        ...scalars,
        enumeration,
        nothing,
        array,
        tuple,
        set,
        map,
        record,
        object,
        object,
        mapped,
        union,
        discriminated,
    ])(random, depth);
}

function listOf<T>(length: number, make: () => T): T[] {
    return Array.from({length}, make);
}

function distinct(terms: readonly Term[]): Term[] {
    return [...new Map(terms.map((term) => [term.value instanceof Date ? term.value.getTime() : term.value, term])).values()];
}
