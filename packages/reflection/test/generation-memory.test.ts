import {describe, expect, test} from '@jest/globals';
import type {Definitions, TypeModel} from '@mionkit/core';
import fc from 'fast-check';
import {generateCompiledRoutes, type MethodSource} from '../src/generator.ts';
import {arbitraryType} from './arbitrary-types.ts';

/** How the code is generated. */
interface Run {
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
    readonly isResult: boolean;
    readonly undeclared: boolean;
}

function generate(run: Run) {
    return generateCompiledRoutes({...run, models: false});
}

/** Copies have no memory. */
function generateAnew(run: Run) {
    return generate(structuredClone(run));
}

function toMethod(id: string, model: TypeModel): MethodSource {
    return {id, kind: 'route', model: {params: [{name: 'value', type: model}], returns: model}};
}

const arbitraryRuns: fc.Arbitrary<readonly Run[]> = fc.array(arbitraryType, {minLength: 2, maxLength: 12}).chain((types) => {
    const methods = types.map(({model}, index) => toMethod(`method${index}`, model));
    const run = fc.record({
        methods: fc.shuffledSubarray(methods, {minLength: 1}),
        // Refs of all types lead to the definitions of one of them.
        definitions: fc.constantFrom(...types.map(({definitions}) => definitions)),
        isResult: fc.boolean(),
        undeclared: fc.boolean(),
    });
    return fc.array(run, {minLength: 2, maxLength: 4});
});

describe('code that was generated before', () => {
    test('is the code that would be generated now, whatever methods come and go, in any order', () => {
        fc.assert(
            fc.property(arbitraryRuns, (runs) => {
                for (const run of runs) expect(generate(run)).toEqual(generateAnew(run));
            }),
            {numRuns: Number(process.env.FC_RUNS ?? 100), seed: Number(process.env.FC_SEED ?? 1)},
        );
    });

    const shared: TypeModel = {kind: 'object', properties: [{name: 'when', type: {kind: 'date'}}]};
    const [first, second] = ['first', 'second'].map((id) => toMethod(id, {kind: 'array', items: structuredClone(shared)}));
    const methods = first && second ? [first, second] : [];
    const run: Run = {methods, definitions: {}, isResult: false, undeclared: false};

    test('is not taken where a method that it shared functions with is gone', () => {
        generate(run);
        const left = {...run, methods: methods.slice(1)};
        expect(generate(left)).toEqual(generateAnew(left));
        expect(generate(left).body).toContain('isWire');
    });

    test('costs no further reading of the models', () => {
        let reads = 0;
        const watched = toMethod('watched', {
            kind: 'object',
            get properties() {
                reads++;
                return [{name: 'text', type: {kind: 'string'} as const}];
            },
        });
        const watchedRun = {...run, methods: [...methods, watched]};
        generate(watchedRun);
        const before = reads;
        generate(watchedRun);
        // Only to write the types, and to look for references.
        expect(reads - before).toBeLessThan(before / 3);
    });
});
