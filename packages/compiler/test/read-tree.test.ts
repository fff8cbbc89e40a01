import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {MethodSource} from '@mionkit/reflection/generator';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

interface Case {
    readonly code: string;
    /** Id, kind and params, shortly: `users/create route(user, age?, ...tags)`; with `?` in front when the property is optional. */
    readonly methods: readonly string[];
}

const imports = `import {type CallContext, createRouter, registerRoutes, type Routes} from '@mionkit/router';\n`;

const cases: Readonly<Record<string, Case>> = {
    'every kind of item': {
        code: `const routes = {
            auth: {headerName: 'authorization', hook: (ctx, token: string): void => {}},
            check: {hook: (ctx, key: string): void => {}, runOnError: true},
            raw: {rawHook: (ctx, req, res) => {}},
            plain: (ctx, id: string) => id,
            options: {route: (ctx, id: string) => id, readOnly: true},
        } satisfies Routes;
        registerRoutes(routes);`,
        methods: ['auth headersHook(token)', 'check hook(key)', 'raw rawHook()', 'plain route(id)', 'options route(id)'],
    },
    'nested groups, in the order of the properties': {
        code: `registerRoutes({b: {z: () => 1, a: {c: () => 1}}, a: () => 1});`,
        methods: ['b/z route()', 'b/a/c route()', 'a route()'],
    },
    'spreads, and trees built by functions': {
        code: `const crud = <T,>(item: T) => ({get: (ctx: CallContext, id: string) => item, put: (ctx: CallContext, value: T) => {}});
        const users = crud({name: 'x'});
        registerRoutes({...users, orders: {...crud(1), put: (ctx: CallContext, order: string) => {}}});`,
        methods: ['get route(id)', 'put route(value)', 'orders/get route(id)', 'orders/put route(order)'],
    },
    'optional properties, and what is inside them': {
        code: `declare const isDev: boolean;
        registerRoutes({...(isDev ? {debug: () => 1, tools: {reset: () => 2}} : {}), a: () => 1});`,
        methods: ['?debug route()', '?tools/reset route()', 'a route()'],
    },
    'optional, default and rest params': {
        code: `registerRoutes({a: (ctx: CallContext, a: string, b?: number, c = true, ...d: string[]) => 1});`,
        methods: ['a route(a, b?, c?, ...d)'],
    },
    'a rest param that is a tuple': {
        code: `registerRoutes({a: (...all: [ctx: CallContext, id: string, n?: number, ...rest: boolean[]]) => 1});`,
        methods: ['a route(id, n?, ...rest)'],
    },
    'destructured params': {
        code: `registerRoutes({a: (ctx: CallContext, {x}: {x: string}, [y]: number[]) => [x, y]});`,
        methods: ['a route(param1, param2)'],
    },
    'declared functions, methods and imported handlers': {
        code: `import {handler} from './imported.ts';
        function declared(ctx: CallContext, id: string) { return id; }
        registerRoutes({declared, handler, method(ctx: CallContext, m: number) { return m; }});`,
        methods: ['declared route(id)', 'handler route(value)', 'method route(m)'],
    },
    'trees that variables hold, here and in other files': {
        code: `import imported, {handler, users as people} from './imported.ts';
        import * as all from './imported.ts';
        const own = {nested: {deep: (ctx, id: string) => id}, inline: (ctx, count: number) => count} satisfies Routes;
        let tree = (({'users': people, handler, renamed: handler, own, all, check: {hook: (ctx, key: string): void => {}}}) satisfies Routes);
        registerRoutes((tree satisfies Routes));
        registerRoutes(imported);
        registerRoutes({handler, own, mine: people});`,
        methods: [
            ...['users/get route(id)', 'handler route(value)', 'renamed route(value)', 'own/nested/deep route(id)'],
            ...[
                'own/inline route(count)',
                'all/handler route(value)',
                'all/users/get route(id)',
                'all/default/people/get route(id)',
            ],
            ...['check hook(key)', 'people/get route(id)', 'handler route(value)', 'own/nested/deep route(id)'],
            ...['own/inline route(count)', 'mine/get route(id)'],
        ],
    },
    'trees whose properties only the type tells': {
        code: `import {handler, users} from './imported.ts';
        const top = 'top';
        const annotated: {users: {get: (ctx: CallContext, key: string) => string}} = {users: {get: () => 'x'}};
        registerRoutes({[top]: handler, users});
        registerRoutes({get users() { return users; }, handler() { return 1; }});
        registerRoutes(annotated);
        registerRoutes(Math.random() > 2 ? {users} : {users});
        registerRoutes({users, handler} as {handler: typeof handler});`,
        methods: [
            ...['top route(value)', 'users/get route(id)', 'users/get route(id)', 'handler route()'],
            ...['users/get route(key)', 'users/get route(id)', 'handler route(value)'],
        ],
    },
    'a router of its own': {
        code: `const router = createRouter(); router.registerRoutes({a: () => 1});`,
        methods: ['a route()'],
    },
    'other names for the function': {
        code: `import {registerRoutes as renamed} from '@mionkit/router';
        import * as mion from '@mionkit/router';
        const {registerRoutes: taken} = createRouter();
        renamed({a: () => 1}); mion.registerRoutes({b: () => 1}); taken({c: () => 1}); mion['registerRoutes']({d: () => 1});`,
        methods: ['a route()', 'b route()', 'c route()', 'd route()'],
    },
    'parentheses, non-null assertions, casts and optional calls': {
        code: `const router = createRouter();
        declare const perhaps: {readonly router: typeof router} | undefined;
        declare const part: Partial<typeof router>;
        (registerRoutes)({a: () => 1}); registerRoutes!({b: () => 1}); (router.registerRoutes)({c: () => 1});
        ((router).registerRoutes!)!({d: () => 1}); router!.registerRoutes({e: () => 1}); (mion['registerRoutes'])({f: () => 1});
        router.registerRoutes?.({g: () => 1}); perhaps?.router.registerRoutes({h: () => 1}); perhaps?.router.registerRoutes!({i: () => 1});
        part.registerRoutes?.({j: () => 1}); part.registerRoutes!({k: () => 1}); perhaps!.router!.registerRoutes({l: () => 1});
        (registerRoutes as any)({m: () => 1}); (<any>registerRoutes)({n: () => 1}); (router.registerRoutes satisfies unknown)({o: () => 1});
        import * as mion from '@mionkit/router';`,
        methods: [...'abcdefghijklmno'].map((name) => `${name} route()`),
    },
    'other uses of the function': {
        code: `export {registerRoutes} from '@mionkit/router';
        export type Register = typeof registerRoutes;
        declare const expect: (value: unknown) => void;
        declare const compiled: Parameters<typeof registerRoutes>[1];
        const router = createRouter();
        const original = router.registerRoutes;
        type Args = Parameters<typeof registerRoutes>;
        expect(registerRoutes);
        export const mocks = {
            registerRoutes,
            passOn: (...args: Args) => original.apply(router, args),
            spread: (...args: Args) => original.call(router, ...args),
            both: (tree: Routes) => [original.call(router, tree, compiled), original.apply(router, [tree, compiled])],
        };
        const own = {registerRoutes: (tree: object) => tree};
        own.registerRoutes.call(own, {a: () => 1});`,
        methods: [],
    },
    "functions of that name that are not mion's": {
        code: `function other() { const registerRoutes = (routes: object) => routes; registerRoutes({a: () => 1}); }`,
        methods: [],
    },
    'calls with compiled routes already': {
        code: `registerRoutes({a: () => 1}, {version: 2, methods: {}});`,
        methods: [],
    },
};

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject({
        'imported.ts': `
            export const handler = (ctx: unknown, value: Date) => value;
            export const users = {get: (ctx: unknown, id: string) => id};
            const tree = {people: users};
            export default tree;
        `,
    });
    for (const [index, {code}] of Object.values(cases).entries()) project.write(`case${index}.ts`, imports + code);
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

