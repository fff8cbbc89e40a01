import Fastify from 'fastify';
import {serve} from '../serve.mjs';

const string = {type: 'string'};
const number = {type: 'number'};
const date = {type: 'string', format: 'date-time'};
const object = (properties) => ({type: 'object', properties, required: Object.keys(properties)});
const array = (items) => ({type: 'array', items});

const order = object({
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

function restoreDates(input) {
    input.createdAt = new Date(input.createdAt);
    input.paidAt = new Date(input.paidAt);
    input.shipBy = new Date(input.shipBy);
    input.customer.since = new Date(input.customer.since);
    for (const note of input.notes) note.at = new Date(note.at);
    return input;
}

// Without coercion, so that it refuses what the others refuse.
const app = Fastify({ajv: {customOptions: {coerceTypes: false}}});
app.post('/hello', {schema: {body: object({name: string})}}, (request, reply) => {
    reply.type('application/json; charset=utf-8');
    return JSON.stringify(`Hello ${request.body.name}`);
});
app.post('/update', {schema: {body: order, response: {200: order}}}, async (request) => {
    const input = restoreDates(request.body);
    return {...input, revision: input.revision + 1};
});

serve((tell) => app.listen({port: 0, host: '127.0.0.1'}).then(() => tell(app.server.address().port)));
