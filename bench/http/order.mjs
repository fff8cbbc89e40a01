/** The two calls that are measured, as plain JSON. The order is about 1 kB, nested, with arrays and six dates. */
export const helloInput = {name: 'Ada'};
export const helloOutput = 'Hello Ada';

export const orderInput = {
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
};
export const orderOutput = {...orderInput, revision: 4};

/** An order whose last date is a day that does not exist: every server has to refuse it. */
export const badOrderInput = {
    ...orderInput,
    notes: [orderInput.notes[0], {...orderInput.notes[1], at: '2026-13-02T08:05:11.500Z'}],
};
export const badHelloInput = {name: 7};
