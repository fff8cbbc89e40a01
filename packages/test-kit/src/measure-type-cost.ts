import {countInstantiations} from './count-instantiations.ts';
import {generateClient} from './generate-client.ts';

/** What the client's types cost TypeScript, in type instantiations. */
export interface TypeCost {
    /** A program of 500 routes and a client that calls one of them. What mion's own sources cost is not counted. */
    readonly program: number;
    /** The same for each of the routes. */
    readonly perRoute: number;
    /** Each route that is called, checking its result included. */
    readonly perCall: number;
}

const imports = `export {initClient} from '@mionkit/client'; export {registerRoutes} from '@mionkit/router';`;

/** Counts what the types of a client of 500 routes cost. Runs TypeScript three times: seconds. */
export function measureTypeCost(): TypeCost {
    const sources = countInstantiations({'imports.ts': imports});
    const program = countInstantiations(generateClient({routes: 500, calls: 1})) - sources;
    const called = countInstantiations(generateClient({routes: 500, calls: 500})) - sources;
    return {program, perRoute: program / 500, perCall: (called - program) / 499};
}
