import {countInstantiations} from './count-instantiations.ts';
import {generateClient} from './generate-client.ts';

/** What the client's types cost TypeScript, in type instantiations. */
export interface TypeCost {
    /** A program of 500 routes and a client that calls one of them. */
    readonly program: number;
    /** Each route that isn't called. */
    readonly perRoute: number;
    /** Each route that is called, checking its result included. */
    readonly perCall: number;
}

/** Counts what the types of a client of 500 routes cost. Runs TypeScript three times: seconds. */
export function measureTypeCost(): TypeCost {
    const half = countInstantiations(generateClient({routes: 250, calls: 1}));
    const program = countInstantiations(generateClient({routes: 500, calls: 1}));
    const called = countInstantiations(generateClient({routes: 500, calls: 500}));
    return {program, perRoute: (program - half) / 250, perCall: (called - program) / 499};
}