describe('the tree given to registerRoutes is read from its type', () => {
    test.each(Object.entries(cases).map(([name, each], index) => ({name, ...each, index})))('$name', ({code, methods, index}) => {
        const {calls, diagnostics} = reader.read(imports + code, `case${index}.ts`);
        expect(diagnostics).toEqual([]);
        expect(calls.flatMap((call) => call.methods.map(describeMethod))).toEqual(methods);
        // Once more, now that what can be kept is kept. Definitions were lost here, because they are kept as groups are.
        expect(reader.read(imports + code, `case${index}.ts`).calls).toEqual(calls);
    });
});

const values: Readonly<Record<string, string>> = {
    'a function': '(ctx, id: string) => id',
    'a declared function': 'declared',
    'a definition': '{hook: (ctx, key: string): void => {}, runOnError: true}',
    'a definition of a header hook': "{headerName: 'x-key', hook: (ctx, key: string): void => {}}",
    'a group': '{get: (ctx, id: string) => id, inner: {put: (ctx, value: Date): void => {}}}',
    'a group of a variable': 'group',
    'a group of a generic function': 'crud(new Date())',
    'a group that is imported': 'users',
    'a group of a namespace': 'all.users',
    'a module': 'all',
    'a group in parentheses': '(group)',
    'a group that is asserted': 'perhaps!',
    'a group that is cast': 'group as {get: typeof group.get}',
    'a constant group': '({get: () => 1}) as const',
    'a spread group': '{...group, ...users}',
    'a variable that can change': 'changing',
    'one of two groups': 'Math.random() > 2 ? group : users',
    'one of two variables': 'either',
    'a group that may be absent': 'perhaps',
    nothing: 'undefined',
    'a string': "'text'",
    any: 'anything',
    'a type that is missing': 'missing',
    'a variable that is missing': 'nowhere',
    'an instance of a class': 'new Service()',
    'a class': 'Service',
    'a member of an enum': 'Level.high',
    'an interface': 'declaredGroup',
    'an index signature': 'record',
    'a function with overloads': 'overloaded',
    'a generic function': 'crud',
    'an intersection': 'both',
};

