import {type} from 'arktype';
import {demand} from './demand.mjs';

const shape = type({
    number: 'number',
    negNumber: 'number',
    maxNumber: 'number',
    string: 'string',
    longString: 'string',
    boolean: 'boolean',
    deeplyNested: {foo: 'string', num: 'number', bool: 'boolean'},
});
const order = (date) =>
    type({
        id: 'string',
        revision: 'number',
        status: "'open' | 'paid' | 'shipped'",
        createdAt: date,
        paidAt: date,
        shipBy: date,
        customer: {
            id: 'string',
            name: 'string',
            email: 'string',
            since: date,
            address: {street: 'string', city: 'string', zip: 'string', country: 'string'},
        },
        lines: type({sku: 'string', title: 'string', quantity: 'number', unitPrice: 'number', discounts: 'number[]'}).array(),
        tags: 'string[]',
        notes: type({author: 'string', text: 'string', at: date}).array(),
    });

const strict = shape.onDeepUndeclaredKey('reject');
const trimming = shape.onDeepUndeclaredKey('delete');
const liveOrder = order('Date');
const wireOrder = order('string.date.iso');
const decodedOrder = order('string.date.iso.parse');

export const library = {
    isShape: (value) => demand(shape.allows(value)),
    assertLoose: (value) => shape.assert(value) !== undefined,
    assertStrict: (value) => strict.assert(value) !== undefined,
    parseSafe: (value) => trimming.assert(value),
    parseStrict: (value) => strict.assert(value),
    isOrder: (value) => demand(liveOrder.allows(value)),
    isWireOrder: (value) => demand(wireOrder.allows(value)),
    decodeOrder: (value) => decodedOrder.assert(value),
    parseOrder: (text) => decodedOrder.assert(JSON.parse(text)),
};
