/** Code that doesn't compile. */
interface FailLoudlyCase {
    /** Stands behind one line of imports. */
    readonly code: string;
    /** Every problem that is reported, with its place. What other packages word is cut: TypeScript's texts, the router's options. */
    readonly problems: readonly string[];
}

/** By what is wrong. */
export const failLoudlyCases: Readonly<Record<string, FailLoudlyCase>> = {
    'a tree annotated with Routes': {
        code: `const routes: Routes = {a: () => 1};
registerRoutes(routes);`,
        problems: [
            `3:16 the tree is annotated with mion's own type, so the types of its functions are lost. Write \`satisfies Routes\` behind the tree instead of \`: Routes\`.`,
        ],
    },
    'a group annotated with Routes': {
        code: `const users: Routes = {a: () => 1};
registerRoutes({users, b: () => 1});`,
        problems: [
            `3:17 \`users\` is annotated with mion's own type, so the types of its functions are lost. Write \`satisfies Routes\` behind the tree instead of \`: Routes\`.`,
        ],
    },
    'a tree with an index signature': {
        code: `declare const routes: Record<string, (ctx: CallContext) => string>;
registerRoutes(routes);`,
        problems: [
            '3:16 the tree has an index signature, so what it registers is unknown. Write `satisfies Routes` behind the tree instead of annotating it.',
        ],
    },
    'a tree that is any': {
        code: `declare const routes: any;
registerRoutes(routes);`,
        problems: ['3:16 the tree is `any`, so what it registers is unknown. Give it a type, or let TypeScript infer it.'],
    },
    'a tree that could not be resolved': {
        code: `import {routes} from './nowhere.ts';
registerRoutes(routes);`,
        problems: [
            `2:22 TypeScript reports TS2307`,
            '3:16 the tree could not be resolved by TypeScript. Correct the error that TypeScript reports for it.',
        ],
    },
    'a generic helper': {
        code: `function register<T extends Routes>(routes: T) { return registerRoutes(routes); }
register({a: () => 1});`,
        problems: [
            '2:72 the tree has the type parameter `T` for a type, so what it registers is unknown. Call the function where the tree is written, not in a generic helper.',
        ],
    },
    'one of two trees': {
        code: `declare const isDev: boolean;
registerRoutes(isDev ? {a: () => 1} : {b: () => 2});`,
        problems: [
            '3:16 the tree can be one of several things (`{ a: () => number; } | { b: () => number; }`), and only one can be compiled. Write the condition inside a handler, or spread what is optional into the tree.',
        ],
    },
    'spread arguments': {
        code: `const args: [{a: () => number}] = [{a: () => 1}];
registerRoutes(...args);`,
        problems: ['3:16 `registerRoutes` is called with spread arguments, so its tree is unknown. Pass the tree itself.'],
    },
    'calls through call and apply': {
        code: `registerRoutes.call(undefined, {a: () => 1});
(registerRoutes).apply(null, [{a: () => 1}]);
addStartHooks.call(undefined, {log: {hook: () => {}}});`,
        problems: [
            `2:1 \`registerRoutes\` is called through its \`call\` or \`apply\`, so mion can't give it the compiled routes. Write \`registerRoutes(…)\`, or \`router.registerRoutes(…)\`.`,
            `3:1 \`registerRoutes\` is called through its \`call\` or \`apply\`, so mion can't give it the compiled routes. Write \`registerRoutes(…)\`, or \`router.registerRoutes(…)\`.`,
            `4:1 \`addStartHooks\` is called through its \`call\` or \`apply\`, so mion can't give it the compiled routes. Write \`addStartHooks(…)\`, or \`router.addStartHooks(…)\`.`,
        ],
    },
    'interfaces as the tree and as a group': {
        code: `interface Users { list(): number }
declare const users: Users;
registerRoutes(users);
registerRoutes({users});`,
        problems: [
            "4:16 the tree is declared by the interface `Users`, and an interface can't be a group of a route tree. Write `type Users = {…}`.",
            '4:16 TypeScript reports TS2345',
            "5:17 `users` is declared by the interface `Users`, and an interface can't be a group of a route tree. Write `type Users = {…}`.",
            '5:17 TypeScript reports TS2322',
        ],
    },
    'an instance of a class as a group': {
        code: `class Users { list = () => 1; }
registerRoutes({users: new Users()});`,
        problems: [
            '3:17 `users` is an instance of `Users`. A group of a route tree is a plain object.',
            `3:17 TypeScript reports TS2322`,
        ],
    },
    'things that are no routes': {
        code: `const things = {list: [() => 1], name: 'x', nothing: null, when: new Date()};
registerRoutes({a: () => 1, things} as never as {a: () => number; things: never} as {a: () => number; things: typeof things});`,
        problems: [
            '2:17 `things/list` is an instance of `(() => number)[]`. A group of a route tree is a plain object.',
            '2:34 `things/name` is `string`. A route tree holds functions, definitions with a `route`, `hook` or `rawHook`, and groups of these.',
            '2:45 `things/nothing` is `null`. A route tree holds functions, definitions with a `route`, `hook` or `rawHook`, and groups of these.',
            '2:60 `things/when` is an instance of `Date`. A group of a route tree is a plain object.',
            `3:16 TypeScript reports TS2345`,
        ],
    },
    'a route that is any': {
        code: `declare const handler: any;
registerRoutes({handler});`,
        problems: ['3:17 `handler` is `any`, so what it registers is unknown. Give it a type, or let TypeScript infer it.'],
    },
    'names that ids cannot have': {
        code: `const f = () => 1;
registerRoutes({
    '': f,
    '1': f,
    'a/b': f,
    '@x': f,
    then: f,
    constructor: f,
    ['__proto__']: f,
    route: {hook: {rawHook: f}},
});`,
        problems: [
            `4:5 \`''\` can't be a name in a route tree: it is empty. Rename it.`,
            `5:5 \`1\` can't be a name in a route tree: it looks like an integer, and objects put such keys first, so the order of hooks would be lost. Rename it.`,
            `6:5 \`a/b\` can't be a name in a route tree: it contains '/', which separates the names of an id. Rename it.`,
            `7:5 \`@x\` can't be a name in a route tree: it starts with '@', which is kept for mion's own keys. Rename it.`,
            `8:5 \`then\` can't be a name in a route tree: it is reserved by JavaScript. Rename it.`,
            `9:5 \`constructor\` can't be a name in a route tree: it is reserved by JavaScript. Rename it.`,
            `10:5 \`__proto__\` can't be a name in a route tree: it is reserved by JavaScript. Rename it.`,
            `11:5 \`route\` can't be a name in a route tree: it is what makes an object a definition. Rename it.`,
            `11:13 \`route/hook\` can't be a name in a route tree: it is what makes an object a definition. Rename it.`,
            `11:13 TypeScript reports TS2322`,
        ],
    },
    'options that a definition does not have': {
        code: `const a = {route: () => 1, readonly: true, headerName: 'x'};
const b = {hook: () => {}, readOnly: true, forceRunOnErrors: true};
registerRoutes({a, b});`,
        problems: [
            '2:28 `a` has the key `readonly`, which is not an option of a `route`. Its options are …',
            '2:44 `a` has the key `headerName`, which is not an option of a `route`. Its options are …',
            '3:28 `b` has the key `readOnly`, which is not an option of a `hook`. Its options are …',
            '3:44 `b` has the key `forceRunOnErrors`, which is not an option of a `hook`. Its options are …',
        ],
    },
    'a definition of two kinds': {
        code: `const both = {route: () => 1, hook: () => 2};
registerRoutes({both});`,
        problems: ['3:17 `both` has both a `route` and a `hook`. Keep one of them.'],
    },
    overloads: {
        code: `function get(ctx: CallContext, id: string): string;
function get(ctx: CallContext, id: number): number;
function get(ctx: CallContext, id: string | number): string | number { return id; }
registerRoutes({get});`,
        problems: [
            '5:17 `get` has overloads, and a client could not know which one it calls. Write one signature, or a route for each.',
        ],
    },
    'a generic route': {
        code: `registerRoutes({get: <T>(ctx: CallContext, id: T) => id});`,
        problems: [`2:17 \`get\` is generic, so its params can't be validated. Write concrete types.`],
    },
    'a union of functions': {
        code: `declare const get: ((ctx: CallContext, id: string) => string) | ((ctx: CallContext, id: number) => number);
registerRoutes({get});`,
        problems: [
            '3:17 `get` can be one of several things (`((ctx: CallContext<any>, id: string) => string) | ((ctx: CallContext<any>, id: number) => number)`), and only one can be compiled. Write the condition inside a handler, or spread what is optional into the tree.',
        ],
    },
    'hooks without a route': {
        code: `registerRoutes({log: {hook: (ctx) => {}}});`,
        problems: [
            '2:1 the tree has hooks and no route, so they would never run. Use `addStartHooks` or `addEndHooks` for hooks of all routes.',
        ],
    },
    'a route among start hooks': {
        code: `addStartHooks({log: {hook: () => {}}, get: {route: () => 1}});`,
        problems: ['2:1 `get` is a route, and `addStartHooks` takes hooks only.', `2:45 TypeScript reports TS2353`],
    },
    'header hooks with types that headers do not carry': {
        code: `registerRoutes({
    two: {headerName: 'a', hook: (ctx, a: string, b: string) => {}},
    rest: {headerName: 'b', hook: (ctx, ...a: string[]) => {}},
    object: {headerName: 'c', hook: (ctx, a: {x: string}) => {}},
    date: {headerName: 'd', hook: (ctx, a?: string | Date) => {}},
    result: {headerName: 'e', hook: (ctx, a: string) => ({x: 1})},
    get: () => 1,
});`,
        problems: [
            '3:5 `two` reads a header, so it can have one param only: the value of that header. Read others from `ctx.request.headers`.',
            '4:5 `rest` reads a header, so it can have one param only: the value of that header. Read others from `ctx.request.headers`.',
            `5:5 object: parameter \`a\` comes from a header, which can't carry it. Take \`string\`, \`number\`, \`boolean\`, or literals of these.`,
            `6:5 date: parameter \`a\` comes from a header, which can't carry it. Take \`string\`, \`number\`, \`boolean\`, or literals of these.`,
            `7:5 result: the result is sent as a header, which can't carry it. Return \`string\`, \`number\`, \`boolean\` or \`string[]\`.`,
        ],
    },
    'params without a type': {
        code: `const routes = {get: (ctx, id) => 1} satisfies Routes;
registerRoutes(routes);`,
        problems: [
            '2:28 get: parameter `id` is `never`, which is what TypeScript makes of a parameter without a type here, and of types that contradict each other. Give it a type.',
        ],
    },
    'first params that are no call context': {
        code: `interface User {name: string; age: number}
const declared = (id: number) => id;
registerRoutes({
    text: (name: string) => name,
    method(when?: Date, ...tags: string[]) { return when; },
    definition: {route: (user: User) => user.name},
    limits: {hook: ({limit}: {limit?: number}, count: number) => {}},
    header: {headerName: 'x', hook: (key: string) => {}},
    rest: (...all: string[]) => all,
    tuple: (...[id]: [id: string]) => id,
    group: {declared},
    long: (user: {name: string; street: string; city: string; country: string; phone: string; birthday: Date; active: boolean}) => 1,
} satisfies Routes);`,
        problems: [
            `5:5 \`text\` takes \`name: string\`, but the first param of every route and hook is the call context. Write \`(ctx, name: string) => …\`.`,
            `5:5 TypeScript reports TS2322`,
            `6:5 \`method\` takes \`when?: Date, ...tags: string[]\`, but the first param of every route and hook is the call context. Write \`(ctx, when?: Date, ...tags: string[]) => …\`.`,
            `6:5 TypeScript reports TS2322`,
            `7:5 \`definition\` takes \`user: User\`, but the first param of every route and hook is the call context. Write \`(ctx, user: User) => …\`.`,
            `7:18 TypeScript reports TS2322`,
            `8:5 \`limits\` takes \`{limit}: {limit?: number}, count: number\`, but the first param of every route and hook is the call context. Write \`(ctx, {limit}: {limit?: number}, count: number) => …\`.`,
            `8:14 TypeScript reports TS2322`,
            `9:5 \`header\` takes \`key: string\`, but the first param of every route and hook is the call context. Write \`(ctx, key: string) => …\`.`,
            `9:14 TypeScript reports TS2322`,
            `9:31 TypeScript reports TS2322`,
            `10:5 \`rest\` takes \`...all: string[]\`, but the first param of every route and hook is the call context. Write \`(ctx, ...all: string[]) => …\`.`,
            `10:5 TypeScript reports TS2322`,
            `11:5 \`tuple\` takes \`...[id]: [id: string]\`, but the first param of every route and hook is the call context. Write \`(ctx, ...[id]: [id: string]) => …\`.`,
            `11:5 TypeScript reports TS2322`,
            `12:13 \`group/declared\` takes \`id: number\`, but the first param of every route and hook is the call context. Write \`(ctx: CallContext, id: number) => …\`.`,
            `12:13 TypeScript reports TS2322`,
            `13:5 \`long\` takes \`user: …\`, but the first param of every route and hook is the call context. Write \`(ctx, user: …) => …\`.`,
            `13:5 TypeScript reports TS2322`,
        ],
    },
    'first params that are no call context, in helpers, and the type that TypeScript puts in their place': {
        code: `import {type Handler, headersHook, hook, route} from '@mionkit/router';
const annotated: Handler = (ctx: CallContext, id: string) => id;
const own: typeof annotated = () => 1;
registerRoutes({
    inRoute: route((name: string) => name),
    inHook: hook((name: string) => {}),
    inHeader: headersHook('x-name', (name: string) => {}),
    annotated,
    definition: {route: own},
    good: route((ctx: CallContext, id: string) => id),
});`,
        problems: [
            `6:5 \`inRoute\` has mion's own type \`Handler\` instead of its function's, so its params are unknown. Remove the annotation; in \`route(…)\` or \`hook(…)\`, let the first param be the call context: \`(ctx, name: string) => …\`.`,
            `6:20 TypeScript reports TS2345`,
            `7:5 \`inHook\` has mion's own type \`Handler\` instead of its function's, so its params are unknown. Remove the annotation; in \`route(…)\` or \`hook(…)\`, let the first param be the call context: \`(ctx, name: string) => …\`.`,
            `7:18 TypeScript reports TS2345`,
            `8:5 \`inHeader\` has mion's own type \`Handler\` instead of its function's, so its params are unknown. Remove the annotation; in \`route(…)\` or \`hook(…)\`, let the first param be the call context: \`(ctx, name: string) => …\`.`,
            `8:37 TypeScript reports TS2345`,
            `9:5 \`annotated\` has mion's own type \`Handler\` instead of its function's, so its params are unknown. Remove the annotation; in \`route(…)\` or \`hook(…)\`, let the first param be the call context: \`(ctx, name: string) => …\`.`,
            `10:5 \`definition\` has mion's own type \`Handler\` instead of its function's, so its params are unknown. Remove the annotation; in \`route(…)\` or \`hook(…)\`, let the first param be the call context: \`(ctx, name: string) => …\`.`,
        ],
    },
    'a call context that TypeScript refuses': {
        code: `interface MyContext extends CallContext {user: string}
registerRoutes({
    mine: (ctx: MyContext) => ctx.user,
    wrongPath: (ctx: {path: number}) => ctx.path,
    never: (ctx: never) => 1,
});`,
        problems: [`4:5 TypeScript reports TS2322`, `5:5 TypeScript reports TS2322`, `6:5 TypeScript reports TS2322`],
    },
    'first params that are call contexts, beside one that is none': {
        code: `type Anything = any;
interface Named {path: string; shared: {user?: string}}
function handle(ctx: Named, id: string) { return id; }
registerRoutes({
    none: () => 1,
    unused: (_ctx, id: string) => id,
    anything: (ctx: Anything) => 1,
    unknown: (ctx: unknown, id: string) => id,
    empty: (ctx: {}, id: string) => id,
    object: (ctx: object) => 1,
    destructured: ({shared: {user}}, id: string) => id,
    own: (ctx: CallContext<{user: string}>) => 1,
    ownInterface: (ctx: Named) => 1,
    either: (ctx: CallContext | undefined) => 1,
    optional: (ctx?: CallContext) => 1,
    byDefault: (ctx: unknown = 5) => 1,
    picked: (ctx: Pick<CallContext, 'path' | 'signal'>) => 1,
    handle,
    rest: (...all: [ctx: CallContext, id: string]) => 1,
    anyRest: (...all: [ctx: Anything]) => 1,
    raw: {rawHook: (ctx, request: string, response: number) => {}},
    wrong: {rawHook: (request: string) => {}},
    name: (name: string) => name,
});`,
        problems: [
            `23:13 TypeScript reports TS2322`,
            `24:5 \`name\` takes \`name: string\`, but the first param of every route and hook is the call context. Write \`(ctx, name: string) => …\`.`,
            `24:5 TypeScript reports TS2322`,
        ],
    },
    'an unresolved type in an inferred result': {
        code: `const names = (): Record<keyof Missing, string> => ({});
registerRoutes({names: () => names()});`,
        problems: [`2:32 TypeScript reports TS2304`],
    },
    'an error in a file that declares a type of the routes': {
        code: `import type {User} from './broken.ts';
registerRoutes({get: (ctx): User => ({id: '1', tag: 'x'})});`,
        problems: [
            `broken.ts:1:24 TypeScript reports TS2307`,
            'broken.ts:2:36 get: `result.tag` could not be resolved by TypeScript. Correct the error that TypeScript reports for it.',
        ],
    },
    'types that cannot travel': {
        code: `interface Deep {list: {map: Map<string, {when: Temporal}[]>}[]}
class Temporal { private x = 1; }
registerRoutes({
    anything: (ctx, a: any) => 1,
    nested: (ctx, user: {name: string; tags: any[]}) => 1,
    functions: (ctx) => ({ok: true, cb: () => 1}),
    symbols: (ctx, s: symbol) => 1,
    never: (ctx, n: {x: never}) => 1,
    objects: (ctx, o: object) => 1,
    classes: (ctx, d: Deep) => 1,
    platform: (ctx, b: Blob, e: Error) => 1,
    promises: (ctx) => ({later: Promise.resolve(1)}),
    generators: function* (ctx: CallContext) { yield 1; },
});`,
        problems: [
            `2:42 classes: parameter \`d.list[].map[][].when\` is an instance of the class \`Temporal\`, which can't be rebuilt from JSON. Use an interface with its data, or give the class a codec (\`defineCodec\`).`,
            '5:21 anything: parameter `a` is `any`, so nothing could be validated. Give it a type, or write `unknown` for any JSON value.',
            '6:40 nested: parameter `user.tags[]` is `any`, so nothing could be validated. Give it a type, or write `unknown` for any JSON value.',
            `7:37 functions: \`result.cb\` is a function, and functions can't be sent. Remove it from the type.`,
            `8:20 symbols: parameter \`s\` is a symbol, and symbols can't be sent. Remove it from the type.`,
            '9:22 never: parameter `n.x` is `never`, which no value fits. Remove it from the type.',
            '10:20 objects: parameter `o` is `object`. Declare its properties, or write `Record<string, unknown>`.',
            '12:21 platform: parameter `b` is an instance of `Blob`, which has no JSON form. Send its data as a plain object instead.',
            '12:30 platform: parameter `e` is an instance of `Error`, which has no JSON form. Send its data as a plain object instead.',
            `13:26 promises: \`result.later\` is a promise inside a value, and promises can't be sent. Write what it resolves to, and await it in the handler.`,
            "14:5 generators: the result is an iterable, which can't be sent as a value. Use an array; a route can also stream with `async function*`.",
        ],
    },
};