describe('a tree whose types are asked for one by one is read as one whose type is asked for as a whole', () => {
    const context = `${imports}import * as all from './imported.ts'; import {users} from './imported.ts';
    function declared(ctx: CallContext, id: string) { return id; }
    const group = {get: (ctx: CallContext, id: string) => id};
    const crud = <T,>(item: T) => ({get: (ctx: CallContext, id: string) => item, put: (ctx: CallContext, value: T) => {}});
    declare const perhaps: typeof group | undefined;
    declare const either: typeof group | typeof users;
    declare const anything: any;
    declare const missing: {get: (ctx: CallContext, id: Missing) => string};
    declare const record: Record<string, () => number>;
    declare const both: typeof group & {put: (ctx: CallContext, id: string) => void};
    declare function overloaded(ctx: CallContext, id: string): string;
    declare function overloaded(ctx: CallContext, id: number): number;
    interface Declared { get(ctx: CallContext, id: string): string }
    declare const declaredGroup: Declared;
    class Service { get(ctx: CallContext, id: string) { return id; } }
    enum Level { low, high }
    let changing = {get: (ctx: CallContext, id: string): unknown => id};
    changing = users;
    `;
    const typed = (value: string) => `const tree = {before: users, value: ${value}, after: group} satisfies Routes;`;
    const untyped = (value: string) => `const tree = {before: users, value: ${value}, after: group};`;
    const writings = Object.entries({typed, untyped}).flatMap(([how, write]) =>
        Object.entries(values).map(([what, value]) => ({name: `${what}, ${how}`, code: context + write(value)})),
    );
    const read = (code: string) => {
        const {calls, diagnostics} = reader.read(code, 'writings.ts');
        const own = diagnostics.filter(({message}) => !message.startsWith('TypeScript reports'));
        return {
            calls: calls.map(({methods, definitions}) => ({methods, definitions})),
            problems: own.map(({message}) => message),
        };
    };

    test.each(writings)('$name', ({code}) => {
        const oneByOne = read(`${code} registerRoutes(tree);`);
        expect(oneByOne).toEqual(read(`${code} const same = <T,>(value: T) => value; registerRoutes(same(tree));`));
        expect(oneByOne.calls.flatMap(({methods}) => methods.map(({id}) => id))).toEqual(
            expect.arrayContaining(['before/get', 'after/get']),
        );
    });
});

test('a tree in JavaScript has the properties that are assigned to it', () => {
    const code = `import {registerRoutes} from '@mionkit/router';
    const routes = {};
    routes.later = (ctx, /** @type {string} */ id) => id;
    registerRoutes(routes);`;
    project.write('js/tsconfig.json', JSON.stringify({compilerOptions: {...fixtureTsconfig.compilerOptions, allowJs: true}}));
    project.write('js/expando.js', code);
    const {calls} = reader.read(code, 'js/expando.js');
    expect(calls.flatMap((call) => call.methods.map(describeMethod))).toEqual(['later route(id)']);
});

test('a call is on the same router, however it is written', () => {
    const code = `import {createRouter} from '@mionkit/router';
    const router = createRouter();
    router.registerRoutes({a: () => 1}); (router.registerRoutes)({b: () => 1}); router!.registerRoutes!({c: () => 1});
    (router)?.registerRoutes({d: () => 1});`;
    project.write('one-router.ts', code);
    const routers = reader.read(code, 'one-router.ts').calls.map(({router}) => router);
    expect(routers).toEqual(Array(4).fill(routers[0]));
    expect(routers[0]).toContain('one-router.ts');
});

function describeMethod({id, kind, optional, model}: MethodSource): string {
    const params = model.params.map((param) => `${param.rest ? '...' : ''}${param.name}${param.optional ? '?' : ''}`);
    return `${optional ? '?' : ''}${id} ${kind}(${params.join(', ')})`;
}
