import {MinLength, Positive} from '@deepkit/type';
import type {Codec} from '@mionkit/core';
import {defineCodec, RpcError} from '@mionkit/core';
import type {CallContext, Routes} from '@mionkit/router';

/** An amount of money, carried as a text. */
export class Money {
    constructor(readonly cents: number) {}
}

declare module '@mionkit/core' {
    interface Codecs {
        Money: Codec<Money, string>;
    }
}

defineCodec('Money', {
    class: Money,
    encode: (money: Money): string => `${money.cents} cents`,
    decode: (text: string): Money => new Money(Number.parseInt(text, 10)),
});

interface Item {
    name: string & MinLength<2>;
    at: Date;
    count?: number & Positive;
    next?: Item;
}

class Missing extends RpcError<'Missing', {since: Date}> {}

/** An API with something of everything. Deepkit's compiler compiles it; no file of mion's does. */
export const routes = {
    auth: {headerName: 'x-token', hook: (_ctx, token: string): void => void token},
    trace: {rawHook: (): void => {}},
    items: {
        echo: (_ctx: CallContext, item: Item): Item => item,
        list: {route: async (_ctx: unknown, ...dates: Date[]): Promise<Date[]> => dates, readOnly: true},
        find(_ctx: unknown, id: number, kind: 'a' | 'b' = 'a'): Item | Missing | RpcError<'Gone'> {
            if (id === 404) return new Missing({statusCode: 404, name: 'Missing', errorData: {since: new Date(0)}});
            if (id === 410) return new RpcError({statusCode: 410, name: 'Gone'});
            return {name: `${kind}${id}`, at: new Date(id)};
        },
        pay: (_ctx, price: Money | null): Money => new Money((price?.cents ?? 0) * 2),
        wrong: (): Item => ({name: 'x', at: new Date(0)}),
    },
} satisfies Routes;
