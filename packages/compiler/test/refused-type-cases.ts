// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
/** A type that can't travel, and what the compiler says about it behind the place. */
interface RefusedTypeCase {
    readonly declarations?: string;
    readonly type: string;
    /** Each: the path from the param `value`, and the beginning of the problem. */
    readonly problems: readonly string[];
}

/** By what is wrong. */
export const refusedTypeCases: Readonly<Record<string, RefusedTypeCase>> = {
    any: {type: 'any', problems: ['value is `any`, so nothing could be validated']},
    'any, everywhere': {
        type: '{a: any; b: any[]; c: Map<any, Set<any>>; d: [any]; e: Record<string, any>; f?: any}',
        problems: [
            'value.a is `any`',
            'value.b[] is `any`',
            'value.c[][] is `any`',
            'value.c[key] is `any`',
            'value.d[0] is `any`',
            'value.e[] is `any`',
            'value.f is `any`',
        ],
    },
    never: {
        type: '{a: never; b: never[]}',
        problems: ['value.a is `never`, which no value fits', 'value.b[] is `never`, which no value fits'],
    },
    'members that contradict each other': {
        type: `{a: {k: 'a'} & {k: 'b'}}`,
        problems: ['value.a is `never`, which no value fits'],
    },
    object: {type: 'object', problems: ['value is `object`. Declare its properties']},
    functions: {
        type: '{f: () => void; g: new () => Date; h: {(): void; x: string}}',
        problems: ['value.f is a function', 'value.g is a function', 'value.h is a function'],
    },
    'functions that another declaration makes of interfaces': {
        declarations: `
            interface Merged {x: string} interface Merged {(): void}
            interface Base {(): void} interface Derived extends Base {x: string}
            interface Generic<T> {(): void; x: T} interface Inherited extends Generic<string> {}
        `,
        type: '{m: Merged; d: Derived; g: Generic<number>; i: Inherited}',
        problems: ['value.m is a function', 'value.d is a function', 'value.g is a function', 'value.i is a function'],
    },
    'a callable union member': {type: 'string | (() => void)', problems: ['value is a function']},
    symbols: {
        declarations: 'declare const unique: unique symbol;',
        type: '[symbol, typeof unique]',
        problems: ['value[0] is a symbol', 'value[1] is a symbol'],
    },
    'built-in classes': {
        type: '{a: Error; b: WeakMap<object, string>; c: Int8Array; d: ReadableStream; e: String; f: Function}',
        problems: [
            'value.a is an instance of `Error`, which has no JSON form',
            'value.b is an instance of `WeakMap`',
            'value.c is an instance of `Int8Array`',
            'value.d is a stream, and streams are sent only as the whole result of a route',
            'value.e is an instance of `String`',
            'value.f is an instance of `Function`',
        ],
    },
    iterators: {
        type: '{a: Iterable<string>; b: Generator<number>; c: AsyncIterator<number>}',
        problems: [
            'value.a is an iterable',
            'value.b is an iterable',
            'value.c is `AsyncIterator<number, any, any>`, which has methods only',
        ],
    },
    'arrays with properties': {
        type: '{a: RegExpMatchArray; b: RegExpExecArray[]}',
        problems: ['value.a is an array with properties of its own', 'value.b[] is an array with properties of its own'],
    },
    'an interface of methods': {
        declarations: 'interface Service {run(): void}',
        type: 'Service',
        problems: ['value is `Service`, which has methods only'],
    },
    'functions in mapped types': {
        declarations:
            'interface Runner {id: string; run(): void; done: () => void} type Loaders<T> = {[K in keyof T]: () => T[K]};',
        type: `[Omit<Runner, 'x'>, Pick<Runner, 'run'>, Loaders<{id: string}>, Pick<Map<string, string>, 'clear' | 'size'>]`,
        problems: [
            'value[0].done is a function',
            'value[1] is `Pick<Runner, "run">`, which has methods only',
            'value[3].clear is a function',
            'value[2].id is a function',
        ],
    },
    classes: {
        declarations: 'class Money {constructor(readonly cents: number) {}} class Euro extends Money {}',
        type: '{a: Money; b: Euro[]; c: typeof Money}',
        problems: [
            'value.a is an instance of the class `Money`',
            'value.b[] is an instance of the class `Euro`',
            'value.c is a function',
        ],
    },
    'a class that extends a built-in': {
        declarations:
            'class Table extends Map<string, string> {} interface Rows extends Array<string> {total: number} interface Failure extends Error {code: number}',
        type: '[Table, Rows, Failure]',
        problems: ['value[0] is an instance of the class `Table`', 'value[1] extends `Array`', 'value[2] extends `Error`'],
    },
    promises: {
        type: '{a: Promise<string>; b: PromiseLike<1>}',
        problems: ['value.a is a promise inside a value', 'value.b is a promise'],
    },
    'errors inside values': {
        declarations: 'class Missing extends RpcError<"Missing"> {}',
        type: '{a: RpcError; b: Missing[]}',
        problems: ['value.a is an `RpcError` inside a value', 'value.b[] is an `RpcError` inside a value'],
    },
    'string mappings': {
        type: '{a: Uppercase<string>; b: `x${Lowercase<string>}`}',
        problems: ['value.a is `Uppercase<string>`, which mion can not check', 'value.b is `Lowercase<string>`'],
    },
    'a constraint in a template': {
        type: '`id-${string & MinLength<3>}`',
        problems: ['value is a template literal type with a constraint in it'],
    },
    'reserved names': {type: `{['__proto__']: string}`, problems: ['value.__proto__ has a name that is reserved']},
    'instances with further properties': {
        type: '(string[] & {total: number}) | (Date & {zone: string})',
        problems: ['value is an instance with further properties'],
    },
    'types without end': {
        declarations: 'interface Endless<T> {value: T; next?: Endless<T[]>}',
        type: 'Endless<string>',
        problems: ['value contains types inside each other without end'],
    },
    'types that double without end': {
        declarations: 'interface Double<T> {left?: Double<[T]>; right?: Double<{t: T}>}',
        type: 'Double<string>',
        problems: ['value contains types inside each other without end'],
    },

    'misplaced constraints': {
        type: `[number & MinLength<1>, string & Min<1>, string[] & MaxLength<1>, {a: string} & MinItems<1>, Set<string> & UniqueItems, boolean & Integer, bigint & MultipleOf<2>]`,
        problems: [
            'value[0] has the constraint `MinLength`, which is for strings.',
            'value[1] has the constraint `Min`, which is for numbers and bigints.',
            'value[2] has the constraint `MaxLength`, which is for strings.',
            'value[3] has the constraint `MinItems`, which is for arrays, sets and maps.',
            'value[4] has the constraint `UniqueItems`, which is for arrays.',
            'value[5] has the constraint `Integer`, which is for numbers.',
            'value[6] has the constraint `MultipleOf`, which is for numbers.',
        ],
    },
    'constraints that contradict each other': {
        type: `[string & MinLength<3> & MaxLength<2>, number & Min<5> & ExclusiveMax<5>, Date & After<'2020-01-02'> & Before<'2020-01-01'>, string & Pattern<'a'> & Pattern<'b'>, string & Format<'email'> & Format<'uuid'>]`,
        problems: [
            'value[0] has the constraints `MinLength<3>` and `MaxLength<2>`, and no value fits both.',
            'value[1] has the constraints `Min<5>` and `ExclusiveMax<5>`, and no value fits both.',
            'value[2] has the constraints `After<2020-01-02T00:00:00.000Z>` and `Before<2020-01-01T00:00:00.000Z>`, and no value fits both.',
            'value[3] has two different `Pattern`. Write one of them.',
            'value[4] has two different `Format`. Write one of them.',
        ],
    },
    'constraints with values that make no sense': {
        type: `[string & MinLength<-1>, string & MaxLength<1.5>, string & MinLength<number>, string & Pattern<'('>, number & MultipleOf<0>, Date & After<'tomorrow'>, string & MinLength<1 | 2>]`,
        problems: [
            'value[0] has a `MinLength` whose value is not a whole number, 0 or more.',
            'value[1] has a `MaxLength` whose value is not a whole number, 0 or more.',
            'value[2] has a `MinLength` whose value is not a whole number, 0 or more.',
            'value[3] has a `Pattern` whose value is not the source of a regular expression with the flag `u`.',
            'value[4] has a `MultipleOf` whose value is not a number greater than 0.',
            'value[5] has a `After` whose value is not a date as ISO 8601 text.',
            'value[6] has a `MinLength` whose value is not a whole number, 0 or more.',
        ],
    },
    'a constraint alone': {type: 'MinLength<3>', problems: ['value is the constraint `MinLength<3>` alone']},
};
