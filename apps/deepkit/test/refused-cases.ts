// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
/** A file of `test/routes`, compiled by Deepkit, whose `route` mion refuses. */
export interface RefusedCase {
    readonly name: string;
    /** What stands before the route. */
    readonly declarations?: string;
    /** The route: a handler. */
    readonly route: string;
    /** The beginning of each problem. The route's id is `users/get`. */
    readonly problems: readonly string[];
}

function ofParam(name: string, type: string, problem: string, declarations = ''): RefusedCase {
    return {name, declarations, route: `(ctx: unknown, value: ${type}): void => {}`, problems: [`users/get: ${problem}`]};
}

function ofMethod(name: string, type: string, problem: string, declarations = ''): RefusedCase {
    return {name, declarations, route: `(ctx: unknown, value: ${type}): void => {}`, problems: [`\`users/get\` ${problem}`]};
}

const lostUser = "is `User`, of which Deepkit's compiler kept nothing: it was imported with `import type`";
const never = 'is `never`, which is also what Deepkit';
const usesNever = 'uses `never`, which is also what Deepkit';
const platform = 'with the methods or the name of a class, and Deepkit does not tell';
const intersection = 'has an intersection of ';
const sameMembers = 'has a union of members that Deepkit takes for the same, and drops all but one of';
const computed = 'a conditional or mapped type, `keyof` or `User["id"]`, which Deepkit computes by rules of its own';

const importType = `import type {User} from './types.ts';`;
const renamed = `import {User as Person} from './types.ts';`;

const stream = "users/get: the result may be a stream, and only mion's own compiler compiles routes that stream";
/** What only mion's own compiler compiles. */
const streams: readonly RefusedCase[] = [
    {name: 'a generator', route: 'async function* (ctx: unknown): AsyncGenerator<number> { yield 1; }', problems: [stream]},
    {name: 'an async iterable', route: '(ctx: unknown): AsyncIterable<number> => null as never', problems: [stream]},
    {name: 'a stream', route: '(ctx: unknown): ReadableStream<Uint8Array> => null as never', problems: [stream]},
    {
        name: 'a promised stream',
        route: 'async (ctx: unknown): Promise<AsyncGenerator<Date>> => null as never',
        problems: [stream],
    },
    {
        name: 'a stream of node',
        declarations: `import {Readable} from 'node:stream';`,
        route: '(ctx: unknown): Readable => null as never',
        problems: [`users/get: the result ${never}`],
    },
];

