import {mkdirSync, realpathSync, symlinkSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import type {IndexModel, TypeModel} from '@mionkit/core';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteCall, RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const imports = `import {type CallContext, registerRoutes} from '@mionkit/router';\n`;

const drizzle = `${imports}
import {boolean, integer, jsonb, pgTable, text, timestamp} from 'drizzle-orm/pg-core';
const users = pgTable('users', {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    role: text({enum: ['admin', 'user']}).default('user').notNull(),
    bio: text(),
    created: timestamp().defaultNow().notNull(),
    active: boolean().notNull(),
    settings: jsonb().$type<{theme: 'dark' | 'light'}>(),
});
type Select = typeof users.$inferSelect;
type Insert = typeof users.$inferInsert;
registerRoutes({select: (ctx: CallContext, value: Select) => {}, insert: (ctx: CallContext, value: Insert) => {}});
`;

const zod = `${imports}
import {z} from 'zod';
const Address = z.object({street: z.string(), zip: z.string().optional()});
const User = z.object({
    id: z.uuid(),
    age: z.number().int().nullable(),
    tags: z.array(z.enum(['a', 'b'])).default([]),
    born: z.date(),
    address: Address.partial(),
    contact: z.discriminatedUnion('kind', [
        z.object({kind: z.literal('mail'), mail: z.email()}),
        z.object({kind: z.literal('phone'), number: z.string()}),
    ]),
    extra: z.record(z.string(), z.number()),
    pair: z.tuple([z.string(), z.number()]),
    big: z.bigint(),
    picked: z.set(z.string()),
});
const Category = z.object({name: z.string(), get children() { return z.array(Category); }});
const Id = z.string().brand<'Id'>();
registerRoutes({
    output: (ctx: CallContext, value: z.infer<typeof User>) => {},
    input: (ctx: CallContext, value: z.input<typeof User>) => {},
    recursive: (ctx: CallContext, value: z.infer<typeof Category>) => {},
    branded: (ctx: CallContext, value: z.infer<typeof Id>) => {},
});
`;

/** The way in which Prisma's client computes the type of a result from what was selected. */
const prisma = `${imports}
type Scalars = {User: {id: string; email: string; created: Date}; Post: {id: number; title: string}};
type Relations = {User: {posts: 'Post'}; Post: {author: 'User'}};
type Selection<M extends keyof Scalars> = {[K in keyof Scalars[M]]?: boolean} & {[K in keyof Relations[M]]?: boolean | {select: Selection<Relations[M][K] & keyof Scalars>}};
type Payload<M extends keyof Scalars, S> = {
    [K in keyof S as S[K] extends false | undefined ? never : K]: K extends keyof Scalars[M]
        ? Scalars[M][K]
        : K extends keyof Relations[M] ? Payload<Relations[M][K] & keyof Scalars, S[K] extends {select: infer N} ? N : never>[] : never;
};
declare function findMany<M extends keyof Scalars, const S extends Selection<M>>(model: M, select: S): Promise<Payload<M, S>[]>;
registerRoutes({
    find: (ctx: CallContext) => findMany('User', {email: true, created: true, id: false, posts: {select: {title: true}}}),
});
`;

const large = `${imports}
type Wide = ${Array.from({length: 1000}, (_, index) => `'literal${index}'`).join(' | ')};
type Deep = ${'{next: '.repeat(100)}string${'}'.repeat(100)};
type Pair<T> = {left: T; right: T};
type Twofold = ${'Pair<'.repeat(16)}{a: string; b: number; c: Date}${'>'.repeat(16)};
interface Endpoint { ${Array.from({length: 300}, (_, index) => `field${index}: string | number;`).join(' ')} }
registerRoutes({
    wide: (ctx: CallContext, value: Wide) => {},
    optional: (ctx: CallContext, value: Wide | undefined) => {},
    deep: (ctx: CallContext, value: Deep) => {},
    twofold: (ctx: CallContext, value: Twofold) => {},
    properties: (ctx: CallContext, value: Endpoint) => {},
});
`;

/** What is read off an object's syntax has to agree with its type. */
const literals = `${imports}
type Named = {a: number; b: Date};
type Indexed = Record<string, number> & {a: number};
interface Both {a: number; [name: string]: number}
type Box<T> = {value: T; [Symbol.toStringTag]?: string};
declare const named: Named;
declare const indexed: Indexed;
declare const both: Both;
declare const key: string;
const constant = 'constant';
const withMethod = {a: 1, get() { return 1; }, get b() { return 'b'; }};
registerRoutes({
    written: () => ({a: 1, 'b-c': 'x', nested: {named}, named}),
    computed: () => ({a: 1, [key]: 2}),
    known: () => ({a: 1, [constant]: 2}),
    spread: () => ({...named, c: 1}),
    copied: () => ({...named}),
    indexed: () => ({...indexed}),
    also: () => ({...both}),
    rest: () => { const {a, ...others} = named; return others; },
    indexedRest: () => { const {a, ...others} = both; return others; },
    box: (): Box<string> => ({value: 'x'}),
    methods: () => withMethod,
    empty: () => ({}),
});
`;

const files = {'literals.ts': literals, 'drizzle.ts': drizzle, 'zod.ts': zod, 'prisma.ts': prisma, 'large.ts': large};

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject(files);
    mkdirSync(join(project.directory, 'node_modules'));
    const require = createRequire(import.meta.url);
    for (const main of [require.resolve('zod'), require.resolve('drizzle-orm')]) {
        const installed = realpathSync(dirname(main));
        symlinkSync(installed, join(project.directory, 'node_modules', basename(installed)));
    }
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

function read(file: keyof typeof files): RouteCall {
    const {calls, diagnostics} = reader.read(files[file], file);
    expect(diagnostics).toEqual([]);
    const [call] = calls;
    if (call === undefined) throw new Error(`${file} registers nothing`);
    return call;
}

function paramOf(call: RouteCall, id: string): TypeModel | undefined {
    return call.methods.find((method) => method.id === id)?.model.params[0]?.type;
}

/** A model in one line, near to how TypeScript would write it. */
function print(model: TypeModel | undefined): string {
    switch (model?.kind) {
        case 'object': {
            const properties = model.properties.map(({name, type, optional}) => `${name}${optional ? '?' : ''}: ${print(type)}`);
            return `{${[...properties, ...(model.indexes ?? []).map(printIndex)].join('; ')}}`;
        }
        case 'union':
            return model.members.map(print).sort().join(' | ');
        case 'array':
            return `(${print(model.items)})[]`;
        case 'set':
            return `Set<${print(model.items)}>`;
        case 'tuple':
            return `[${model.elements.map(({type}) => print(type)).join(', ')}]`;
        case 'record':
            return `{${model.indexes.map(printIndex).join('; ')}}`;
        case 'literal':
            return JSON.stringify(model.value);
        case 'ref':
            return model.name;
        default:
            return String(model?.kind);
    }
}

function printIndex({keys, values}: IndexModel): string {
    return `[${print(keys)}]: ${print(values)}`;
}

test('object literals', () => {
    const {methods} = read('literals.ts');
    expect(Object.fromEntries(methods.map(({id, model}) => [id, print(model.returns)]))).toEqual({
        written: '{a: number; b-c: string; nested: {named: {a: number; b: date}}; named: {a: number; b: date}}',
        computed: '{a: number; [string]: number}',
        known: '{a: number; constant: number}',
        spread: '{a: number; b: date; c: number}',
        copied: '{a: number; b: date}',
        indexed: '{a: number; [string]: number}',
        also: '{a: number; [string]: number}',
        rest: '{b: date}',
        indexedRest: '{[string]: number}',
        box: '{value: string}',
        methods: '{a: number; b: string}',
        empty: '{}',
    });
});

test('Drizzle: $inferSelect and $inferInsert', () => {
    const call = read('drizzle.ts');
    expect(print(paramOf(call, 'select'))).toBe(
        '{active: boolean; bio: null | string; created: date; id: number; name: string; role: "admin" | "user"; settings: null | {theme: "dark" | "light"}}',
    );
    expect(print(paramOf(call, 'insert'))).toBe(
        '{active: boolean; bio?: null | string; created?: date; name: string; role?: "admin" | "user"; settings?: null | {theme: "dark" | "light"}}',
    );
});

test('Zod: z.infer and z.input', () => {
    const call = read('zod.ts');
    const common = (tags: string) =>
        `{id: string; age: null | number; ${tags}; born: date; address: {street?: string; zip?: string}; contact: {kind: "mail"; mail: string} | {kind: "phone"; number: string}; extra: {[string]: number}; pair: [string, number]; big: bigint; picked: Set<string>}`;
    expect(print(paramOf(call, 'output'))).toBe(common('tags: ("a" | "b")[]'));
    expect(print(paramOf(call, 'input'))).toContain('tags?: ');
    expect(print(paramOf(call, 'branded'))).toBe('string');
    expect(print(paramOf(call, 'recursive'))).toMatch(/^(\w+|\{name: string; children: \(\w+\)\[\]\})$/);
    expect(Object.values(call.definitions).map(print)).toEqual([
        expect.stringMatching(/^\{name: string; children: \(\w+\)\[\]\}$/),
    ]);
});

test('Prisma: a result by what was selected', () => {
    const call = read('prisma.ts');
    expect(print(call.methods[0]?.model.returns)).toBe('({email: string; created: date; posts: ({title: string})[]})[]');
});

test('a thousand literals, a hundred levels, types that double, hundreds of properties', () => {
    const call = read('large.ts');
    expect(print(paramOf(call, 'deep'))).toBe(`${'{next: '.repeat(100)}string${'}'.repeat(100)}`);
    // What is very large is a definition, so that nothing repeats it.
    expect(call.definitions.Wide).toMatchObject({kind: 'union', members: {length: 1000}});
    expect(call.definitions.Endpoint).toMatchObject({properties: {length: 300}});
    expect(JSON.stringify([call.methods, call.definitions]).length).toBeLessThan(300_000);
    // What may be absent is seen where it stands.
    expect(paramOf(call, 'optional')).toMatchObject({kind: 'union', members: expect.arrayContaining([{kind: 'undefined'}])});
});
