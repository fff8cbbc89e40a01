import {makeOrder, makeShape, makeWireOrder, orderText} from './values.mjs';

const badShapes = () => [
    null,
    'shape',
    edit(makeShape(), (shape) => delete shape.number),
    edit(makeShape(), (shape) => (shape.number = 'foo')),
    edit(makeShape(), (shape) => (shape.deeplyNested.bool = 1)),
    edit(makeShape(), (shape) => (shape.deeplyNested = null)),
];

const shapesWithMore = () => [
    edit(makeShape(), (shape) => (shape.more = 'foo')),
    edit(makeShape(), (shape) => (shape.deeplyNested.more = 'foo')),
];

const badOrders = (make) => [
    null,
    edit(make(), (order) => delete order.revision),
    edit(make(), (order) => (order.status = 'lost')),
    edit(make(), (order) => (order.shipBy = true)),
    edit(make(), (order) => (order.customer.address.zip = 7)),
    edit(make(), (order) => order.lines[1].discounts.push('0.1')),
    edit(make(), (order) => order.tags.push(null)),
    edit(make(), (order) => (order.notes = {length: 0})),
];

// The month 13.
const badWireOrders = () => [
    ...badOrders(makeWireOrder),
    edit(makeWireOrder(), (order) => (order.notes[1].at = '2026-13-02T08:05:11.500Z')),
];

const yes = () => true;

/**
 * What is measured: how a value is made that goes in, what has to come out for it, what is refused, and what comes out as if it had not
 * more properties than declared. A library has a function for each row that it can do; it throws on what it refuses.
 */
export const rows = {
    isShape: {title: 'shape: is', make: makeShape, output: yes, refused: badShapes},
    assertLoose: {title: 'shape: assertLoose', make: makeShape, output: yes, refused: badShapes},
    assertStrict: {
        title: 'shape: assertStrict',
        make: makeShape,
        output: yes,
        refused: () => [...badShapes(), ...shapesWithMore()],
    },
    parseSafe: {title: 'shape: parseSafe', make: makeShape, output: makeShape, refused: badShapes, trimmed: shapesWithMore},
    parseStrict: {
        title: 'shape: parseStrict',
        make: makeShape,
        output: makeShape,
        refused: () => [...badShapes(), ...shapesWithMore()],
    },
    encodeShape: {title: 'shape: encode', make: makeShape, output: makeShape, isText: true},
    isOrder: {title: 'order: is, live', make: makeOrder, output: yes, refused: () => badOrders(makeOrder)},
    isWireOrder: {title: 'order: is, parsed JSON', make: makeWireOrder, output: yes, refused: badWireOrders},
    decodeOrder: {title: 'order: decode', make: makeWireOrder, output: makeOrder, refused: badWireOrders},
    parseOrder: {
        title: 'order: parse and decode',
        make: () => orderText,
        output: makeOrder,
        refused: () => badWireOrders().map((order) => JSON.stringify(order)),
    },
    encodeOrder: {title: 'order: encode', make: makeOrder, output: makeWireOrder, isText: true},
};

function edit(value, change) {
    change(value);
    return value;
}
