// Written by `mion contract`.
import type {Api, Codec, Codecs} from '@mionkit/core';

/** The API, for `initClient<MyApi>({baseURL, metadata})`. */
export type MyApi = Api<MyRoutes>;

/** The routes and hooks of the API. */
export type MyRoutes = {
    closed: {
        inside: (ctx: unknown) => number;
    };
    orders: {
        echo: (ctx: unknown, order: Order) => Order;
    };
    secured: {
        auth: {headerName: 'authorization'; hook: (ctx: unknown, token: string) => void};
        secret: (ctx: unknown) => number;
    };
    tracked: {
        check: {hook: (ctx: unknown, isFailing?: boolean) => string};
        flags: {headerName: 'x-flags'; hook: (ctx: unknown) => string[]};
        isNew: {headerName: 'x-is-new'; hook: (ctx: unknown) => boolean};
        tenant: {
            hook: (ctx: unknown, name: 'acme' | 'globex', since: Date) => {name: 'acme' | 'globex'; since: Date};
        };
        visits: {headerName: 'X-Visits'; hook: (ctx: unknown, visits?: number) => number};
        who: (ctx: unknown) => string;
    };
    users: {
        find: (ctx: unknown, id: string) => User | null;
        get: (ctx: unknown, id: string) => User;
        rename: (ctx: unknown, user: User, name: string) => User;
    };
    utils: {
        anything: (ctx: unknown, value: unknown) => unknown;
        between: (ctx: unknown, from: Date, to?: Date) => {from: Date; to: Date | null};
        crash: (ctx: unknown) => void;
        hello: (ctx: unknown, name?: string) => string;
        "it's a name": (ctx: unknown) => boolean;
        kinds: (ctx: unknown, kinds: Kinds) => Kinds;
        nothing: (ctx: unknown) => void;
        pair: (ctx: unknown, at: [Date, number?]) => [Date, number?];
        sum: (ctx: unknown, ...numbers: number[]) => number;
        toString: (ctx: unknown) => string;
    };
};

export type Kinds = {
    big: bigint;
    set: Set<number>;
    map: Map<string, Date>;
    url: URL;
    pattern: RegExp;
    bytes: Uint8Array;
    dateOrText: Date | string;
    price: CodecInstance<'Money'>;
    counts: {[key: string]: number};
    size: `${number}px`;
};

export type Order = {
    items: {sku: string; count: number}[];
    placed: Date;
    delivered?: Date | null;
    status: 'open' | 'shipped';
    position: [number, number];
    note: string | undefined;
};

export type User = {id: string; name: string; born: Date; friends?: User[]};

/** An instance of the class that this program declares as a codec in `Codecs` of `@mionkit/core`, and registers with `defineCodec`. */
type CodecInstance<TName extends string> =
    Codecs extends Readonly<Record<TName, Codec<infer TInstance, infer _TWire>>>
        ? TInstance
        : `There is no codec '${TName}' in the interface Codecs.`;