/** What Deepkit's compiler loses. */
const lost: readonly RefusedCase[] = [
    ofParam('import type', 'User', `parameter \`value\` ${lostUser}`, importType),
    ofParam('an import with type', 'User[]', `parameter \`value[]\` ${lostUser}`, `import {type User} from './types.ts';`),
    ofParam('import type, inside', '{user: {a: User}}', `parameter \`value.user.a\` ${lostUser}`, importType),
    ofMethod(
        'import type, where it vanishes',
        "Extract<'a' | 'b', User>",
        "uses `User`, of which Deepkit's compiler kept nothing",
        importType,
    ),
    ofParam('a renamed import', 'Person', `parameter \`value\` ${never}`, renamed),
    ofParam('a renamed import, inside', 'Map<string, Person>', `parameter \`value[]\` ${never}`, renamed),
    ofParam('a renamed import in a union', 'string | Person', `parameter \`value\` ${never}`, renamed),
    ofMethod('a renamed import in an intersection', '{a: string} & Person', usesNever, renamed),
    ofMethod('a renamed import where it vanishes', 'Exclude<string, Person>', usesNever, renamed),
    ofParam('a renamed import as keys', 'Record<keyof Person, string>', 'parameter `value` is an object without', renamed),
    ofMethod(
        'a renamed import in a type of its own',
        'Mine',
        `uses \`Mine\`, in which there is ${usesNever.slice(5)}`,
        `${renamed} interface Mine {who: {a: string} & Person}`,
    ),
    ofParam('a type of another package', 'CallContext', 'parameter `value` is `', `import {CallContext} from '@mionkit/router';`),
    ofMethod(
        "mion's own constraints",
        'string & MinLength<3>',
        "uses `MinLength`, of which Deepkit's compiler kept nothing",
        `import {MinLength} from '@mionkit/core';`,
    ),
    ofParam('any', 'any', 'parameter `value` is `any`, so nothing could be validated'),
    ofParam('any, inside', '{a: Map<string, any[]>}', 'parameter `value.a[][]` is `any`'),
    ofParam('any in a union', 'string | any', 'parameter `value` is `any`'),
    ofMethod('any where it vanishes', "Extract<'a' | 'b', any>", 'uses `any`'),
    {
        name: 'an inferred result',
        route: '(ctx: unknown) => ({id: 1})',
        problems: ['users/get: the result has no type, and Deepkit infers none. Write the return type'],
    },
    {
        name: 'a param without a type',
        route: '(ctx: unknown, count = 5): void => {}',
        problems: ['users/get: parameter `count` is `any`'],
    },
    {
        name: 'a promise of what is lost',
        declarations: importType,
        route: 'async (ctx: unknown): Promise<User | null> => null',
        problems: [`users/get: the result ${lostUser}`],
    },
    {
        name: 'every problem of a handler',
        declarations: importType,
        route: '(ctx: unknown, a: User, b: {c: symbol}) => a',
        problems: [
            `users/get: parameter \`a\` ${lostUser}`,
            'users/get: parameter `b.c` is a symbol',
            'users/get: the result has no type',
        ],
    },
    {
        name: 'a generic handler',
        route: '<T>(ctx: unknown, value: T[]): void => {}',
        problems: ['users/get: parameter `value[]` is '],
    },
    {
        name: 'a handler that was not compiled',
        route: 'Object.assign((ctx: unknown, value: string): string => value, {__type: undefined})',
        problems: [
            "`users/get` has no run-time type, so nothing would be validated. Compile its file with Deepkit's type compiler",
        ],
    },
    ofMethod(
        'a type that fails at run time',
        '{[secret]: string}',
        "has a type that Deepkit can't make: secret is not defined",
        'declare const secret: unique symbol;',
    ),
];

