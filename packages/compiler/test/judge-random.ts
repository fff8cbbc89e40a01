/** Random choices that a seed repeats. */
export interface Random {
    /** An integer from 0 up to, and without, `end`. */
    below(end: number): number;
    pick<T>(values: readonly T[]): T;
    chance(share: number): boolean;
}

/** Makes random choices from a seed: the mulberry32 generator. */
export function createRandom(seed: number): Random {
    let state = seed >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    };
    const below = (end: number): number => Math.floor(next() * end);
    return {below, pick: (values) => values[below(values.length)] as (typeof values)[number], chance: (share) => next() < share};
}
