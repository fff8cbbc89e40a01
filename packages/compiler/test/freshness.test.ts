import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {FileRoutes, RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const routes = `
import {registerRoutes} from '@mionkit/router';
import {orders} from './orders.ts';
import {users} from './users.ts';
registerRoutes({users, orders, top: (ctx, value: boolean) => value});
`;

const files = {
    'tsconfig.json': JSON.stringify(fixtureTsconfig),
    'routes.ts': routes,
    'users.ts': `
        import type {Routes} from '@mionkit/router';
        import {findUser} from './database.ts';
        import type {User} from './user.ts';
        export const users = {create: (ctx, user: User) => user.id, find: (ctx, id: string) => findUser(id)} satisfies Routes;
    `,
    'user.ts': 'export interface User {id: string}',
    'database.ts': `export const findUser = (id: string) => ({id, found: true});`,
    'orders.ts': `
        import type {Routes} from '@mionkit/router';
        export interface Tree {children: Tree[]}
        export const orders = {add: (ctx, tree: Tree, extra: Extra) => {}, setting: (ctx, setting: Setting) => {}} satisfies Routes;
    `,
    'globals.d.ts': 'interface Extra {a: string}',
    'augments.ts': 'export {}; declare global { interface Setting {on: boolean} }',
};

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject(files);
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

/** The names of the properties of a method's first param, or of its result. */
function propertiesOf({calls}: FileRoutes, id: string, part: 'param' | 'result' = 'param'): string[] {
    const model = calls[0]?.methods.find((method) => method.id === id)?.model;
    const type = part === 'param' ? model?.params[0]?.type : model?.returns;
    return type?.kind === 'object' ? type.properties.map(({name}) => name) : [];
}

function read(code = routes): FileRoutes {
    return reader.read(code, 'routes.ts');
}

function edit(name: string, text: string): void {
    writeFileSync(join(project.directory, name), text);
    reader.changed([name]);
}

/** What a compiler says that has never seen anything else. */
function readAnew(code = routes): FileRoutes {
    const other = createRouteReader({cwd: project.directory});
    try {
        return other.read(code, 'routes.ts');
    } finally {
        other.close();
    }
}

test('dependencies are the imports, direct or not, the declarations beside them, and the tsconfig', () => {
    const names = read().dependencies.map((path) => relative(project.directory, path));
    const own = names.filter((name) => !name.startsWith('..')).sort();
    expect(own).toEqual(['database.ts', 'globals.d.ts', 'orders.ts', 'tsconfig.json', 'user.ts', 'users.ts']);
    expect(names.some((name) => name.includes('node_modules'))).toBe(false);
});

test('an edit in a file that a type comes from', () => {
    read();
    edit('user.ts', 'export interface User {id: string; age: number}');
    expect(propertiesOf(read(), 'users/create')).toEqual(['id', 'age']);
});

test('an edit in a file that an inferred result comes from', () => {
    expect(propertiesOf(read(), 'users/find', 'result')).toEqual(['id', 'found']);
    edit('database.ts', 'export const findUser = (id: string) => ({id, at: new Date()});');
    expect(propertiesOf(read(), 'users/find', 'result')).toEqual(['id', 'at']);
});

test('an edit in a file of declarations, which nobody imports', () => {
    read();
    edit('globals.d.ts', 'interface Extra {a: string; b: string}');
    const extra = read().calls[0]?.methods.find(({id}) => id === 'orders/add')?.model.params[1]?.type;
    expect(extra).toMatchObject({properties: [{name: 'a'}, {name: 'b'}]});
});

test('an edit in a module that declares globals, which nobody imports', () => {
    expect(propertiesOf(read(), 'orders/setting')).toEqual(['on']);
    edit('augments.ts', 'export {}; declare global { interface Setting {on: boolean; level: number} }');
    expect(propertiesOf(read(), 'orders/setting')).toEqual(['on', 'level']);
});

test('a file that is newer than all else, and uses what nobody imports', () => {
    read();
    const code = `import {registerRoutes} from '@mionkit/router';\nregisterRoutes({get: (ctx, setting: Setting) => {}});\n`;
    writeFileSync(join(project.directory, 'new.ts'), code);
    const made = reader.read(code, 'new.ts');
    expect(made.diagnostics).toEqual([]);
    expect(propertiesOf(made, 'get')).toContain('on');
    rmSync(join(project.directory, 'new.ts'));
});

test('the text that a bundler hands over stands in place of the file', () => {
    const code = routes.replace('value: boolean', 'value: {inMemory: true}');
    expect(propertiesOf(read(code), 'top')).toEqual(['inMemory']);
    expect(propertiesOf(read(), 'top')).toEqual([]);
    expect(read().calls[0]?.methods.at(-1)?.model.params[0]?.type).toEqual({kind: 'boolean'});
});

test('a file that is missing, made and removed', () => {
    edit('user.ts', `export type {User} from './later.ts';`);
    expect(
        read()
            .diagnostics.map(({message}) => message)
            .join(),
    ).toContain(`Cannot find module './later.ts'`);
    expect(read().dependencies).toContain(join(project.directory, 'later.ts'));
    edit('later.ts', 'export interface User {id: string; later: string}');
    const made = read();
    expect(made.diagnostics).toEqual([]);
    expect(propertiesOf(made, 'users/create')).toEqual(['id', 'later']);
    rmSync(join(project.directory, 'later.ts'));
    reader.changed(['later.ts']);
    expect(read().diagnostics.length).toBeGreaterThan(0);
    edit('user.ts', files['user.ts']);
    expect(read().diagnostics).toEqual([]);
});

test('an error that comes and goes in a file that was correct', () => {
    read();
    edit('user.ts', 'export interface User {id: string; names: Record<keyof Missing, string>}');
    // Also the second time, when nothing changed.
    for (const diagnostics of [read().diagnostics, read().diagnostics]) {
        expect(diagnostics.map(({message}) => message)).toEqual([expect.stringContaining(`Cannot find name 'Missing'`)]);
    }
    edit('user.ts', 'export interface User {id: string; age: number}');
    expect(read().diagnostics).toEqual([]);
});

test('an edit of the tsconfig', () => {
    edit('tsconfig.json', JSON.stringify({compilerOptions: {...fixtureTsconfig.compilerOptions, strict: false}}));
    expect(
        read()
            .diagnostics.map(({message}) => message)
            .join(),
    ).toContain('`strictNullChecks` is off');
    edit('tsconfig.json', files['tsconfig.json']);
    expect(read().diagnostics).toEqual([]);
});

test('changes without names', () => {
    read();
    writeFileSync(join(project.directory, 'user.ts'), `export type {User} from './unnamed.ts';`);
    writeFileSync(join(project.directory, 'unnamed.ts'), 'export interface User {id: string; unnamed: string}');
    reader.changed();
    expect(propertiesOf(read(), 'users/create')).toEqual(['id', 'unnamed']);
});

test('after all these edits the result is that of a new compiler', () => {
    expect(read()).toEqual(readAnew());
});

/** Writes a file for a quarter of a second, again and again, each time with another number for `#`. */
const writer = `
    import {writeFileSync} from 'node:fs';
    const [path, text] = process.argv.slice(1);
    const lock = new Int32Array(new SharedArrayBuffer(4));
    for (let n = 0, end = Date.now() + 250; Date.now() < end; n++) {
        writeFileSync(path, text.replaceAll('#', n));
        Atomics.wait(lock, 0, 0, Math.random() * 25);
    }
`;

describe('edits while TypeScript reads the files', () => {
    test.each([
        ['types', 'user.ts', 'export interface User {id: string; v#: string}', 'users/create'],
        ['global declarations', 'augments.ts', 'export {}; declare global { interface Setting {v#: boolean} }', 'orders/setting'],
        ['routes', 'routes.ts', routes.replace('value: boolean', 'value: {v#: true}'), 'top'],
    ])('%s are not taken for those of another text', async (_, name, text, id) => {
        const path = join(project.directory, name);
        const readOnce = (paths?: string[]) => {
            const code = readFileSync(join(project.directory, 'routes.ts'), 'utf8');
            reader.changed(paths);
            const found = propertiesOf(read(code), id);
            const [expected] = /\bv\d+/.exec(name === 'routes.ts' ? code : readFileSync(path, 'utf8')) ?? [];
            return {found, expected};
        };
        for (let round = 0; round < 6; round++) {
            const child = spawn(process.execPath, ['--input-type=module', '-e', writer, path, text], {stdio: 'inherit'});
            const ended = once(child, 'exit');
            for (let turn = 0; child.exitCode === null; turn++) {
                const {found, expected} = readOnce(turn % 2 === 0 ? [path] : undefined);
                // What a bundler hands over is what counts for it, whatever the file says meanwhile.
                if (name === 'routes.ts' && expected !== undefined) expect(found).toEqual([expected]);
                await nextTurn();
            }
            expect(await ended).toEqual([0, null]);
            const {found, expected} = readOnce([path]);
            expect(expected).toBeDefined();
            expect(found).toContain(expected);
        }
        edit(name, files[name as keyof typeof files]);
    });
});
