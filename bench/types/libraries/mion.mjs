import {compiled} from '../dist/mion.mjs';
import {demand} from './demand.mjs';

// These types ask for no budget.
const budget = {maxDepth: 64, steps: 64 * 1024, maxIssues: 50};

const [shape, order] = ['shape', 'order'].map((id) => compiled.methods[id].getCodec());
const decodeOrder = (params) => demand(order.params.isWire(params, budget)) && order.params.decode(params)[0];

export const library = {
    isShape: (value) => demand(shape.isResult(value, budget)),
    assertLoose: (params) => demand(shape.params.isWire(params, budget)),
    assertStrict: (params) => demand(shape.params.isStrict(params, budget)),
    parseSafe: (params) => demand(shape.params.isWire(params, budget)) && shape.params.decode(params)[0],
    parseStrict: (params) => demand(shape.params.isStrict(params, budget)) && params[0],
    encodeShape: shape.encode,
    isOrder: (value) => demand(order.isResult(value, budget)),
    isWireOrder: (params) => demand(order.params.isWire(params, budget)),
    decodeOrder,
    parseOrder: (text) => decodeOrder([JSON.parse(text)]),
    encodeOrder: order.encode,
};

const toParams = (value) => [value];

/** In a request the params are in an array. */
export const inputs = {
    assertLoose: toParams,
    assertStrict: toParams,
    parseSafe: toParams,
    parseStrict: toParams,
    isWireOrder: toParams,
    decodeOrder: toParams,
};
