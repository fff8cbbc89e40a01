import {describe, expect, test} from '@jest/globals';
import type {Definitions, TypeModel} from '@mionkit/core';
import fc from 'fast-check';
import {hashDefinitions} from '../src/hash-definitions.ts';
import {createModelHash} from '../src/hash-model.ts';

/** Definitions in a ring, each of which refers to the next and to one more. */
type Ring = readonly {readonly label: string; readonly other: number}[];

function hashRing(ring: Ring): readonly string[] {
    const names = ring.map((_, index) => `d${index}`);
    const hashes = hashDefinitions(names, (name, hashReference) => {
        const index = names.indexOf(name);
        const {label = '', other = 0} = ring[index] ?? {};
        return [label, hashReference(`d${(index + 1) % ring.length}`), hashReference(`d${other % ring.length}`)].join();
    });
    return names.map((name) => hashes.get(name) ?? '');
}

/** What each definition of some rings says, `depth` references deep. Twice as deep as there are definitions tells all apart that differ. */
function unfold(rings: readonly Ring[]): readonly string[] {
    let texts = rings.map((ring) => ring.map(() => ''));
    for (let depth = 0; depth < 2 * rings.flat().length; depth++) {
        const numbers = new Map<string, number>();
        const next = rings.map((ring, at) =>
            ring.map(({label, other}, index) => {
                const text = `${label},${texts[at]?.[(index + 1) % ring.length]},${texts[at]?.[other % ring.length]}`;
                numbers.set(text, numbers.get(text) ?? numbers.size);
                return `${numbers.get(text)}`;
            }),
        );
        texts = next;
    }
    return texts.flat();
}

const arbitraryRing: fc.Arbitrary<Ring> = fc.array(fc.record({label: fc.constantFrom('a', 'b'), other: fc.nat(5)}), {
    minLength: 1,
    maxLength: 6,
});

const settings = {numRuns: Number(process.env.FC_RUNS ?? 300), seed: Number(process.env.FC_SEED ?? 1)};

describe('definitions that refer to each other', () => {
    test('have equal hashes exactly where they say the same, however deep one looks, in one ring or in two', () => {
        fc.assert(
            fc.property(arbitraryRing, arbitraryRing, (first, second) => {
                const hashes = [...hashRing(first), ...hashRing(second)];
                const texts = unfold([first, second]);
                for (const [index, hash] of hashes.entries())
                    for (const [other, otherHash] of hashes.entries())
                        expect([index, other, hash === otherHash]).toEqual([index, other, texts[index] === texts[other]]);
            }),
            settings,
        );
    });

    test('five hundred that differ by themselves take three rounds', () => {
        const names = Array.from({length: 500}, (_, index) => `d${index}`);
        let steps = 0;
        hashDefinitions(names, (name, hashReference) => {
            steps++;
            return `${name} ${hashReference(names[(names.indexOf(name) + 1) % 500] ?? '')}`;
        });
        expect(steps).toBeLessThanOrEqual(3 * 500);
    });
});

describe('types that contain each other', () => {
    const names = Array.from({length: 500}, (_, index) => `T${index}`);
    const define = (index: number): TypeModel => {
        const next: TypeModel = {kind: 'ref', name: `T${(index + 1) % 500}`};
        return {kind: 'object', properties: [{name: `p${index}`, type: {kind: 'union', members: [next, {kind: 'null'}]}}]};
    };
    const definitions: Definitions = Object.fromEntries(names.map((name, index) => [name, define(index)]));

    test('have the same hashes in whatever order they are declared, and whichever is asked for first', () => {
        const hash = createModelHash(definitions);
        const reversed = createModelHash(Object.fromEntries(Object.entries(definitions).reverse()));
        const hashes = names.map((name) => hash({kind: 'ref', name}));
        expect(new Set(hashes).size).toBe(500);
        expect(
            [...names]
                .reverse()
                .map((name) => reversed({kind: 'ref', name}))
                .reverse(),
        ).toEqual(hashes);
    });

    test('have the same hashes under other names', () => {
        const rename = (model: TypeModel): TypeModel =>
            JSON.parse(JSON.stringify(model).replaceAll(/"name":"T(\d+)"/g, '"name":"Other$1"'));
        const renamed = Object.fromEntries(
            Object.entries(definitions).map(([name, model]) => [`Other${name.slice(1)}`, rename(model)]),
        );
        expect(createModelHash(renamed)({kind: 'ref', name: 'Other7'})).toBe(
            createModelHash(definitions)({kind: 'ref', name: 'T7'}),
        );
    });

    test('have hashes also where the hole of a template refers to them', () => {
        const ref: TypeModel = {kind: 'ref', name: 'Tree'};
        const properties = [
            {name: 'kids', type: {kind: 'array' as const, items: ref}},
            {name: 'text', type: {kind: 'template' as const, parts: ['x', ref]}},
        ];
        expect(createModelHash({Tree: {kind: 'object', properties}})(ref)).toMatch(/^[0-9a-f]{16}$/);
    });
});
