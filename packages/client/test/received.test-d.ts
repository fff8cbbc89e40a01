import type {Readable} from 'node:stream';
import type {Codec, RpcError} from '@mionkit/core';
import {expectTypeOf} from 'expect-type';
import type {Received, ResultData} from '../src/index.ts';

declare const minLength: unique symbol;

interface Tree {
    value: Date;
    children: Tree[];
    parent?: Tree | undefined;
    lookup: Map<string, Tree>;
}
interface Everything {
    readonly a: string;
    b?: number;
    c: bigint | null;
    d: [first: Date, second?: URL, ...rest: RegExp[]];
    e: Set<string>;
    f: Uint8Array;
    g: Record<string, {x: unknown}>;
    h: {kind: 'a'; x: 1} | {kind: 'b'; y: readonly string[]};
    i: string & {readonly [minLength]?: 3};
    j: number[] & {readonly [minLength]?: 3};
    k: `${number}px`;
}
type Json = string | number | boolean | null | Json[] | {[key: string]: Json};
class Account {
    id = '';
    owner: Account | null = null;
    history: {at: Date; undo?(): void}[] = [];
    close(): void {}
    readonly format = (): string => this.id;
}
interface ReceivedAccount {
    id: string;
    owner: ReceivedAccount | null;
    history: {at: Date}[];
}

class Amount {
    readonly cents: number = 0;
    add(other: Amount): Amount {
        return other;
    }
}
declare module '@mionkit/core' {
    interface Codecs {
        Amount: Codec<Amount, number>;
    }
}

// What has no methods is the very same type, so that its name stays in messages and in the editor.
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
expectTypeOf<IsSame<Received<Tree>, Tree>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<Everything>, Everything>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<Everything[]>, Everything[]>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<Json>, Json>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<unknown>, unknown>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<boolean>, boolean>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<undefined>, undefined>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<void>, void>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<never>, never>>().toEqualTypeOf<true>();
expectTypeOf<IsSame<Received<Date | Tree | null>, Date | Tree | null>>().toEqualTypeOf<true>();

// Methods go, at any depth, and all else stays.
expectTypeOf<keyof Received<Account>>().toEqualTypeOf<'id' | 'owner' | 'history'>();
expectTypeOf<Received<Account>>().toExtend<ReceivedAccount>();
expectTypeOf<ReceivedAccount>().toExtend<Received<Account>>();
expectTypeOf<Received<{readonly at?: Date; get(): number}>>().toEqualTypeOf<{readonly at?: Date}>();
expectTypeOf<Received<readonly {x: 1; y(): 2}[]>>().toEqualTypeOf<readonly {x: 1}[]>();
expectTypeOf<Received<[Date, {x: 1; y(): 2}?]>>().toEqualTypeOf<[Date, {x: 1}?]>();
expectTypeOf<Received<{x: 1; y(): 2} | string>>().toEqualTypeOf<{x: 1} | string>();
expectTypeOf<Received<Map<string, Date> | {x: unknown; y(): 2}>>().toEqualTypeOf<Map<string, Date> | {x: unknown}>();

// The instances of a class with a codec are restored as a whole.
expectTypeOf<IsSame<Received<{price: Amount}>, {price: Amount}>>().toEqualTypeOf<true>();
expectTypeOf<Received<{price: Amount; render(): string}>>().toEqualTypeOf<{price: Amount}>();

// Streams: values one by one, and bytes as the platform has them.
interface Tick {
    at: Date;
    print(): void;
}
expectTypeOf<ResultData<AsyncGenerator<Tick, void, unknown>>>().toEqualTypeOf<AsyncIterable<{at: Date}>>();
expectTypeOf<ResultData<Promise<AsyncIterable<number> | RpcError<'Gone'>>>>().toEqualTypeOf<AsyncIterable<number>>();
expectTypeOf<ResultData<AsyncIterableIterator<string>>>().toEqualTypeOf<AsyncIterable<string>>();
expectTypeOf<ResultData<AsyncIterable<Uint8Array>>>().toEqualTypeOf<AsyncIterable<Uint8Array>>();
expectTypeOf<ResultData<ReadableStream<Tick>>>().toEqualTypeOf<AsyncIterable<{at: Date}>>();
expectTypeOf<ResultData<ReadableStream<Uint8Array<ArrayBuffer>>>>().toEqualTypeOf<NonNullable<Response['body']>>();
expectTypeOf<ResultData<ReadableStream<Buffer>>>().toEqualTypeOf<NonNullable<Response['body']>>();
expectTypeOf<ResultData<Promise<Readable>>>().toEqualTypeOf<NonNullable<Response['body']>>();
expectTypeOf<ResultData<NodeJS.ReadableStream>>().toEqualTypeOf<NonNullable<Response['body']>>();
