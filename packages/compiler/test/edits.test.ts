import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {type Compiler, type CompilerOptions, createCompiler} from '../src/compiler.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const api = `
import {registerRoutes} from '@mionkit/router';
import {orders} from './orders.ts';
import {trees} from './trees.ts';
import {users} from './users.ts';
import {routes} from './routes.ts';
registerRoutes({users, orders, trees, top: (ctx, value: boolean) => value});
registerRoutes(routes);
`;

const files = {
    'api.ts': api,
    'routes.ts': `
        import type {Routes} from '@mionkit/router';
        import {check} from './check.ts';
        import {orders} from './orders.ts';
        import {trees} from './trees.ts';
        import {users} from './users.ts';
        export const routes = {
            /** Looks at all of them. */
            check,
            users,
            bought: orders,
            'trees': trees,
            top: (ctx, value: boolean) => value,
        } satisfies Routes;
    `,
    'either.ts': `
        const one = {get: (ctx: unknown, id: string) => id};
        const other = {list: (ctx: unknown, count: number) => count};
        export const either = Math.random() > 2 ? one : other;
    `,
    'check.ts': 'export const check = {hook: (ctx: unknown, key: string): void => {}};',
    'shared.ts': 'export interface Shared {id: string; state: "on" | "off"; seen: Date}',
    'users.ts': `
        import type {Routes} from '@mionkit/router';
        import type {Shared} from './shared.ts';
        export const users = {get: (ctx, user: Shared) => ({...user}), list: (ctx, ids: string[]): Shared[] => []} satisfies Routes;
    `,
    'orders.ts': `
        import type {Routes} from '@mionkit/router';
        import {Money} from './money.ts';
        import type {Shared} from './shared.ts';
        export const orders = {add: (ctx, by: Shared, price: Money) => price, count: (ctx) => 1} satisfies Routes;
    `,
    'trees.ts': `
        import type {Routes} from '@mionkit/router';
        import type {Tree} from './tree.ts';
        export const trees = {
            /** Puts a tree. */
            put: (ctx, tree: Tree) => tree.label,
            get: (ctx): Tree | null => null,
        } satisfies Routes;
    `,
    'tree.ts': 'export interface Tree {label: string; children: Tree[]}',
    'money.ts': 'export interface Money {cents: number}',
};

const codec = (wire: string) => `
    import type {Codec} from '@mionkit/core';
    export class Money { private readonly secret = 1; }
    declare module '@mionkit/core' { interface Codecs { Money: Codec<Money, ${wire}> } }
`;

const narrowed = (property: string) => `
    import {either} from './either.ts';
    if (!('${property}' in either)) throw new Error();
    export const routes = {either};
`;

/** Each is done to the files as the ones before left them. */
const edits: readonly (readonly [name: string, file: keyof typeof files, text: string])[] = [
    ['a type that two groups share', 'shared.ts', 'export interface Shared {id: string; state: "on"; seen: Date; level: number}'],
    ['the order of its properties', 'shared.ts', 'export interface Shared {level: number; seen: Date; state: "on"; id: string}'],
    ['a definition that refers to itself', 'tree.ts', 'export interface Tree {label: Date; children: Tree[]}'],
    [
        'a definition that refers to another',
        'tree.ts',
        'export interface Tree {label: Date; nodes: Node[]} interface Node {tree?: Tree}',
    ],
    ['a definition that is none any more', 'tree.ts', 'export interface Tree {label: string}'],
    ['a description', 'trees.ts', files['trees.ts'].replace('Puts a tree', 'Plants a tree')],
    ['a description of a property', 'tree.ts', 'export interface Tree {\n/** What it is called. */\nlabel: string}'],
    ['a class that gets a codec', 'money.ts', codec('{cents: number}')],
    ['the wire form of a codec', 'money.ts', codec('string')],
    ['an interface again', 'money.ts', files['money.ts']],
    ['a description of a hook, in the tree', 'routes.ts', files['routes.ts'].replace('Looks at', 'Checks')],
    ['what a hook takes', 'check.ts', files['check.ts'].replace('key: string', 'key: number')],
    ['another variable for a group', 'routes.ts', files['routes.ts'].replace('bought: orders', 'bought: users')],
    ['a tree that only its type tells', 'routes.ts', files['routes.ts'].replace('users,', '...{users},')],
    ['a type of its own for the tree', 'routes.ts', files['routes.ts'].replace('routes =', 'routes: {users: typeof users} =')],
    ['a group whose type is narrower in the tree', 'routes.ts', narrowed('get')],
    ['the same group, narrowed to another type', 'routes.ts', narrowed('list')],
    ['the tree as it was', 'routes.ts', files['routes.ts']],
    ['a group that is gone', 'api.ts', api.replace('{users, ', '{')],
    ['groups in another order', 'api.ts', api.replace('users, orders, trees', 'trees, users, orders')],
    ['a group under another name', 'api.ts', api.replace(' orders,', ' renamed: orders,')],
    ['an error of TypeScript', 'shared.ts', 'export interface Shared {id: Missing}'],
    ['what it was at first', 'shared.ts', files['shared.ts']],
];

/** Together all that can be generated. Descriptions are in the metadata only. */
const options: readonly CompilerOptions[] = [{metadata: true, validateReturn: true}, {unknownProperties: 'reject'}];

let project: FixtureProject;
let compilers: readonly Compiler[];
let text = api;

beforeAll(() => {
    project = createFixtureProject(files);
    compilers = options.map((each) => createCompiler({cwd: project.directory, ...each}));
    for (const compiler of compilers) compile(compiler);
});

afterAll(() => {
    for (const compiler of compilers) compiler.close();
    project.remove();
});

function compile(compiler: Compiler): string {
    try {
        return compiler.transform(text, join(project.directory, 'api.ts'))?.code ?? 'no routes';
    } catch (error) {
        return String(error);
    }
}

/** What a compiler says that has never seen anything else. */
function compileAnew(each: CompilerOptions): string {
    const compiler = createCompiler({cwd: project.directory, ...each});
    try {
        return compile(compiler);
    } finally {
        compiler.close();
    }
}

test.each(edits)('after an edit the code is that of a new compiler: %s', (name, file, edited) => {
    const before = compilers.map(compile);
    if (file === 'api.ts') text = edited;
    writeFileSync(join(project.directory, file), edited);
    for (const compiler of compilers) compiler.changed([join(project.directory, file)]);
    const after = compilers.map(compile);
    expect(after).toEqual(options.map(compileAnew));
    const isChanged = after.map((code, index) => code !== before[index]);
    expect(isChanged).toEqual([true, !name.startsWith('a description')]);
});
