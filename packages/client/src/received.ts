import type {Codec, Codecs} from '@mionkit/core';

/**
 * A result's type as a client receives it: methods are not data, so they are left out, at any depth. Every other type is itself.
 *
 * @typeParam T what the route's function returns, awaited
 */
export type Received<T> = T extends DataOnly<T> ? T : WithoutMethods<T>;

/** `T` itself when no object in it has methods. Compared with `T`, never read: so it stays lazy, and recursive types end. */
type DataOnly<T> = unknown extends T
    ? T
    : T extends Leaf
      ? T
      : T extends AnyFunction
        ? never
        : T extends readonly unknown[]
          ? {readonly [index: number]: DataOnly<T[number]>}
          : {readonly [K in keyof T]: DataOnly<T[K]>};

type WithoutMethods<T> = T extends Leaf
    ? T
    : T extends AsyncIterable<infer TItem>
      ? ReceivedStream<T, TItem>
      : T extends readonly unknown[]
        ? {[K in keyof T]: Received<T[K]>}
        : T extends object
          ? {[K in keyof T as NonNullable<T[K]> extends AnyFunction ? never : K]: Received<T[K]>}
          : T;

/** A stream as a client receives it: bytes as the platform's stream of bytes, anything else as values one by one. */
type ReceivedStream<T, TItem> = T extends ByteSource
    ? ByteStream
    : [T, TItem] extends [{getReader: AnyFunction}, Uint8Array]
      ? ByteStream
      : AsyncIterable<Received<TItem>>;

/** What is seen of the streams of node. */
type ByteSource = {readonly readable: boolean; readonly pipe: AnyFunction};

type AnyFunction = (...params: never[]) => unknown;

/** What has no properties that are data of its own: primitives, and the objects that mion restores as a whole. */
type Leaf =
    | string
    | number
    | bigint
    | boolean
    | symbol
    | null
    | undefined
    | Date
    | RegExp
    | GlobalUrl
    | ReadonlyMap<unknown, unknown>
    | ReadonlySet<unknown>
    | ArrayBuffer
    | Uint8Array
    | CodecInstance;

/** The classes whose instances a codec of the program restores, methods included. */
type CodecInstance = InstanceOf<Codecs[keyof Codecs]>;
type InstanceOf<TCodec> = TCodec extends Codec<infer TInstance, infer _TWire> ? TInstance : never;

/** `URL`, which is declared by the platform's types and not by the language's. */
type GlobalUrl = typeof globalThis extends {URL: {prototype: infer TUrl}} ? TUrl : never;

/** `ReadableStream<Uint8Array>`, which is declared by the platform's types and not by the language's. */
type ByteStream = typeof globalThis extends {Response: {prototype: {body: infer TBody}}} ? NonNullable<TBody> : never;
