/** The reference: node:http alone, with the validation that a careful person writes by hand. */
import {createServer} from 'node:http';
import {serve} from '../serve.mjs';

const statuses = new Set(['open', 'paid', 'shipped']);
const datePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

class Invalid extends Error {}

function string(value, path) {
    if (typeof value !== 'string') throw new Invalid(`${path} is not a string`);
    return value;
}

function number(value, path) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Invalid(`${path} is not a number`);
    return value;
}

function date(value, path) {
    if (typeof value !== 'string' || !datePattern.test(value)) throw new Invalid(`${path} is not a date`);
    const result = new Date(value);
    if (Number.isNaN(result.getTime())) throw new Invalid(`${path} is not a date`);
    return result;
}

function object(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Invalid(`${path} is not an object`);
    return value;
}

function array(value, path) {
    if (!Array.isArray(value)) throw new Invalid(`${path} is not an array`);
    return value;
}

function checkOrder(order) {
    object(order, 'order');
    string(order.id, 'id');
    number(order.revision, 'revision');
    if (!statuses.has(order.status)) throw new Invalid('status is not one of open, paid, shipped');
    order.createdAt = date(order.createdAt, 'createdAt');
    order.paidAt = date(order.paidAt, 'paidAt');
    order.shipBy = date(order.shipBy, 'shipBy');
    checkCustomer(object(order.customer, 'customer'));
    for (const line of array(order.lines, 'lines')) checkLine(object(line, 'line'));
    for (const tag of array(order.tags, 'tags')) string(tag, 'tag');
    for (const note of array(order.notes, 'notes')) checkNote(object(note, 'note'));
    return order;
}

function checkCustomer(customer) {
    string(customer.id, 'customer.id');
    string(customer.name, 'customer.name');
    string(customer.email, 'customer.email');
    customer.since = date(customer.since, 'customer.since');
    const address = object(customer.address, 'customer.address');
    string(address.street, 'address.street');
    string(address.city, 'address.city');
    string(address.zip, 'address.zip');
    string(address.country, 'address.country');
}

function checkLine(line) {
    string(line.sku, 'sku');
    string(line.title, 'title');
    number(line.quantity, 'quantity');
    number(line.unitPrice, 'unitPrice');
    for (const discount of array(line.discounts, 'discounts')) number(discount, 'discount');
}

function checkNote(note) {
    string(note.author, 'author');
    string(note.text, 'text');
    note.at = date(note.at, 'at');
}

const handlers = {
    '/hello': (input) => `Hello ${string(object(input, 'input').name, 'name')}`,
    '/update': (input) => {
        const order = checkOrder(input);
        return {...order, revision: order.revision + 1};
    },
};

function answer(response, status, body) {
    const text = JSON.stringify(body);
    response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text)});
    response.end(text);
}

const server = createServer((request, response) => {
    const handler = handlers[request.url];
    if (request.method !== 'POST' || !handler) return answer(response, 404, {error: 'not found'});
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
        try {
            const text = chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString();
            answer(response, 200, handler(JSON.parse(text)));
        } catch (error) {
            answer(response, error instanceof Invalid || error instanceof SyntaxError ? 400 : 500, {error: error.message});
        }
    });
});

serve((tell) => server.listen(0, '127.0.0.1', () => tell(server.address().port)));
