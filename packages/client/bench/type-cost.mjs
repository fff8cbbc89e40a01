/** Prints what the types of a client of 500 routes cost TypeScript. Reads the build. */
import {measureTypeCost} from '@mionkit/test-kit';

const {program, perRoute, perCall} = measureTypeCost();
console.log(
    `client types, in type instantiations: 500 routes ${program}, or ${perRoute.toFixed(1)} each, each called route ${perCall.toFixed(1)}`,
);
