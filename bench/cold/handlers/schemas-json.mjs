const string = {type: 'string'};
const number = {type: 'number'};
const date = {type: 'string', format: 'date-time'};
const object = (properties) => ({type: 'object', properties, required: Object.keys(properties)});
const array = (items) => ({type: 'array', items});

/** The JSON Schema of the hello input, for the peers that validate with ajv. */
export const hello = object({name: string});

/** The JSON Schema of the order. */
export const order = object({
    id: string,
    revision: number,
    status: {type: 'string', enum: ['open', 'paid', 'shipped']},
    createdAt: date,
    paidAt: date,
    shipBy: date,
    customer: object({
        id: string,
        name: string,
        email: string,
        since: date,
        address: object({street: string, city: string, zip: string, country: string}),
    }),
    lines: array(object({sku: string, title: string, quantity: number, unitPrice: number, discounts: array(number)})),
    tags: array(string),
    notes: array(object({author: string, text: string, at: date})),
});

/** The dates of an order, which a schema checks and does not restore. */
export function restoreDates(input) {
    input.createdAt = new Date(input.createdAt);
    input.paidAt = new Date(input.paidAt);
    input.shipBy = new Date(input.shipBy);
    input.customer.since = new Date(input.customer.since);
    for (const note of input.notes) note.at = new Date(note.at);
    return input;
}
