import {RpcError} from '@mionkit/core';
import {PRIVATE_MARK} from './fuzz-oracles.ts';

interface Node {
    readonly value: string;
    readonly left?: Node;
    readonly right: Node | null;
}

interface A {
    readonly k: A | null;
    readonly x: string;
}

interface B {
    readonly k: B | null;
    readonly y: number;
}

type Shape = {readonly kind: 'circle'; readonly r: number} | {readonly kind: 'square'; readonly side: number; readonly at: Date};
type Branded = string & {readonly brand: 'id'};
type Color = 'red' | 3;

/** A tree with every kind of type of the protocol. Its routes give back what they get, so everything is encoded as well. */
export const fuzzRoutes = {
    header: {headerName: 'x-level', hook: (_ctx: unknown, level?: number): number | undefined => level},
    tag: {hook: (_ctx: unknown, tag?: 'a' | 'b' | null): string | undefined => tag ?? undefined},
    text: (_ctx: unknown, value: string): string => value,
    numbers: (_ctx: unknown, ...values: number[]): number[] => values,
    flags: (_ctx: unknown, on: boolean, off = false): boolean => on && off,
    big: (_ctx: unknown, value: bigint): bigint => value,
    anything: (_ctx: unknown, value: unknown): unknown => value,
    enums: (_ctx: unknown, value: Color | 1 | true | null): Color | 1 | true | null => value,
    template: (_ctx: unknown, value: `id-${number}` | `${'a' | 'b'}:${string}`): string => value,
    date: (_ctx: unknown, value: Date, other?: Date): Date => other ?? value,
    url: (_ctx: unknown, value: URL): URL => value,
    regexp: (_ctx: unknown, value: RegExp): RegExp => value,
    bytes: (_ctx: unknown, value: Uint8Array, buffer: ArrayBuffer): Uint8Array | number =>
        buffer.byteLength > 3 ? value : value.length,
    tuple: (
        _ctx: unknown,
        value: readonly [a: string, b?: number, ...rest: boolean[]],
    ): readonly [a: string, b?: number, ...rest: boolean[]] => value,
    sets: (_ctx: unknown, value: Set<string>, dates: Set<Date>): Set<string | Date> =>
        new Set<string | Date>([...value, ...dates]),
    maps: (_ctx: unknown, value: Map<string, Date>): Map<string, Date> => value,
    records: (
        _ctx: unknown,
        value: Record<string, number>,
        other: Record<`x-${string}`, Date>,
    ): Record<string, number | Date> => ({...value, ...other}),
    object: (_ctx: unknown, value: {readonly a?: string; b: {c: Date[]}}): {readonly a?: string; b: {c: Date[]}} => value,
    brand: (_ctx: unknown, value: Branded): Branded => value,
    unions: (
        _ctx: unknown,
        shape: Shape,
        mixed: string | number | Date | null | bigint,
    ): {shape: Shape; mixed: string | number | Date | null | bigint} => ({shape, mixed}),
    tree: (_ctx: unknown, value: Node): Node => value,
    overlapping: (_ctx: unknown, value: A | B): A | B => value,
    nested: {
        deep: {
            get: async (
                _ctx: unknown,
                value: {readonly id: string} | undefined,
            ): Promise<string | RpcError<'Absent', {id: string}>> =>
                value === undefined
                    ? new RpcError({statusCode: 404, name: 'Absent', message: PRIVATE_MARK, errorData: {id: ''}})
                    : value.id,
        },
        fails: (): string => {
            throw new RpcError({statusCode: 400, message: PRIVATE_MARK, originalError: new Error(PRIVATE_MARK)});
        },
    },
};