/** What Deepkit makes otherwise than TypeScript. */
const wrong: readonly RefusedCase[] = [
    ofParam('URL', 'URL', `parameter \`value\` is \`URL\` ${platform}`),
    ofParam('DOM types', '{file: Blob | null}', `parameter \`value.file\` is \`Blob\` ${platform}`),
    ofParam('Error', 'Error', `parameter \`value\` is \`Error\` ${platform}`),
    ofParam(
        'an interface with methods',
        'Service',
        `parameter \`value\` is \`Service\` ${platform}`,
        'interface Service {run(): void}',
    ),
    ofParam('ReadonlySet', 'ReadonlySet<string>', `parameter \`value\` is \`ReadonlySet\` ${platform}`),
    ofParam('a typed array', 'Int8Array', 'parameter `value` is an instance of `Int8Array`, which has no JSON form'),
    ofParam(
        'a class',
        'Money',
        'parameter `value` is an instance of the class `Money`',
        'class Money {constructor(public cents: number) {}}',
    ),
    ofParam('an object without properties', '{}', 'parameter `value` is an object without properties'),
    ofParam('a mapped type that is empty', "Omit<{id: 1}, 'id'>", 'parameter `value` is an object without properties'),
    ofParam('keys of a template literal', 'Record<`x-${string}`, string>', 'parameter `value'),
    ofMethod('two sets', 'Set<string> | Set<number>', sameMembers),
    ofMethod('objects that differ in a set', '{a: Set<string>} | {a: Set<number>}', sameMembers),
    ofMethod('numbers of two kinds', 'integer | number', sameMembers, `import {integer} from '@deepkit/type';`),
    ofMethod(
        'two members with one template literal',
        '{a: `x${string}`} | {a: `x${string}`; b: 1}',
        'has a union with the same template',
    ),
    ofMethod(
        'types that contain each other in a union',
        'A',
        sameMembers,
        'type A = {next: A | B}; type B = {other: A | B | null};',
    ),
    ofMethod('a branded Date', "Date & {__brand: 'Day'}", intersection),
    ofMethod('NonNullable of a class', 'NonNullable<Date | null>', intersection),
    ofMethod('a property in two objects', '{a: string} & {a: "x"}', `${intersection}objects that declare the same`),
    ofMethod('two primitives', "string & 'a'", intersection),
    ofMethod(
        'a constraint on a constraint',
        'MaxLength<5> & Name',
        'adds a constraint to a type that has constraints already',
        `import {MaxLength, MinLength} from '@deepkit/type'; type Name = string & MinLength<2>;`,
    ),
    ofMethod(
        'typeof',
        'typeof settings',
        'uses a `typeof`, which Deepkit infers from the value',
        'const settings: {a: string | number} = {a: 1};',
    ),
    ofMethod(
        'a conditional type',
        'If<string>',
        `uses \`If\`, in which there is ${computed}`,
        'type If<T> = T extends string ? 1 : 2;',
    ),
    ofMethod(
        'a mapped type',
        'Flags<{a: 1}>',
        `uses \`Flags\`, in which there is ${computed}`,
        'type Flags<T> = {[K in keyof T]?: boolean};',
    ),
    ofMethod(
        'a utility type of the program',
        "Exclude<'a', 'a'>",
        `uses \`Exclude\`, in which there is ${computed}`,
        'type Exclude<T, U> = T extends U ? T : 1;',
    ),
    ofMethod('an indexed type', "User['tags']", `uses ${computed}`, 'interface User {tags?: string[]}'),
    ofMethod('keyof', 'keyof User', `uses ${computed}`, 'interface User {1: string; b: string}'),
    ofParam('Uppercase', "Uppercase<'a'>", `parameter \`value\` ${never}`),
    {
        name: 'a rest of arrays',
        route: '(ctx: unknown, ...lists: string[][]): void => {}',
        problems: ['users/get: parameter `lists[]` is the rest of a list'],
    },
    {
        name: 'a rest that is a tuple',
        route: '(ctx: unknown, ...params: [string, number?]): void => {}',
        problems: ['users/get: parameter `params[]` is the rest of a list'],
    },
];

const annotations = `import {Alpha, Excluded, MapName, MaxLength, Minimum, MinLength, Pattern, Validate} from '@deepkit/type';`;

/** What Deepkit's annotations ask for and mion does not do. */
const annotated: readonly RefusedCase[] = [
    ofParam('Excluded', '{password: string & Excluded}', 'parameter `value.password` is `Excluded`', annotations),
    ofParam('MapName', "{a: string & MapName<'b'>}", 'parameter `value.a` has a `MapName`', annotations),
    ofParam(
        'a Validate function',
        'string & Validate<typeof check>',
        'parameter `value` has a `Validate` function of Deepkit',
        `${annotations} const check = (value: unknown): undefined => undefined;`,
    ),
    ofParam(
        'a pattern with flags',
        'string & Pattern<typeof anyCase>',
        'parameter `value` has a `Pattern` with flags',
        `${annotations} const anyCase = /a/i;`,
    ),
    ofParam(
        'a misplaced constraint',
        'number & MinLength<1>',
        'parameter `value` has the constraint `MinLength`, which is for strings',
        annotations,
    ),
    ofParam(
        'a misplaced bound',
        'string & Minimum<1>',
        'parameter `value` has the constraint `Min`, which is for numbers',
        annotations,
    ),
    ofParam(
        'constraints that contradict each other',
        'string & MinLength<3> & MaxLength<2>',
        'parameter `value` has the constraints `MinLength<3>` and `MaxLength<2>`',
        annotations,
    ),
    ofParam(
        'constraints of which one is unknown',
        "string & Alpha & Includes<'a'>",
        'parameter `value` has the constraint `includes` of Deepkit',
        `${annotations} import {Includes} from '@deepkit/type';`,
    ),
];

/** By what is lost or wrong. */
export const refusedCases: readonly RefusedCase[] = [...lost, ...wrong, ...annotated, ...streams];
