// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
import type {TypeModel} from '@mionkit/core';

/** A type, and the model that the compiler makes of it. */
interface TypeModelCase {
    /** Declarations that the type uses. */
    readonly declarations?: string;
    readonly type: string;
    readonly model: TypeModel;
    /** What `ref`s in the model point to. */
    readonly definitions?: Readonly<Record<string, TypeModel>>;
}

const string: TypeModel = {kind: 'string'};
const number: TypeModel = {kind: 'number'};
const undefinedModel: TypeModel = {kind: 'undefined'};
const nullModel: TypeModel = {kind: 'null'};

function literals(...values: (string | number | boolean)[]): TypeModel {
    return union(...values.map((value): TypeModel => ({kind: 'literal', value})));
}

function union(...members: TypeModel[]): TypeModel {
    return {kind: 'union', members};
}

/** An object with required properties; those whose names end in `?` are optional. */
function object(properties: Readonly<Record<string, TypeModel>>, name?: string): TypeModel {
    return {
        kind: 'object',
        ...(name && {name}),
        properties: Object.entries(properties).map(([key, type]) => {
            return key.endsWith('?') ? {name: key.slice(0, -1), type, optional: true} : {name: key, type};
        }),
    };
}

function array(items: TypeModel): TypeModel {
    return {kind: 'array', items};
}

