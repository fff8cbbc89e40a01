import * as deepkit from '../dist/deepkit.mjs';
import {demand} from './demand.mjs';

// Without it a number is taken for a boolean.
const strictly = {loosely: false};

/** It has no check that refuses undeclared properties, nor one of what `JSON.parse` makes. */
export const library = {
    isShape: (value) => demand(deepkit.isShape(value)),
    assertLoose: (value) => demand(deepkit.isShape(value)),
    parseSafe: (value) => deepkit.castShape(value, strictly),
    encodeShape: (value) => JSON.stringify(deepkit.serializeShape(value)),
    isOrder: (value) => demand(deepkit.isOrder(value)),
    decodeOrder: (value) => deepkit.castOrder(value, strictly),
    parseOrder: (text) => deepkit.castOrder(JSON.parse(text), strictly),
    encodeOrder: (value) => JSON.stringify(deepkit.serializeOrder(value)),
};

// Seen in 1.0.19.
const arrays = 'of an array only the last item decides whether it fits';

/** What it accepts although it should not. */
export const faults = {isOrder: arrays, decodeOrder: arrays, parseOrder: arrays};
