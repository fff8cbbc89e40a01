import {expectTypeOf} from 'expect-type';
import {
    type CallContext,
    createRouter,
    type HookDef,
    headersHook,
    hook,
    initRouter,
    type RouteDef,
    type Routes,
    rawHook,
    registerRoutes,
    route,
} from '../src/index.ts';

// The helpers give ctx its type, and keep the types of the params and the result.
const get = route((ctx, id: string, size = 5) => {
    expectTypeOf(ctx).toEqualTypeOf<CallContext>();
    return id.length + size;
});
expectTypeOf(get).toEqualTypeOf<RouteDef<(ctx: CallContext, id: string, size?: number) => number>>();

const note = hook((ctx, level?: number): void => {
    expectTypeOf(ctx).toEqualTypeOf<CallContext>();
    expectTypeOf(level).toEqualTypeOf<number | undefined>();
});
expectTypeOf(note).toEqualTypeOf<HookDef<(ctx: CallContext, level?: number) => void>>();

const auth = headersHook('authorization', (ctx, token: string) => {
    expectTypeOf(ctx).toEqualTypeOf<CallContext>();
    return token;
});
expectTypeOf(auth.hook).returns.toEqualTypeOf<string>();
expectTypeOf(auth.headerName).toEqualTypeOf<'authorization'>();

rawHook((ctx, request: {url: string}, response, options) => {
    expectTypeOf(ctx).toEqualTypeOf<CallContext>();
    expectTypeOf(request.url).toEqualTypeOf<string>();
    expectTypeOf(response).toBeAny();
    expectTypeOf(options).toBeAny();
});

// A tree may mix them with functions and definitions; what comes back carries its type.
const routes = {
    auth,
    note,
    get,
    deep: {plain: (_ctx, a: number) => a, other: {route: (_ctx, b: boolean) => b, timeoutMs: 5}},
} satisfies Routes;
expectTypeOf(registerRoutes(routes)).toEqualTypeOf<ReturnType<typeof registerRoutes<typeof routes>>>();

// @ts-expect-error: an option of a hook is none of a route.
route(() => 1, {runOnError: true});
// @ts-expect-error: a route is a function.
route('a');

// The type of ctx.shared is the router's.
const router = createRouter<{user: string}>({sharedDataFactory: () => ({user: ''})});
router.registerRoutes({a: (ctx) => ctx.shared.user});
// @ts-expect-error: the shared data has no such property.
router.registerRoutes({a: (ctx) => ctx.shared.other});
// @ts-expect-error: the factory has to make what is declared.
createRouter<{user: string}>({sharedDataFactory: () => ({})});
initRouter({pathTransform: (request: {stage: string}, path) => path.replace(request.stage, '')});
