import {clientRoutes} from '@mionkit/common';
import {type Codec, defineCodec, RpcError} from '@mionkit/core';
import {createRouter, type Routes} from '@mionkit/router';

export interface User {
    id: string;
    name: string;
    born: Date;
    friends?: User[];
}
export interface Order {
    items: {sku: string; count: number}[];
    placed: Date;
    delivered?: Date | null;
    status: 'open' | 'shipped';
    position: [x: number, y: number];
    note: string | undefined;
}
export class Money {
    readonly cents: number;
    constructor(cents: number) {
        this.cents = cents;
    }
    double(): Money {
        return new Money(this.cents * 2);
    }
}
declare module '@mionkit/core' {
    interface Codecs {
        Money: Codec<Money, string>;
    }
}
defineCodec('Money', {class: Money, encode: ({cents}) => `${cents}c`, decode: (text) => new Money(Number.parseInt(text, 10))});

/** One value of every kind that JSON does not have. */
export interface Kinds {
    big: bigint;
    set: Set<number>;
    map: Map<string, Date>;
    url: URL;
    pattern: RegExp;
    bytes: Uint8Array;
    dateOrText: Date | string;
    price: Money;
    counts: Record<string, number>;
    size: `${number}px`;
}

const ada: User = {id: '1', name: 'Ada', born: new Date('1815-12-10T00:00:00Z')};

function throwNotAllowed(reason: string): never {
    const errorData = {reason};
    throw new RpcError({
        statusCode: 403,
        name: 'NotAllowed',
        message: 'private',
        publicMessage: 'You may not',
        errorData,
        id: 'error-1',
    });
}

const routes = {
    users: {
        get: (_ctx, id: string): User => ({...ada, id, friends: [ada]}),
        find: async (_ctx, id: string) => (id === '1' ? ada : null),
        rename: (_ctx, user: User, name: string): User => ({...user, name}),
    },
    orders: {
        echo: (_ctx, order: Order): Order => order,
    },
    utils: {
        hello: (_ctx, name = 'world') => `Hello ${name}`,
        sum: (_ctx, ...numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0),
        between: (_ctx, from: Date, to?: Date): {from: Date; to: Date | null} => ({from, to: to ?? null}),
        pair: (_ctx, at: [Date, number?]) => at,
        kinds: (_ctx, kinds: Kinds): Kinds => ({...kinds, price: kinds.price.double()}),
        anything: (_ctx, value: unknown): unknown => value,
        nothing: () => {},
        crash: (): never => {
            throw new Error('private text');
        },
        toString: (): string => 'not the inherited one',
        "it's a name": () => true,
    },
    secured: {
        auth: {
            headerName: 'authorization',
            hook: (_ctx, token: string): void => {
                if (token !== 'token') throwNotAllowed(token);
            },
        },
        secret: () => 42,
    },
    closed: {
        // Without params and result a hook is private: clients hear of its error, not of its id.
        door: {
            hook: (_ctx): void => {
                throw new RpcError({statusCode: 423, name: 'Closed'});
            },
        },
        inside: () => 1,
    },
    tracked: {
        visits: {headerName: 'X-Visits', hook: (_ctx, visits = 0): number => visits + 1},
        flags: {headerName: 'x-flags', hook: (): string[] => ['a', 'b']},
        isNew: {headerName: 'x-is-new', hook: (_ctx): boolean => true},
        tenant: {hook: (_ctx, name: 'acme' | 'globex', since: Date) => ({name, since})},
        who: () => 'tracked',
        check: {hook: (_ctx, isFailing = false) => (isFailing ? throwNotAllowed('checked') : 'checked')},
    },
    log: {forceRunOnError: true, hook: (ctx): void => void ctx.path},
} satisfies Routes;

/** The router of the tests. */
export const router = createRouter({prefix: '/api/v1/', suffix: '.json', maxCallsPerRequest: 10});
export const api = router.registerRoutes(routes);
router.registerRoutes(clientRoutes);

export type TestApi = typeof api;
