// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
/** A type that both mion's and Deepkit's compiler can express. */
export interface FrontEndCase {
    readonly name: string;
    readonly type: string;
    /** The type with Deepkit's constraints, where that differs. */
    readonly deepkitType?: string;
    /** Declarations that the type uses. */
    readonly declarations?: string;
}

function ofTypes(...types: readonly string[]): FrontEndCase[] {
    return types.map((type) => ({name: type, type}));
}

const primitives = ofTypes(
    ...['string', 'number', 'boolean', 'bigint', 'null', 'undefined', 'void', 'unknown'],
    ...["'a'", '-1.5', 'true', '-9007199254740993n', "'a' | 'b' | 1", '`user-${number}:${string}`', "`${'a' | 'b'}-${1 | 2}`"],
    ...['`${bigint}n`', '`a${`b${string}`}c`', 'Date', 'RegExp', 'Uint8Array', 'ArrayBuffer'],
);

const lists = ofTypes(
    ...['string[]', 'Array<number[]>', 'readonly Date[]', '[string, number]', 'readonly [string]', '[]'],
    ...['[string, number?, ...boolean[]]', '[string, ...number[], Date]', '[from: number, to?: number]', '[a?: string | null]'],
    ...['Set<number>', 'Map<string, Date>', 'Map<number, Set<string>[]>'],
);

const objects: readonly FrontEndCase[] = [
    ...ofTypes(
        ...['{a?: string; b: string | undefined; c?: string | undefined; d: null | undefined; e?: boolean}'],
        ...[`{'a-b': string; "it's": null; __private: string}`, '{1: string; 0.5: number}', '{readonly a: {readonly b: Date}}'],
        ...['Record<string, number>', '{[id: number]: string}', "Record<'a' | 'b', number>", '{[key: `x-${string}`]: number}'],
        ...['{id: string; [key: string]: string}', '{[key: string]: string | number; [id: number]: number}'],
        ...['Record<string, Record<string, Date>>', '{a: string} & {b: number}', '({a: 1} | {b: 2}) & {c: 3}'],
        ...["string & {__brand: 'UserId'}", 'string & {}', "'a' | (string & {})", "(number & {__unit: 'ms'})[]"],
    ),
    {
        name: 'an interface',
        declarations: 'interface User {readonly id: string; age?: number; nested: {ok: boolean}}',
        type: 'User',
    },
    {
        name: 'an interface that extends others',
        declarations: `interface Base {id: string} interface Other {x: number} interface Sub extends Base, Other {y: null; id: 'a'}`,
        type: 'Sub',
    },
    ...["Omit<Person, 'id'>", "Pick<Person, 'id' | 'at'>", 'Partial<Person>', 'Required<Person>', 'Readonly<Person>'].map(
        toPerson,
    ),
    ...["Omit<Partial<Person>, 'id'>", "Pick<Person, Exclude<'id' | 'at', 'at'>>", "Required<Pick<Person, 'tags'>>"].map(
        toPerson,
    ),
    ...["Record<Extract<'id' | 'x', 'id'>, Person>", 'NonNullable<string[] | null>', 'Readonly<Person>[]'].map(toPerson),
    {
        name: 'a generic type',
        declarations: 'interface Page<T> {items: T[]; next?: string}',
        type: '[Page<{id: number}>, Page<Date>]',
    },
];

function toPerson(type: string): FrontEndCase {
    return {name: type, type, declarations: 'interface Person {id: string; at: Date; tags?: string[] | null}'};
}

const unions: readonly FrontEndCase[] = [
    ...ofTypes(
        ...['string | number | null', 'boolean | string', 'true | false | null', 'Date | undefined', 'Date | string | null'],
        ...["{kind: 'a'; x: string} | {kind: 'b'; y: number}", '{at: Date} | {at: string}', 'string[] | number[]'],
        ...['Date[] | {at: Date} | bigint', 'Set<string> | string[]', '(Date | null)[]', '{a: string} | {a: string; b: number}'],
        ...["{type: 'circle'; r: number} | {type: 'box'; size: {unit: 'cm'; w: number} | {unit: 'in'; w: string}}"],
    ),
    {
        name: 'Extract and Exclude of objects',
        declarations: `type Shape = {kind: 'circle'; r: number} | {kind: 'box'; w: number} | null;`,
        type: `[Extract<Shape, {kind: 'box'}>, Exclude<Shape, {kind: 'box'}>, Exclude<string | Date | null, Date>]`,
    },
    {name: 'a string enum', declarations: `enum Color {Red = 'red', Blue = 'blue'}`, type: 'Color'},
    {name: 'a numeric enum', declarations: 'enum Level {Low, High = 5, Top}', type: 'Level | null'},
    {name: 'a member of an enum', declarations: 'enum One {A, B}', type: 'One.B'},
    {
        name: 'a union of unions',
        declarations: 'type AB = "a" | "b"; type ABC = AB | "c" | null;',
        type: '{value: ABC | undefined}',
    },
];

