import {beforeEach, describe, expect, test} from '@jest/globals';
import {RpcError} from '@mionkit/core';
import {createRouter, type Routes} from '../src/index.ts';
import {sendRequest} from './send-request.ts';

interface Order {
    id: string;
    lines: {size: number; at?: Date}[];
    status: 'open' | 'closed';
    either: {a: string} | {b: number} | null;
    byName: Map<string, Date>;
    extra?: unknown;
}

class Account {
    readonly #owner = 'Ann';
    since: Date = new Date(0);

    get owner(): string {
        return this.#owner;
    }
}

let result: unknown;
let reasons: readonly string[] = [];
const routes = {
    order: (): Order => result as Order,
    account: (): {owner: string; since: Date} => result as Account,
    failed: (): string | RpcError<'Gone', {at: Date}> =>
        new RpcError({statusCode: 410, name: 'Gone', publicMessage: 'Gone', errorData: result as {at: Date}}),
    log: {
        runOnError: true,
        hook: (ctx): void => {
            reasons = ctx.request.internalErrors.map(({message}) => message);
        },
    },
} satisfies Routes;

const order: Order = {id: 'a', lines: [{size: 1}, {size: 2}], status: 'open', either: {a: ''}, byName: new Map()};
const knot: Record<string, unknown> = {};
knot.self = knot;

beforeEach(() => {
    reasons = [];
});

async function send(path: string, value: unknown) {
    result = value;
    const router = createRouter();
    router.registerRoutes(routes);
    return sendRequest(router, path);
}

describe('a value that can not be written is answered with 500, and the reason says where', () => {
    const deepFrozen = Object.freeze({...order, lines: Object.freeze([Object.freeze({size: 'x'})])});

    test.each<[name: string, value: unknown, reason: string]>([
        ['nothing at all', null, "'result' was read last"],
        ['a property', {...order, id: 1}, "expected a string, got a number: 'result.id' was read last"],
        ['a missing property', {...order, id: undefined}, "expected a string, got nothing: 'result.id' was read last"],
        [
            'an item',
            {...order, lines: [{size: 1}, {size: 'x'}]},
            "got a string of 1 character: 'result.lines[1].size' was read last",
        ],
        [
            'an optional date',
            {...order, lines: [{size: 1, at: 'now'}]},
            "expected a valid date, got a string of 3 characters: 'result.lines[0].at'",
        ],
        [
            'a literal',
            {...order, status: 'lost'},
            "expected a value of its type, got a string of 4 characters: 'result.status' was read last",
        ],
        ['a union of objects', {...order, either: {c: 1}}, "got an object with 1 property: 'result.either"],
        [
            'inside a Map',
            {...order, byName: new Map([['a', 'now']])},
            "got a string of 3 characters: 'result.byName' was read last",
        ],
        ['a frozen object', Object.freeze({...order, status: 'lost'}), "'result.status' was read last"],
        ['inside frozen objects', deepFrozen, "'result.lines' was read last"],
        ['what contains itself', {...order, extra: knot}, 'circular'],
        [
            'a getter that throws',
            {
                ...order,
                get id() {
                    throw new TypeError('secret');
                },
            },
            'secret',
        ],
    ])('%s', async (_, value, reason) => {
        const {status, text} = await send('/order', value);
        expect([status, reasons.length]).toEqual([500, 1]);
        expect(reasons[0]).toContain(reason);
        expect(text).not.toContain('read last');
    });

    test('a class with private fields', async () => {
        expect((await send('/account', new Account())).body).toEqual({
            account: {owner: 'Ann', since: '1970-01-01T00:00:00.000Z'},
        });
        await send('/account', Object.assign(new Account(), {since: 1}));
        expect(reasons).toEqual(["expected a valid date, got a number: 'result.since' was read last"]);
    });
});

test('the data of a declared error is left out, and the reason says where', async () => {
    const {status, body} = await send('/failed', {at: 'now'});
    expect([status, body]).toEqual([410, {'@errors': {failed: {name: 'Gone', statusCode: 410, message: 'Gone'}}}]);
    expect(reasons).toContain("expected a valid date, got a string of 3 characters: 'errorData.at' was read last");
});
