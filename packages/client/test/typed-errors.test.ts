import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {clientRoutes} from '@mionkit/common';
import {isRpcError, RpcError} from '@mionkit/core';
import {createRouter} from '@mionkit/router';
import {expectTypeOf} from 'expect-type';
import {initClient} from '../src/index.ts';
import {serve, type TestServer} from './serve.ts';

interface User {
    id: string;
    born: Date;
}
type UserNotFound = RpcError<'UserNotFound', {id: string; since: Date}>;
type NotAllowed = RpcError<'NotAllowed', {until?: Date}>;

const since = new Date('2026-01-02T03:04:05Z');

const router = createRouter();
const api = router.registerRoutes({
    auth: {
        headerName: 'authorization',
        hook: (_ctx, token: string): undefined | NotAllowed => {
            if (token === 'token') return undefined;
            return new RpcError({statusCode: 403, name: 'NotAllowed', errorData: {until: since}});
        },
    },
    find: async (_ctx, id: string): Promise<User | UserNotFound> => {
        if (id === '1') return {id, born: since};
        if (id === 'other') throw new RpcError({statusCode: 418, name: 'Other', errorData: {since}});
        return new RpcError({statusCode: 404, name: 'UserNotFound', publicMessage: 'No such user', errorData: {id, since}});
    },
});
router.registerRoutes(clientRoutes);

let server: TestServer;
beforeAll(async () => {
    server = await serve(router);
});
afterAll(() => server.close());

function find(id: string, token = 'token') {
    const {routes, hooks} = initClient<typeof api>({baseURL: server.baseURL});
    return {call: () => routes.find(id).call(hooks.auth(token)), result: () => routes.find(id).result(hooks.auth(token))};
}

describe('errors that a return type declares', () => {
    test('are no part of the data', async () => {
        const user = await find('1').call();
        expectTypeOf(user).toEqualTypeOf<User>();
        expect(user).toEqual({id: '1', born: since});
    });

    test('reject a call, with their data as its type says', async () => {
        await expect(find('2').call()).rejects.toMatchObject({
            name: 'UserNotFound',
            statusCode: 404,
            errorData: {id: '2', since},
        });
    });

    test('are what a result is narrowed to, a route’s', async () => {
        const {error} = await find('2').result();
        expectTypeOf(error).toEqualTypeOf<undefined | UserNotFound | NotAllowed | RpcError>();
        if (!isRpcError(error, 'UserNotFound')) throw new Error('not the declared error');
        expect(error.errorData.since.getTime()).toBe(since.getTime());
    });

    test('are what a result is narrowed to, a hook’s', async () => {
        const {error} = await find('1', 'no').result();
        if (!isRpcError(error, 'NotAllowed')) throw new Error('not the declared error');
        expect(error.errorData.until?.getTime()).toBe(since.getTime());
    });
});

test('an error that no type declares keeps its data as plain JSON', async () => {
    const {error} = await find('other').result();
    expect(error).toMatchObject({name: 'Other', statusCode: 418, errorData: {since: since.toISOString()}});
});
