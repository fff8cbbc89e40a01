// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const hook = 'hook: (ctx: CallContext, token: string): void => {}';

/** By where the name is written: a hook, the declarations before it, and the name that is found. */
const cases: Readonly<Record<string, {hook: string; before?: string; name: string | undefined}>> = {
    'in the hook': {hook: `{headerName: 'authorization', ${hook}}`, name: 'authorization'},
    'in the hook, in another case': {hook: `{headerName: 'X-Api-Key', ${hook}}`, name: 'X-Api-Key'},
    'as a constant': {before: `const constant = 'x-a';`, hook: `{headerName: constant, ${hook}}`, name: 'x-a'},
    'as a constant of its own name': {before: `const headerName = 'x-b';`, hook: `{headerName, ${hook}}`, name: 'x-b'},
    'in another file': {before: `import {imported} from './names.ts';`, hook: `{headerName: imported, ${hook}}`, name: 'x-c'},
    'in an object of constants': {
        before: `const headers = {tenant: 'x-d'} as const;`,
        hook: `{headerName: headers.tenant, ${hook}}`,
        name: 'x-d',
    },
    'in an enum': {before: `enum Header {Tenant = 'x-e'}`, hook: `{headerName: Header.Tenant, ${hook}}`, name: 'x-e'},
    'in a hook that a variable holds': {
        before: `const held = {headerName: 'x-f', ${hook}};`,
        hook: 'held',
        name: 'x-f',
    },
    'in what is spread': {before: `const options = {headerName: 'x-g'};`, hook: `{...options, ${hook}}`, name: 'x-g'},
    'for the helper': {hook: `headersHook('x-h', (ctx: CallContext, token: string): void => {})`, name: 'x-h'},
    'in the type': {
        before: `declare const typed: {headerName: 'x-i'; hook(ctx: CallContext): string};`,
        hook: 'typed',
        name: 'x-i',
    },
    'as a template': {hook: `{headerName: \`x-j\`, ${hook}}`, name: 'x-j'},
    'nowhere: any text': {before: `declare const anyText: string;`, hook: `{headerName: anyText, ${hook}}`, name: undefined},
    'nowhere: one of two': {
        before: `declare const isOld: boolean;`,
        hook: `{headerName: isOld ? 'x-k' : 'x-l', ${hook}}`,
        name: undefined,
    },
    'nowhere: a declared hook': {
        before: `declare const declaredHook: {headerName: string; hook(ctx: CallContext): string};`,
        hook: 'declaredHook',
        name: undefined,
    },
};

const code = `import {type CallContext, headersHook, registerRoutes, type Routes} from '@mionkit/router';
${Object.values(cases)
    .map(({before}) => before ?? '')
    .join('\n')}
const routes = {
${Object.values(cases)
    .map((each, index) => `    hook${index}: ${each.hook},`)
    .join('\n')}
    body: {${hook}},
    plain: () => 1,
} satisfies Routes;
registerRoutes(routes);
`;

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject({'names.ts': `export const imported = 'x-c';`, 'routes.ts': code, 'routers.ts': routers});
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

describe('the name of a header is found', () => {
    test.each(Object.entries(cases).map(([title, {name}], index) => [title, index, name] as const))('%s', (_, index, name) => {
        const {calls, diagnostics} = reader.read(code, 'routes.ts');
        expect(diagnostics.map(({message}) => message)).toEqual([]);
        const found = calls[0]?.methods.find(({id}) => id === `hook${index}`);
        expect(found).toMatchObject({kind: 'headersHook'});
        expect(found?.headerName).toBe(name);
    });

    test('only of header hooks', () => {
        const methods = reader.read(code, 'routes.ts').calls[0]?.methods.slice(-2);
        expect(methods?.map(({id, headerName}) => [id, headerName])).toEqual([
            ['body', undefined],
            ['plain', undefined],
        ]);
    });
});

const routers = `import * as mion from '@mionkit/router';
import {addStartHooks, createRouter, initRouter, registerRoutes} from '@mionkit/router';
const own = createRouter();
const other = createRouter();
const initial = initRouter({});
const start = {start: {hook: (ctx: mion.CallContext): void => {}}};
registerRoutes({a: () => 1});
addStartHooks(start);
mion.registerRoutes({b: () => 1});
initial.registerRoutes({c: () => 1});
own.registerRoutes({d: () => 1});
own.addEndHooks(start);
other.registerRoutes({e: () => 1});
`;

test('which calls are on the same router', () => {
    const {calls, diagnostics} = reader.read(routers, 'routers.ts');
    expect(diagnostics.map(({message}) => message)).toEqual([]);
    expect(calls.map(({functionName}) => functionName)).toEqual([
        ...['registerRoutes', 'addStartHooks', 'registerRoutes', 'registerRoutes'],
        ...['registerRoutes', 'addEndHooks', 'registerRoutes'],
    ]);
    const names = [...new Set(calls.map(({router}) => router))];
    expect(calls.map(({router}) => names.indexOf(router))).toEqual([0, 0, 0, 0, 1, 1, 2]);
    expect(names[0]).toBe('');
});