const recursive: readonly FrontEndCase[] = [
    {name: 'a recursive interface', declarations: 'interface Tree {value: string; children: Tree[]}', type: 'Tree'},
    {
        name: 'types that contain each other',
        declarations: 'interface Author {books: Book[]} interface Book {by: Author; title: string}',
        type: '{book: Book}',
    },
    {
        name: 'a recursive union',
        declarations: 'type JsonValue = string | number | boolean | null | JsonValue[] | {[key: string]: JsonValue};',
        type: 'JsonValue[]',
    },
    {
        name: 'a recursive generic type',
        declarations: 'interface List<T> {value: T; next?: List<T>}',
        type: '[List<string>, List<number>]',
    },
    {
        name: 'a recursive type in two places',
        declarations: 'interface Node1 {next: Node1 | null}',
        type: '{a: Node1; b: Node1[]}',
    },
];

function constrained(type: string, deepkitType = type): FrontEndCase {
    return {name: deepkitType, type, deepkitType};
}

const constraints: readonly FrontEndCase[] = [
    constrained('string & MinLength<3>'),
    constrained('string & MinLength<3> & MaxLength<9> & MinLength<5>'),
    constrained(`string & Pattern<'^[a-z]+$'>`, 'string & Pattern<typeof lowerCase>'),
    constrained('Email'),
    constrained('Uuid', 'UUID'),
    constrained(`string & Pattern<'^[0-9A-Fa-f]{24}$'>`, 'MongoId'),
    constrained(`string & Pattern<'^[A-Za-z]*$'>`, 'string & Alpha'),
    constrained(`string & Pattern<'^[0-9A-Za-z]*$'>`, 'string & Alphanumeric'),
    constrained(`string & Pattern<'^-?\\\\d+\\\\.\\\\d{1,2}$'>`, 'string & Decimal<1, 2>'),
    constrained('number & Min<1> & Max<10>', 'number & Minimum<1> & Maximum<10>'),
    constrained('number & ExclusiveMin<1> & ExclusiveMax<10>', 'number & ExclusiveMinimum<1> & ExclusiveMaximum<10>'),
    constrained('bigint & Min<1n>', 'bigint & Minimum<1n>'),
    constrained('number & NonNegative', 'number & Positive'),
    constrained('number & Positive', 'number & PositiveNoZero'),
    constrained('number & NonPositive', 'number & Negative'),
    constrained('number & Negative', 'number & NegativeNoZero'),
    constrained('number & MultipleOf<2>'),
    constrained('number & Integer', 'integer'),
    constrained('number & Integer & Min<-128> & Max<127>', 'int8'),
    constrained('number & Integer & Min<0> & Max<4294967295>', 'uint32'),
    constrained('number', 'float'),
    constrained('string[] & MinItems<1> & MaxItems<3>', 'string[] & MinLength<1> & MaxLength<3>'),
    constrained(`Date & After<'2020-01-01T00:00:00Z'>`, 'Date & AfterDate<1577836800000>'),
    constrained(`Date & Before<'2020-01-01T00:00:00Z'>`, 'Date & BeforeDate<1577836800000>'),
    constrained('{name?: (string & MinLength<2>) | null}'),
    constrained('number & Integer & Max<5>', 'integer & Maximum<5>'),
    constrained('string', 'string & PrimaryKey'),
    {
        name: 'a constraint through generic and mapped types',
        declarations: 'type Name = string & MinLength<2>; interface Box<T> {value: T}',
        type: 'Partial<Box<Name>>',
    },
];

/** Every kind of type that both compilers can express. */
export const frontEndCases: readonly FrontEndCase[] = [
    ...primitives,
    ...lists,
    ...objects,
    ...unions,
    ...recursive,
    ...constraints,
];
