/** Random numbers that a seed repeats. */
export interface Random {
    /** An integer from 0 up to `end`, without it. */
    below(end: number): number;
    /** Whether something with this probability happens. */
    chance(probability: number): boolean;
    pick<TItem>(items: readonly TItem[]): TItem;
}

/** Makes random numbers from a seed. Source: mulberry32, a public-domain generator. */
export function createRandom(seed: number): Random {
    let state = seed >>> 0;
    function next(): number {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    }
    const below = (end: number) => Math.floor(next() * end);
    return {
        below,
        chance: (probability) => next() < probability,
        pick: (items) => items[below(items.length)] as never,
    };
}
