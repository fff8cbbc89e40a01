import {hashText} from './hash-text.ts';

/** The hash of what a definition says, where the hashes of the definitions that it refers to are given. */
export type HashDefinition = (name: string, hashReference: (name: string) => string) => string;

/**
 * The hashes of definitions that refer to each other, whatever they are called and in whatever order they come.
 *
 * They are told apart in rounds: by what they say, then by what those say that they refer to, until a round tells no more of them apart.
 */
export function hashDefinitions(names: readonly string[], hashDefinition: HashDefinition): ReadonlyMap<string, string> {
    let last = new Map(names.map((name) => [name, '']));
    for (;;) {
        const hashReference = (name: string) => last.get(name) ?? '';
        const round = new Map(names.map((name) => [name, hashDefinition(name, hashReference)]));
        if (countDistinct(round) === countDistinct(last)) return toFinalHashes(last, round);
        last = round;
    }
}

function countDistinct(hashes: ReadonlyMap<string, string>): number {
    return new Set(hashes.values()).size;
}

/**
 * From here on each round follows from the one before by the same steps, from one hash to another. So definitions are equal whose hashes are
 * equal now, and whose cycles have the same steps.
 */
function toFinalHashes(last: ReadonlyMap<string, string>, round: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const steps = new Set([...round].map(([name, hash]) => `${last.get(name)} ${hash}`));
    const cycle = hashText([...steps].sort().join());
    return new Map([...round].map(([name, hash]) => [name, hashText(`${hash} ${cycle}`)]));
}
