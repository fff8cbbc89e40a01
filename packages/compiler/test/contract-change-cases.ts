// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
/** Two versions of a handler, and what its clients are told. A line that begins with `!` is a change that breaks them. */
interface ContractChangeCase {
    readonly declarations?: string;
    /** The params behind the call context, and the result: `(id: string): number`. */
    readonly before: string;
    readonly after: string;
    readonly changes: readonly string[];
}

/** By what changed. */
export const contractChangeCases: Readonly<Record<string, ContractChangeCase>> = {
    nothing: {before: '(id: string): Date', after: '(id: string): Date', changes: []},
    'the name of a param': {before: '(id: string): void', after: '(key: string): void', changes: []},
    'a description': {
        before: '(user: {/** Old. */ name: string}): void',
        after: '(user: {/** New. */ name: string}): void',
        changes: [],
    },
    'the name of a type': {
        declarations: 'interface OldName {id: string} interface NewName {id: string}',
        before: '(a: OldName): OldName',
        after: '(a: NewName): NewName',
        changes: [],
    },
    'the order of members and properties': {
        before: `(a: 'x' | 'y' | null): {a: 1; b: 2}`,
        after: `(a: null | 'y' | 'x'): {b: 2; a: 1}`,
        changes: [],
    },

    'the kind of a param': {
        before: '(id: string): void',
        after: '(id: number): void',
        changes: ['! `id` was `string`, and is `number`'],
    },
    'the kind of a param, though the form is the same': {
        before: '(at: Date): void',
        after: '(at: string): void',
        changes: ['! `at` was `Date`, and is `string`'],
    },
    'the kind of a result': {
        before: '(): string',
        after: '(): number',
        changes: ['! `result` was `string`, and is `number`'],
    },
    'a result where there was none': {
        before: '(): void',
        after: '(): string',
        changes: ['! `result` was `undefined`, and is `string`'],
    },
    'no result where there was one': {
        before: '(): string',
        after: '(): void',
        changes: ['! `result` was `string`, and is `undefined`'],
    },
    'to unknown': {
        before: '(a: string): string',
        after: '(a: unknown): unknown',
        changes: ['! `result` was `string`, and is `unknown`', '`a` was `string`, and is `unknown`'],
    },
    'from unknown': {
        before: '(a: unknown): unknown',
        after: '(a: string): string',
        changes: ['! `a` was `unknown`, and is `string`', '`result` was `unknown`, and is `string`'],
    },

    'a new required param': {
        before: '(a: string): void',
        after: '(a: string, b: number): void',
        changes: ['! `b` (`number`) is new and required'],
    },
    'a new optional param': {
        before: '(a: string): void',
        after: '(a: string, b?: number): void',
        changes: ['`b` (`number`) is new'],
    },
    'new rest params': {
        before: '(a: string): void',
        after: '(a: string, ...b: number[]): void',
        changes: ['`b` (`number`) is new'],
    },
    'a param that is gone': {
        before: '(a: string, b?: number): void',
        after: '(a: string): void',
        changes: ['! `b` (`number`) is gone, and refused where it is sent'],
    },
    'a param that became required': {
        before: '(a?: string): void',
        after: '(a: string): void',
        changes: ['! `a` was optional, and is required'],
    },
    'a param that became optional': {
        before: '(a: string): void',
        after: `(a = 'x'): void`,
        changes: ['`a` was required, and is optional'],
    },
    'an optional param that became one of many': {
        before: '(a?: string): void',
        after: '(...a: string[]): void',
        changes: ['`a` was optional, and is any number of values'],
    },
    'an optional param, in front of others, that became one of many': {
        before: '(a?: string, b?: string): void',
        after: '(...a: string[]): void',
        changes: ['! `a` was optional, and is any number of values', '`b` was optional, and is any number of values'],
    },
    'a new param behind one that takes null': {
        before: '(a?: string | null): void',
        after: '(a?: string | null, b?: number): void',
        changes: ['! `a` was `string | null`, and is `string | null | undefined`', '`b` (`number`) is new'],
    },

    'a new required property of a param': {
        before: '(user: {name: string}): void',
        after: '(user: {name: string; age: number}): void',
        changes: ['! `user.age` (`number`) is new and required'],
    },
    'a new optional property of a param': {
        before: '(user: {name: string}): void',
        after: '(user: {name: string; age?: number}): void',
        changes: ['`user.age` (`number`) is new'],
    },
    'a property of a param that is gone': {
        before: '(user: {name: string; age: number}): void',
        after: '(user: {name: string}): void',
        changes: ['`user.age` (`number`) is gone, and is ignored where it is sent'],
    },
    'a property of a param that became required': {
        before: '(user: {age?: number}): void',
        after: '(user: {age: number}): void',
        changes: ['! `user.age` was optional, and is required'],
    },
    'a property of a param that became optional': {
        before: '(user: {age: number}): void',
        after: '(user: {age: number | undefined}): void',
        changes: ['`user.age` was required, and is optional'],
    },
    'a new property of a result': {
        before: '(): {name: string}',
        after: '(): {name: string; age: number}',
        changes: ['`result.age` (`number`) is new'],
    },
    'a property of a result that is gone': {
        before: '(): {name: string; age: number}',
        after: '(): {name: string}',
        changes: ['! `result.age` (`number`) is gone'],
    },
    'an optional property of a result that is gone': {
        before: '(): {name: string; age?: number}',
        after: '(): {name: string}',
        changes: ['`result.age` (`number`) is gone, which clients know to be possible: it was optional'],
    },
    'a property of a result that became optional': {
        before: '(): {age: number}',
        after: '(): {age?: number}',
        changes: ['! `result.age` was required, and is optional'],
    },
    'a property of a result that became required': {
        before: '(): {age?: number}',
        after: '(): {age: number}',
        changes: ['`result.age` was optional, and is required'],
    },
    'something deep inside': {
        before: `(order: {items: [{sku: string; 'at time'?: Set<Date>}][]}): void`,
        after: `(order: {items: [{sku: string; 'at time'?: Set<number>}][]}): void`,
        changes: ['! `order.items[][0]["at time"][]` was `Date`, and is `number`'],
    },
    'keys and values of a map': {
        before: '(a: Map<string, 1>): Map<string, 1>',
        after: '(a: Map<string & MinLength<2>, number>): Map<string, number>',
        changes: [
            '! `a[key]` was `string`, and is `string & MinLength<2>`',
            '! `result[]` was `1`, and is `number`',
            '`a[]` was `1`, and is `number`',
        ],
    },

    'a tighter constraint': {
        before: '(a: string & MaxLength<9>): void',
        after: '(a: string & MaxLength<5>): void',
        changes: ['! `a` was `string & MaxLength<9>`, and is `string & MaxLength<5>`'],
    },
    'a looser constraint': {
        before: '(a: string & MinLength<3> & Format<"email">): void',
        after: '(a: string & MinLength<2>): void',
        changes: ['`a` was `string & MinLength<3> & Format<"email">`, and is `string & MinLength<2>`'],
    },
    'a new constraint of a result': {
        before: '(): number[]',
        after: '(): number[] & MinItems<1>',
        changes: ['`result` was `number[]`, and is `number[] & MinItems<1>`'],
    },
    'a constraint of a result that is gone': {
        before: '(): number & Integer & Min<0>',
        after: '(): number & Integer',
        changes: ['! `result` was `number & Integer & Min<0>`, and is `number & Integer`'],
    },
    'bounds that include each other': {
        before: '(a: number & Positive, b: number & MultipleOf<6>, c: bigint & Min<9007199254740993n>): void',
        after: '(a: number & Min<0>, b: number & MultipleOf<3>, c: bigint & Min<9007199254740992n>): void',
        changes: [
            '`a` was `number & ExclusiveMin<0>`, and is `number & Min<0>`',
            '`b` was `number & MultipleOf<6>`, and is `number & MultipleOf<3>`',
            '`c` was `bigint & Min<9007199254740993n>`, and is `bigint & Min<9007199254740992n>`',
        ],
    },
    'bounds that do not': {
        before: '(a: number & Min<0>, b: number & MultipleOf<3>, c: bigint & Min<9007199254740992n>): void',
        after: '(a: number & Positive, b: number & MultipleOf<6>, c: bigint & Min<9007199254740993n>): void',
        changes: [
            '! `a` was `number & Min<0>`, and is `number & ExclusiveMin<0>`',
            '! `b` was `number & MultipleOf<3>`, and is `number & MultipleOf<6>`',
            '! `c` was `bigint & Min<9007199254740992n>`, and is `bigint & Min<9007199254740993n>`',
        ],
    },
    'the range of dates': {
        before: `(a: Date & After<'2020-01-01'>): Date & Before<'2030-01-01'>`,
        after: `(a: Date & After<'2021-01-01'>): Date & Before<'2029-01-01'>`,
        changes: [
            '! `a` was `Date & After<"2020-01-01T00:00:00.000Z">`, and is `Date & After<"2021-01-01T00:00:00.000Z">`',
            '`result` was `Date & Before<"2030-01-01T00:00:00.000Z">`, and is `Date & Before<"2029-01-01T00:00:00.000Z">`',
        ],
    },
    'items and their number at once': {
        before: '(a: string[] & MaxItems<9>): void',
        after: '(a: number[] & MaxItems<5>): void',
        changes: ['! `a` was `string[] & MaxItems<9>`, and is `number[] & MaxItems<5>`', '! `a[]` was `string`, and is `number`'],
    },
    'the class of bytes, which all travel alike': {
        before: '(a: Uint8Array): void',
        after: '(a: ArrayBuffer): void',
        changes: ['`a` was `Uint8Array`, and is `ArrayBuffer`'],
    },

    'a new member of a param': {
        before: `(a: 'x' | 'y'): void`,
        after: `(a: 'x' | 'y' | 'z'): void`,
        changes: [`\`a\` was \`'x' | 'y'\`, and is \`'x' | 'y' | 'z'\``],
    },
    'a member of a param that is gone': {
        before: `(a: 'x' | 'y'): void`,
        after: `(a: 'x'): void`,
        changes: [`! \`a\` was \`'x' | 'y'\`, and is \`'x'\``],
    },
    'a new member of a result': {
        before: `(): 'x' | 'y'`,
        after: `(): 'x' | 'y' | 'z'`,
        changes: [`! \`result\` was \`'x' | 'y'\`, and is \`'x' | 'y' | 'z'\``],
    },
    'a member of a result that is gone': {
        before: '(): string | null',
        after: '(): string',
        changes: ['`result` was `string | null`, and is `string`'],
    },
    'literals to their kind': {
        before: `(a: 'x' | 1): 'x'`,
        after: '(a: string | number): string',
        changes: [
            `! \`result\` was \`'x'\`, and is \`string\``,
            '`a` was `1`, and is `number`',
            `\`a\` was \`'x'\`, and is \`string\``,
        ],
    },
    'literals to what they do not fit': {
        before: `(a: 'x', b: 'id-1'): void`,
        after: '(a: string & MinLength<2>, b: `id-${number}`): void',
        changes: [`! \`a\` was \`'x'\`, and is \`string & MinLength<2>\``, `\`b\` was \`'id-1'\`, and is \`\`id-\${number}\`\``],
    },
    'a union whose members can no longer be told apart': {
        before: '(a: string): void',
        after: '(a: string | Date): void',
        changes: ['! `a` was `string`, and is `Date | string`'],
    },
    'a constraint of a member': {
        before: '(a: string | Date): void',
        after: '(a: (string & MinLength<1>) | Date): void',
        changes: ['! `a` was `string`, and is `string & MinLength<1>`'],
    },
    'a property of one kind of object': {
        before: `(a: {kind: 'a'; x: string} | {kind: 'b'; y: number}): void`,
        after: `(a: {kind: 'a'; x: number} | {kind: 'b'; y: number; z?: 1}): void`,
        changes: ['! `a.x` was `string`, and is `number`', '`a.z` (`1`) is new'],
    },
    'a new kind of object': {
        before: `(): {kind: 'a'; x: string}`,
        after: `(): {kind: 'a'; x: string} | {kind: 'b'; y: number}`,
        changes: [`! \`result\` was \`{kind: 'a'; x: string}\`, and is \`{kind: 'a'; x: string} | {kind: 'b'; y: number}\``],
    },
    'objects that a tag tells apart': {
        before: '(a: {x: Date} | {x: string; y: 1}): void',
        after: '(a: {x: Date} | {x: string; y: 2}): void',
        changes: ['! `a` was `{x: Date} | {x: string; y: 1}`, and is `{x: Date} | {x: string; y: 2}`'],
    },

    'keys of a record': {
        before: '(a: Record<string, string>): Record<string, number>',
        after: '(a: Record<string, string | null>): Record<string, number | null>',
        changes: ['! `result[]` was `number`, and is `number | null`', '`a[]` was `string`, and is `string | null`'],
    },
    'a property where keys were free': {
        before: '(a: Record<string, string>, b: Record<string, string>, c: Record<`x-${string}`, 1>): void',
        after: '(a: {name?: string}, b: {name?: number}, c: {name: 1}): void',
        changes: [
            '! `b.name` was `string`, and is `number`',
            '! `c.name` (`1`) is new and required',
            '`a.name` (`string`) is new',
            '`a` has keys of `string` with `string` no more: they are ignored where they are sent',
            '`b` has keys of `string` with `string` no more: they are ignored where they are sent',
            '`c` has keys of ``x-${string}`` with `1` no more: they are ignored where they are sent',
        ],
    },
    'free keys where properties were': {
        before: '(a: {name: string}, b: {name: string}): {name?: string}',
        after: '(a: Record<string, string>, b: Record<string, number>): Record<string, number>',
        changes: [
            '! `b.name` was `string`, and is `number`',
            '! `result.name` was `string`, and is `number`',
            '`a` has keys of `string` with `string` now',
            '`b` has keys of `string` with `number` now',
            '`result` has keys of `string` with `number` now',
        ],
    },

    'a recursive type': {
        declarations: `interface OldTree {name: string; children: OldTree[]; next?: OldTree}
            interface NewTree {name: string | null; children: NewTree[]; next?: NewTree; extra?: 1}`,
        before: '(a: OldTree): OldTree',
        after: '(a: NewTree): NewTree',
        changes: [
            '! `result.name` was `string`, and is `string | null`',
            '`a.name` was `string`, and is `string | null`',
            '`a.extra` (`1`) is new',
            '`result.extra` (`1`) is new',
        ],
    },
    'types that contain each other': {
        declarations: `interface OldA {b?: OldB; x: 1} interface OldB {a?: OldA; y: 2}
            interface NewA {b?: NewB; x: 1} interface NewB {a?: NewA; y: 3}`,
        before: '(a: OldA): void',
        after: '(a: NewA): void',
        changes: ['! `a.b.y` was `2`, and is `3`'],
    },

    'the values of a stream': {
        before: `(): AsyncIterable<{kind: 'a'}>`,
        after: `(): AsyncIterable<{kind: 'a' | 'b'}>`,
        changes: [`! \`result[].kind\` was \`'a'\`, and is \`'a' | 'b'\``],
    },
    'a stream of values where one of bytes was': {
        before: '(): ReadableStream<Uint8Array>',
        after: '(): AsyncIterable<string>',
        changes: ['! `result` was `ByteStream`, and is `AsyncIterable<string>`'],
    },
    'all at once what was a stream': {
        before: '(): AsyncIterable<string>',
        after: '(): string[]',
        changes: ['! `result` was `AsyncIterable<string>`, and is `string[]`'],
    },

    'a new error': {
        before: `(): string`,
        after: `(): string | RpcError<'Gone'>`,
        changes: ['the error `Gone` is new'],
    },
    'an error that is gone': {
        before: `(): string | RpcError<'Gone'>`,
        after: `(): string`,
        changes: ['the error `Gone` is declared no more'],
    },
    'the data of an error': {
        before: `(): RpcError<'Gone', {id: string}> | RpcError`,
        after: `(): RpcError<'Gone', {id: number}> | RpcError`,
        changes: ['! the error `Gone`: `errorData.id` was `string`, and is `number`'],
    },
};