/** By what is shown. */
export const typeModelCases: Readonly<Record<string, TypeModelCase>> = {
    string: {type: 'string', model: string},
    number: {type: 'number', model: number},
    boolean: {type: 'boolean', model: {kind: 'boolean'}},
    bigint: {type: 'bigint', model: {kind: 'bigint'}},
    null: {type: 'null', model: nullModel},
    undefined: {type: 'undefined', model: undefinedModel},
    unknown: {type: 'unknown', model: {kind: 'unknown'}},
    'string literal': {type: `'a'`, model: {kind: 'literal', value: 'a'}},
    'number literal': {type: '-1.5', model: {kind: 'literal', value: -1.5}},
    'boolean literal': {type: 'true', model: {kind: 'literal', value: true}},
    'bigint literal': {type: '-9007199254740993n', model: {kind: 'bigint', min: '-9007199254740993', max: '-9007199254740993'}},

    'string enum': {declarations: `enum Color {Red = 'red', Blue = 'blue'}`, type: 'Color', model: literals('red', 'blue')},
    'numeric enum': {declarations: 'enum Level {Low, High = 5, Top}', type: 'Level', model: literals(0, 5, 6)},
    'const enum': {declarations: `const enum Mixed {A = 1, B = 'b'}`, type: 'Mixed', model: literals(1, 'b')},
    'one member of an enum': {declarations: 'enum One {A, B}', type: 'One.B', model: {kind: 'literal', value: 1}},
    'an enum of one member': {declarations: `enum Only {A = 'a'}`, type: 'Only', model: {kind: 'literal', value: 'a'}},
    'an enum with a computed member': {declarations: `enum Computed {A = 'x'.length}`, type: 'Computed', model: number},
    'as const': {
        declarations: `const roles = ['admin', 'user'] as const;`,
        type: '(typeof roles)[number]',
        model: literals('admin', 'user'),
    },
    'keyof typeof': {declarations: 'const table = {a: 1, b: 2};', type: 'keyof typeof table', model: literals('a', 'b')},

    'template literal': {
        type: '`user-${number}:${string}`',
        model: {kind: 'template', parts: ['user-', number, ':', string]},
    },
    'template literal of literals': {type: "`${'a' | 'b'}-${1 | 2}`", model: literals('a-1', 'a-2', 'b-1', 'b-2')},
    'template literal with a bigint': {type: '`${bigint}n`', model: {kind: 'template', parts: [{kind: 'bigint'}, 'n']}},
    'template literal in a template literal': {
        type: '`a${`b${string}`}c`',
        model: {kind: 'template', parts: ['ab', string, 'c']},
    },
    'Uppercase of literals': {type: `Uppercase<'a' | 'b'>`, model: literals('A', 'B')},

    Date: {type: 'Date', model: {kind: 'date'}},
    URL: {type: 'URL', model: {kind: 'url'}},
    RegExp: {type: 'RegExp', model: {kind: 'regexp'}},
    Uint8Array: {type: 'Uint8Array', model: {kind: 'bytes', type: 'Uint8Array'}},
    ArrayBuffer: {type: 'ArrayBuffer', model: {kind: 'bytes', type: 'ArrayBuffer'}},
    Array: {type: 'string[]', model: array(string)},
    'Array, written out': {type: 'Array<number[]>', model: array(array(number))},
    ReadonlyArray: {type: 'readonly string[]', model: array(string)},
    ArrayLike: {type: 'ArrayLike<string>', model: array(string)},
    Set: {type: 'Set<number>', model: {kind: 'set', items: number}},
    ReadonlySet: {type: 'ReadonlySet<string>', model: {kind: 'set', items: string}},
    Map: {type: 'Map<string, Date>', model: {kind: 'map', keys: string, values: {kind: 'date'}}},
    ReadonlyMap: {type: 'ReadonlyMap<number, string[]>', model: {kind: 'map', keys: number, values: array(string)}},
    'a type of the program that has a built-in name': {
        declarations: 'namespace Mine { export interface Date {year: number} }',
        type: 'Mine.Date',
        model: object({year: number}, 'Date'),
    },

    tuple: {type: '[string, number]', model: {kind: 'tuple', elements: [{type: string}, {type: number}]}},
    'readonly tuple': {type: 'readonly [string]', model: {kind: 'tuple', elements: [{type: string}]}},
    'empty tuple': {type: '[]', model: {kind: 'tuple', elements: []}},
    'tuple with optional and rest elements': {
        type: '[string, number?, ...boolean[]]',
        model: {kind: 'tuple', elements: [{type: string}, {type: number, optional: true}, {type: {kind: 'boolean'}, rest: true}]},
    },
    'tuple with a rest in the middle': {
        type: '[string, ...number[], Date]',
        model: {kind: 'tuple', elements: [{type: string}, {type: number, rest: true}, {type: {kind: 'date'}}]},
    },
    'tuple with names': {
        type: '[from: number, to?: number]',
        model: {kind: 'tuple', elements: [{type: number}, {type: number, optional: true}]},
    },

    interface: {
        declarations: 'interface User {readonly id: string; age?: number; nested: {ok: boolean}}',
        type: 'User',
        model: object({id: string, 'age?': number, nested: object({ok: {kind: 'boolean'}})}, 'User'),
    },
    'interface that extends others': {
        declarations: 'interface Base {id: string} interface Other {x: number} interface Sub extends Base, Other {y: null}',
        type: 'Sub',
        model: object({y: nullModel, id: string, x: number}, 'Sub'),
    },
    'optional and undefined': {
        type: '{a?: string; b: string | undefined; c?: string | undefined; d?: undefined; e?: never; f?: boolean}',
        model: object({
            'a?': string,
            b: union(undefinedModel, string),
            'c?': string,
            'd?': undefinedModel,
            'e?': undefinedModel,
            'f?': {kind: 'boolean'},
        }),
    },
    'methods and symbols are no data': {
        declarations: 'declare const secret: unique symbol;',
        type: '{a: string; m(): void; [Symbol.iterator]: () => number; [secret]: string; get g(): number}',
        model: object({a: string, g: number}),
    },
    'names that are no identifiers': {
        type: `{'a-b': string; "it's": null; __private: string}`,
        model: object({'a-b': string, "it's": nullModel, __private: string}),
    },
    'names that are numbers': {type: '{1: string; 0.5: number}', model: object({'1': string, '0.5': number})},
    'an empty object': {type: '{}', model: object({})},
    Omit: {
        declarations: 'interface Person {id: string; name: string}',
        type: `Omit<Person, 'id'>`,
        model: object({name: string}),
    },
    'methods in mapped types are no data either': {
        declarations: `interface Employee {id: string; greet(): string; later?(): void}
class Account {id = 1; secret = ''; check() {}}
type Texts<T> = {[K in keyof T]: string};`,
        type: `{a: Omit<Employee, 'x'>; b: Partial<Employee>; c: Omit<Account, 'secret'>; d: Texts<Employee>}`,
        model: object({
            a: object({id: string}),
            b: object({'id?': string}),
            c: object({id: number}),
            d: object({id: string, greet: string, 'later?': string}, 'Texts'),
        }),
    },
    'Pick, Partial, Required, Readonly': {
        declarations: 'interface Thing {a?: string; b: number; c: Date}',
        type: `Required<Pick<Thing, 'a'>> & Partial<Pick<Thing, 'b'>> & Readonly<Pick<Thing, 'c'>>`,
        model: object({a: string, 'b?': number, c: {kind: 'date'}}),
    },
    'Exclude, Extract, NonNullable': {
        type: `{a: Exclude<'x' | 'y', 'x'>; b: Extract<string | number, number>; c: NonNullable<string | null | undefined>}`,
        model: object({a: {kind: 'literal', value: 'y'}, b: number, c: string}),
    },
    'generic types': {
        declarations: 'interface Page<T> {items: T[]; next?: string}',
        type: 'Page<{id: number}>',
        model: object({items: array(object({id: number})), 'next?': string}, 'Page'),
    },
    'mapped types': {
        declarations: 'type Flags<T> = {[K in keyof T as `is${Capitalize<K & string>}`]-?: boolean};',
        type: 'Flags<{open?: 1; done: 2}>',
        model: object({isDone: {kind: 'boolean'}, isOpen: {kind: 'boolean'}}, 'Flags'),
    },
    'conditional types': {
        declarations: 'type Json<T> = T extends Date ? string : T extends object ? {[K in keyof T]: Json<T[K]>} : T;',
        type: 'Json<{when: Date; n: {d: Date}}>',
        model: object({when: string, n: object({d: string})}),
    },
    'inferred types': {
        declarations: 'const make = async () => ({id: 1, tags: ["a"], at: new Date()});',
        type: 'Awaited<ReturnType<typeof make>>',
        model: object({id: number, tags: array(string), at: {kind: 'date'}}),
    },

    'Record of string': {type: 'Record<string, number>', model: {kind: 'record', indexes: [{keys: string, values: number}]}},
    'Record of number': {type: '{[id: number]: string}', model: {kind: 'record', indexes: [{keys: number, values: string}]}},
    'Record of a template': {
        type: 'Record<`x-${string}`, string>',
        model: {kind: 'record', indexes: [{keys: {kind: 'template', parts: ['x-', string]}, values: string}]},
    },
    'Record of nothing': {type: 'Record<string, never>', model: object({})},
    'properties and no others': {type: '{a: string} & Record<string, never>', model: object({a: string})},
    'Record of literals': {type: `Record<'a' | 'b', number>`, model: object({a: number, b: number})},
    'several index signatures': {
        type: '{[key: string]: string | number; [id: number]: number}',
        model: {
            kind: 'record',
            indexes: [
                {keys: string, values: union(string, number)},
                {keys: number, values: number},
            ],
        },
    },
    'an index signature that another declaration gives an interface': {
        declarations: `
            interface Merged {id: string} interface Merged {[key: string]: string}
            interface Derived extends Record<string, string> {id: string}
            interface Generic<T> {id: T; [key: string]: T}
        `,
        type: '[Merged, Derived, Generic<string>]',
        model: {
            kind: 'tuple',
            elements: ['Merged', 'Derived', 'Generic'].map((name) => {
                const indexes = [{keys: string, values: string}];
                return {type: {kind: 'object', name, properties: [{name: 'id', type: string}], indexes}};
            }),
        },
    },
    'properties and an index signature': {
        type: '{id: string; [key: string]: string}',
        model: {kind: 'object', properties: [{name: 'id', type: string}], indexes: [{keys: string, values: string}]},
    },

    'union of primitives': {type: 'string | number | null', model: union(nullModel, string, number)},
    'union with boolean': {type: 'boolean | string', model: union(string, {kind: 'boolean'})},
    'union with undefined': {type: 'Date | undefined', model: union(undefinedModel, {kind: 'date'})},
    'union of a literal and its primitive': {type: `'a' | (string & {})`, model: string},
    'discriminated union': {
        type: `{kind: 'a'; x: string} | {kind: 'b'; y: number}`,
        model: union(
            object({kind: {kind: 'literal', value: 'a'}, x: string}),
            object({kind: {kind: 'literal', value: 'b'}, y: number}),
        ),
    },
    'union of unions': {
        declarations: 'type AB = "a" | "b"; type ABC = AB | "c" | null;',
        type: 'ABC | undefined',
        model: {
            kind: 'union',
            members: [undefinedModel, nullModel, ...['a', 'b', 'c'].map((value): TypeModel => ({kind: 'literal', value}))],
        },
    },
    'discriminated union by never': {
        type: '{a: string; b?: never} | {b: number; a?: never}',
        model: union(object({a: string, 'b?': undefinedModel}), object({b: number, 'a?': undefinedModel})),
    },

    'intersection of objects': {type: '{a: string} & {b: number} & {a: string}', model: object({a: string, b: number})},
    'intersection of unions, of whose members some contradict each other': {
        declarations: `type First = {k: 'a'; x: string} | {k: 'b'; y: string}; type Second = {k: 'a'; m: number} | {k: 'b'; n: number};`,
        type: 'First & Second',
        model: union(
            object({k: {kind: 'literal', value: 'a'}, x: string, m: number}),
            object({k: {kind: 'literal', value: 'b'}, y: string, n: number}),
        ),
    },
    'intersection that leaves one member of a union': {
        type: '({ok: true; value: string} | {ok: false}) & {ok: true}',
        model: object({ok: {kind: 'literal', value: true}, value: string}),
    },
    'intersection of a union and an object': {
        type: '({a: 1} | {b: 2}) & {c: 3}',
        model: union(
            object({a: {kind: 'literal', value: 1}, c: {kind: 'literal', value: 3}}),
            object({b: {kind: 'literal', value: 2}, c: {kind: 'literal', value: 3}}),
        ),
    },
    'branded string': {type: `string & {__brand: 'UserId'}`, model: string},
    'string branded by a symbol': {
        declarations: 'declare const tag: unique symbol;',
        type: `string & {readonly [tag]: 'Id'}`,
        model: string,
    },
    'branded number': {type: `number & {readonly _: unique symbol}`, model: number},
    'branded Date': {type: `Date & {__brand: 'Day'}`, model: {kind: 'date'}},
    'branded object': {
        declarations: 'declare const mark: unique symbol;',
        type: '{id: string} & {readonly [mark]: true}',
        model: object({id: string}),
    },
    'unknown in an intersection': {type: 'string & unknown', model: string},

    'recursive interface': {
        declarations: 'interface Tree {value: string; children: Tree[]}',
        type: 'Tree',
        model: {kind: 'ref', name: 'Tree'},
        definitions: {Tree: object({value: string, children: array({kind: 'ref', name: 'Tree'})}, 'Tree')},
    },
    'types that contain each other': {
        declarations: 'interface Author {books: Book[]} interface Book {by: Author; title: string}',
        type: '{book: Book}',
        model: object({book: {kind: 'ref', name: 'Book'}}),
        definitions: {
            Book: object({by: {kind: 'ref', name: 'Author'}, title: string}, 'Book'),
            Author: object({books: array({kind: 'ref', name: 'Book'})}, 'Author'),
        },
    },
    'recursive union': {
        declarations: 'type JsonValue = string | JsonValue[] | {[key: string]: JsonValue};',
        type: 'JsonValue[]',
        model: array({kind: 'ref', name: 'JsonValue'}),
        definitions: {
            JsonValue: union(string, array({kind: 'ref', name: 'JsonValue'}), {
                kind: 'record',
                indexes: [{keys: string, values: {kind: 'ref', name: 'JsonValue'}}],
            }),
        },
    },
    'recursive generic type': {
        declarations: 'interface List<T> {value: T; next?: List<T>}',
        type: '[List<string>, List<number>]',
        model: {kind: 'tuple', elements: [{type: {kind: 'ref', name: 'List'}}, {type: {kind: 'ref', name: 'List_2'}}]},
        definitions: {
            List: object({value: string, 'next?': {kind: 'ref', name: 'List'}}, 'List'),
            List_2: object({value: number, 'next?': {kind: 'ref', name: 'List_2'}}, 'List'),
        },
    },
    'recursive mapped type': {
        declarations: `interface Node {id: string; parent?: Node}
            type DeepPartial<T> = {[K in keyof T]?: T[K] extends object | undefined ? DeepPartial<T[K]> : T[K]};`,
        type: 'DeepPartial<Node>',
        model: object({'id?': string, 'parent?': {kind: 'ref', name: 'DeepPartial'}}, 'DeepPartial'),
        definitions: {DeepPartial: object({'id?': string, 'parent?': {kind: 'ref', name: 'DeepPartial'}}, 'DeepPartial')},
    },
    'recursive types that are called like what every object has': {
        declarations: 'interface valueOf {next?: valueOf} interface __proto__ {next: __proto__[]}',
        type: '[valueOf, __proto__]',
        model: {kind: 'tuple', elements: [{type: {kind: 'ref', name: 'valueOf'}}, {type: {kind: 'ref', name: 'proto__'}}]},
        definitions: {
            valueOf: object({'next?': {kind: 'ref', name: 'valueOf'}}, 'valueOf'),
            proto__: object({next: array({kind: 'ref', name: 'proto__'})}, '__proto__'),
        },
    },
    'a type without a name in a cycle': {
        declarations: 'declare const loop: {next?: typeof loop};',
        type: 'typeof loop',
        model: {kind: 'ref', name: 'Type'},
        definitions: {Type: object({'next?': {kind: 'ref', name: 'Type'}})},
    },

    MinLength: {type: 'string & MinLength<3>', model: {kind: 'string', minLength: 3}},
    'several constraints': {
        type: `string & MinLength<1> & MaxLength<9> & Pattern<'^a'>`,
        model: {kind: 'string', minLength: 1, maxLength: 9, pattern: '^a'},
    },
    Length: {type: 'string & Length<5>', model: {kind: 'string', minLength: 5, maxLength: 5}},
    Email: {type: 'Email', model: {kind: 'string', format: 'email'}},
    'a constraint twice: the stricter one': {
        type: 'string & MinLength<3> & MinLength<5> & MaxLength<9> & MaxLength<7>',
        model: {kind: 'string', minLength: 5, maxLength: 7},
    },
    'number constraints': {
        type: 'number & Integer & Min<1> & Max<10> & MultipleOf<2>',
        model: {kind: 'number', integer: true, min: 1, max: 10, multipleOf: 2},
    },
    'Positive and Negative': {
        type: '[number & Positive, number & Negative, number & NonNegative, number & NonPositive]',
        model: {
            kind: 'tuple',
            elements: [
                {type: {kind: 'number', exclusiveMin: 0}},
                {type: {kind: 'number', exclusiveMax: 0}},
                {type: {kind: 'number', min: 0}},
                {type: {kind: 'number', max: 0}},
            ],
        },
    },
    'bigint constraints': {
        type: 'bigint & Positive & Max<9007199254740993n>',
        model: {kind: 'bigint', min: '1', max: '9007199254740993'},
    },
    'array constraints': {
        type: 'string[] & MinItems<1> & MaxItems<3> & UniqueItems',
        model: {kind: 'array', items: string, minItems: 1, maxItems: 3, uniqueItems: true},
    },
    'set and map constraints': {
        type: '[Set<string> & MinItems<1>, Map<string, number> & MaxItems<2>]',
        model: {
            kind: 'tuple',
            elements: [
                {type: {kind: 'set', items: string, minItems: 1}},
                {type: {kind: 'map', keys: string, values: number, maxItems: 2}},
            ],
        },
    },
    'Date constraints': {
        type: `Date & After<'2020-01-01'> & Before<'2030-01-01T00:00:00+01:00'>`,
        model: {kind: 'date', after: '2020-01-01T00:00:00.000Z', before: '2029-12-31T23:00:00.000Z'},
    },
    'bytes constraints': {type: 'Uint8Array & MaxSize<1024>', model: {kind: 'bytes', type: 'Uint8Array', maxSize: 1024}},
    'constraints through generics, mapped types and unions': {
        declarations: `type Name = string & MinLength<2>; interface Box<T> {value: T}
            type Optional<T> = {[K in keyof T]?: T[K]};`,
        type: 'Optional<Box<Name | null>>',
        model: object({'value?': union(nullModel, {kind: 'string', minLength: 2})}, 'Optional'),
    },
    'constraints on a union of literals': {type: `('a' | 'b') & MinLength<1>`, model: literals('a', 'b')},
    'constraints and a brand': {type: `string & {__brand: 'Id'} & Format<'uuid'>`, model: {kind: 'string', format: 'uuid'}},
};
