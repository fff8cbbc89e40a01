/** Text of the shape of the public `typescript-runtime-type-benchmarks`. */
const shapeText = JSON.stringify({
    number: 1,
    negNumber: -1,
    maxNumber: Number.MAX_VALUE,
    string: 'string',
    longString: 'A text of some length, as a person would write it into a form. '.repeat(25),
    boolean: true,
    deeplyNested: {foo: 'bar', num: 1, bool: false},
});

/** Text of the order: about 1 kB, nested, with arrays and six dates. */
export const orderText = JSON.stringify({
    id: 'ORD-2026-000417',
    revision: 3,
    status: 'paid',
    createdAt: '2026-03-01T09:15:30.000Z',
    paidAt: '2026-03-01T09:17:02.250Z',
    shipBy: '2026-03-04T17:00:00.000Z',
    customer: {
        id: 'CUS-88213',
        name: 'Augusta Ada King',
        email: 'ada.king@example.org',
        since: '2019-12-10T00:00:00.000Z',
        address: {street: '12 St James’s Square', city: 'London', zip: 'SW1Y 4JH', country: 'GB'},
    },
    lines: [
        {sku: 'BK-0001', title: 'Sketch of the Analytical Engine', quantity: 1, unitPrice: 24.5, discounts: [0.05]},
        {sku: 'PN-1033', title: 'Drawing pens, set of six', quantity: 2, unitPrice: 12.25, discounts: []},
        {sku: 'PA-2040', title: 'Squared paper, 500 sheets', quantity: 4, unitPrice: 6.8, discounts: [0.02, 0.01]},
    ],
    tags: ['priority', 'gift', 'returning-customer'],
    notes: [
        {author: 'sales', text: 'Customer asks for delivery before noon.', at: '2026-03-01T09:20:00.000Z'},
        {author: 'warehouse', text: 'Two parcels.', at: '2026-03-02T08:05:11.500Z'},
    ],
});

/** A new shape. */
export function makeShape() {
    return JSON.parse(shapeText);
}

/** A new order as `JSON.parse` gives it. */
export function makeWireOrder() {
    return JSON.parse(orderText);
}

/** A new order as it is in memory, with `Date` objects. */
export function makeOrder() {
    return restoreDates(makeWireOrder());
}

/** The order with its dates restored, in new objects: what a careful person writes by hand after a check. */
export function restoreDates(order) {
    return {
        ...order,
        createdAt: new Date(order.createdAt),
        paidAt: new Date(order.paidAt),
        shipBy: new Date(order.shipBy),
        customer: {...order.customer, since: new Date(order.customer.since)},
        notes: order.notes.map((note) => ({...note, at: new Date(note.at)})),
    };
}
