import {expectTypeOf} from 'expect-type';
import {type CallContext, type Routes, registerRoutes} from '../src/index.ts';

interface User {
    id: string;
    name: string;
    surname: string;
}
const routes = {
    auth: {
        headerName: 'authorization',
        hook: (ctx, token: string): void => {
            expectTypeOf(ctx).toEqualTypeOf<CallContext>();
            if (!token) throw new Error();
        },
    },
    users: {
        getById: (ctx, id: string): User => ({id, name: ctx.path, surname: 'Smith'}),
        create: (_ctx, newUser: Omit<User, 'id'>): User => ({id: 'USER-123', ...newUser}),
        deep: {
            raw: {
                rawHook: (ctx, req, res, options) => {
                    ctx.path;
                    req.x;
                    res.y;
                    options.z;
                },
            },
        },
    },
    utils: {page: (_ctx, n = 5) => n, r: {route: (_ctx, ...a: string[]) => a, readOnly: true}},
    log: {
        forceRunOnError: true,
        hook: (ctx): void => {
            ctx.response.statusCode;
        },
    },
} satisfies Routes;
expectTypeOf(routes.utils.page).parameter(1).toEqualTypeOf<number | undefined>();
export const api = registerRoutes(routes);
registerRoutes({
    inline: (ctx, a: string) => {
        expectTypeOf(ctx).toEqualTypeOf<CallContext>();
        return a;
    },
});
const shared = {
    h: {
        hook: (ctx): void => {
            expectTypeOf(ctx.shared).toEqualTypeOf<{user: string}>();
        },
    },
} satisfies Routes<{user: string}>;
registerRoutes(shared);
