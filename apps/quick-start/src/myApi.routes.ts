import {clientRoutes} from '@mionkit/common';
import {RpcError} from '@mionkit/core';
import {initRouter, type RouterOptions, type Routes, registerRoutes} from '@mionkit/router';
import {createStore} from './store.ts';

export type User = {id: string; name: string; surname: string};
export type Order = {id: string; date: Date; userId: string; totalUSD: number};

const users = createStore<Omit<User, 'id'>>('USER', [{name: 'John', surname: 'Smith'}]);
const orders = createStore<Omit<Order, 'id'>>('ORDER', [
    {date: new Date('2025-01-31T12:00:00Z'), userId: 'USER-1', totalUSD: 120},
]);

export const routes = {
    auth: {
        headerName: 'authorization',
        hook: (_ctx, token: string): void => {
            if (!token) throw new RpcError({statusCode: 401, message: 'Not Authorized', name: 'Not Authorized'});
        },
    },
    users: {
        getById: (_ctx, id: string): User => users.get(id) ?? throwNotFound('user', id),
        delete: (_ctx, id: string): string => (users.delete(id) ? id : throwNotFound('user', id)),
        create: (_ctx, newUser: Omit<User, 'id'>): User => users.create(newUser),
    },
    orders: {
        getById: (_ctx, id: string): Order => orders.get(id) ?? throwNotFound('order', id),
        delete: (_ctx, id: string): string => (orders.delete(id) ? id : throwNotFound('order', id)),
        create: (_ctx, newOrder: Omit<Order, 'id'>): Order => orders.create(newOrder),
    },
    utils: {
        sum: (_ctx, a: number, b: number): number => a + b,
        sayHello: (_ctx, user: User): string => `Hello ${user.name} ${user.surname}`,
    },
    log: {
        forceRunOnError: true,
        hook: (ctx): void => {
            const now = new Date().toISOString();
            console.log(now, ctx.path, ctx.response.statusCode);
            if (ctx.request.internalErrors.length) console.error(now, ctx.path, ctx.request.internalErrors);
        },
    },
} satisfies Routes;

export const routerOptions: Partial<RouterOptions> = {prefix: 'api/v1'};
initRouter(routerOptions);

// The client is typed by this type alone.
export const myApi = registerRoutes(routes);
export type MyApi = typeof myApi;

// Serves what clients need to know of the routes to validate, encode and decode.
registerRoutes(clientRoutes);

function throwNotFound(kind: string, id: string): never {
    throw new RpcError({statusCode: 404, name: 'Not Found', publicMessage: `There is no ${kind} with the id ${id}`});
}
