import {compiled} from '../dist/mion.mjs';
import {toAssert, toParse} from './check.mjs';

// These types ask for no budget, and a request's params are in an array already.
const budget = {maxDepth: 64, steps: 64 * 1024, maxIssues: 50};
const params = [undefined];

const {shape, order} = compiled.methods;
const isWireShape = (value) => shape.params.isWire(toParams(value), budget);
const isWireOrder = (value) => order.params.isWire(toParams(value), budget);
const decodeOrder = toParse(isWireOrder, (value) => order.params.decode(toParams(value))[0]);

export const library = {
    assertLoose: toAssert(isWireShape),
    parseSafe: toParse(isWireShape, (value) => shape.params.decode(toParams(value))[0]),
    encodeShape: shape.encode,
    isWireOrder: toAssert(isWireOrder),
    decodeOrder,
    parseOrder: (text) => decodeOrder(JSON.parse(text)),
    encodeOrder: order.encode,
};

function toParams(value) {
    params[0] = value;
    return params;
}
