import {type Api, RpcError} from '@mionkit/core';
import {type CallContext, type Routes, registerRoutes} from '@mionkit/router';
import {expectTypeOf} from 'expect-type';
import {type HookCall, initClient, type RouteCall} from '../src/index.ts';

interface User {
    id: string;
    name: string;
    born: Date;
    friends?: User[];
}
class Point {
    x = 1;
    tags: {label: string; render(): string}[] = [];
    length(): number {
        return this.x;
    }
}
type NotAllowed = RpcError<'NotAllowed', undefined>;
type UserNotFound = RpcError<'UserNotFound', {id: string}>;
declare const user: User;
declare const userOrError: User | UserNotFound;
declare const noUser: null | NotAllowed | UserNotFound;

const routes = {
    auth: {
        headerName: 'authorization',
        hook: (_ctx, token: string): undefined | NotAllowed => {
            return token ? undefined : new RpcError({statusCode: 401, name: 'NotAllowed'});
        },
    },
    session: {headerName: 'x-session', hook: (_ctx, id?: number) => id ?? 1},
    quota: {hook: async (_ctx) => ({left: 1})},
    users: {
        getById: (_ctx, _id: string): User => user,
        find: async (_ctx, _id: string) => userOrError,
        create: {route: (_ctx, newUser: Omit<User, 'id'>): User => ({id: '1', ...newUser})},
        deep: {deeper: {delete: (_ctx, _id: string, _hard = false) => {}}},
        origin: () => new Point(),
        gone: () => noUser,
    },
    utils: {
        sum: (_ctx, ...numbers: number[]): number => numbers.length,
        at: (_ctx, point: {x: number}, when?: Date) => [point, when ?? null] as const,
        fail: (): never => {
            throw new Error();
        },
        anything: (_ctx, value: unknown) => value,
        noContext: () => 'x' as const,
    },
    raw: {rawHook: () => undefined},
    log: {forceRunOnError: true, hook: (ctx): void => void ctx.path},
} satisfies Routes;
const api = registerRoutes(routes);
const {routes: r, hooks: h, methods: m} = initClient<typeof api>({baseURL: 'http://localhost'});

// Methods have exactly the types of the functions without the call context.
expectTypeOf(r.users.getById).toEqualTypeOf<(id: string) => RouteCall<User, never>>();
expectTypeOf(r.users.create).toEqualTypeOf<(newUser: Omit<User, 'id'>) => RouteCall<User, never>>();
expectTypeOf(r.users.deep.deeper.delete).toEqualTypeOf<(id: string, hard?: boolean) => RouteCall<void, never>>();
expectTypeOf(r.utils.sum).toEqualTypeOf<(...numbers: number[]) => RouteCall<number, never>>();
expectTypeOf(r.utils.at).toEqualTypeOf<
    (point: {x: number}, when?: Date) => RouteCall<readonly [{x: number}, Date | null], never>
>();
expectTypeOf(r.utils.noContext).toEqualTypeOf<() => RouteCall<'x', never>>();
expectTypeOf(h.auth).toEqualTypeOf<(token: string) => HookCall<undefined, NotAllowed>>();
expectTypeOf(h.session).toEqualTypeOf<(id?: number) => HookCall<number, never>>();
expectTypeOf(m.users.getById).toEqualTypeOf(r.users.getById);
expectTypeOf(m.auth).toEqualTypeOf(h.auth);

// A wrong param is a type error.
// @ts-expect-error: a number is no id
r.users.getById(1);
// @ts-expect-error: the id is required
r.users.getById();
// @ts-expect-error: one param too many
r.users.getById('1', 2);
// @ts-expect-error: the server makes the id
r.users.create({id: '1', name: 'Ada', born: new Date()});
// @ts-expect-error: a call takes hooks
r.users.getById('1').call('token');
// @ts-expect-error: a call takes hooks, not routes
r.users.getById('1').call(r.users.getById('2'));

// A place of the other kind says what it is, and private hooks that they are.
expectTypeOf(r.auth).toEqualTypeOf<"This is a hook: call it through the client's `hooks`.">();
expectTypeOf(h.users.getById).toEqualTypeOf<"This is a route: call it through the client's `routes`.">();
expectTypeOf(
    h.log,
).toEqualTypeOf<'This hook has no params and no result: it is private to the server, so it cannot be called.'>();
expectTypeOf(m.raw).toEqualTypeOf<'This is a raw hook: it is private to the server, so it cannot be called.'>();

async function testCalls(): Promise<void> {
    const found = r.users.find('1');
    expectTypeOf(await r.users.getById('1').call(h.auth('token'))).toEqualTypeOf<User>();
    expectTypeOf(await found.call()).toEqualTypeOf<User>();
    expectTypeOf(await r.users.gone().call()).toEqualTypeOf<null>();
    expectTypeOf(await r.utils.fail().call()).toEqualTypeOf<never>();
    expectTypeOf(await r.utils.anything(1).call()).toEqualTypeOf<unknown>();
    expectTypeOf(await r.users.deep.deeper.delete('1').call()).toEqualTypeOf<void>();
    expectTypeOf(await r.utils.at({x: 1}).call()).toEqualTypeOf<readonly [{x: number}, Date | null]>();
    expectTypeOf(await r.users.origin().call()).toEqualTypeOf<{x: number; tags: {label: string}[]}>();

    const result = await found.result(h.auth('token'), h.session(), h.quota());
    expectTypeOf(result.error).toEqualTypeOf<undefined | UserNotFound | NotAllowed | RpcError>();
    if (result.error) expectTypeOf(result.data).toEqualTypeOf<undefined>();
    else {
        expectTypeOf(result.data).toEqualTypeOf<User>();
        expectTypeOf(result.hooks).toEqualTypeOf<readonly [undefined, number, {left: number}]>();
    }
    const {data, error} = await r.users.getById('1').result();
    expectTypeOf(error).toEqualTypeOf<undefined | RpcError>();
    if (error === undefined) expectTypeOf(data).toEqualTypeOf<User>();
}
void testCalls;

// Several trees of one server are one client.
const admin = registerRoutes({admin: {stop: (_ctx, after: number): void => void after}, users: {ban: (_ctx, id: string) => id}});
const {routes: both} = initClient<typeof api & typeof admin>({baseURL: ''});
expectTypeOf(both.admin.stop).toEqualTypeOf<(after: number) => RouteCall<void, never>>();
expectTypeOf(both.users.ban).toEqualTypeOf<(id: string) => RouteCall<string, never>>();
expectTypeOf(both.users.getById).toEqualTypeOf(r.users.getById);

// @ts-expect-error: the type of the tree is not the type of the API
initClient<typeof routes>({baseURL: ''});
// @ts-expect-error: without baseURL
initClient<typeof api>({});

// A route that may be absent may be absent for the client.
const {routes: some} = initClient<Api<{debug?: (ctx: CallContext) => string}>>({baseURL: ''});
expectTypeOf(some.debug).toEqualTypeOf<undefined | (() => RouteCall<string, never>)>();
