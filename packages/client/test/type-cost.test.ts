import {describe, expect, test} from '@jest/globals';
import {measureTypeCost} from '@mionkit/test-kit';

describe('what the types of a client of 500 routes cost, in type instantiations', () => {
    const cost = measureTypeCost();

    test.each([
        ['the program', 'program', 10_000],
        ['each route', 'perRoute', 10],
        ['a route that is called', 'perCall', 200],
    ] as const)('%s', (_title, part, budget) => {
        expect(cost[part]).toBeLessThanOrEqual(budget);
    });
});
