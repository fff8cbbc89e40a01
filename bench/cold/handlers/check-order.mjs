/** The validation that a careful person writes by hand. It restores the dates in place. */
const statuses = new Set(['open', 'paid', 'shipped']);
const datePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What the caller got wrong. */
export class Invalid extends Error {}

export function checkString(value, path) {
    if (typeof value !== 'string') throw new Invalid(`${path} is not a string`);
    return value;
}

function checkNumber(value, path) {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new Invalid(`${path} is not a number`);
}

function checkDate(value, path) {
    if (typeof value !== 'string' || !datePattern.test(value)) throw new Invalid(`${path} is not a date`);
    const date = new Date(value);
    if (Number.isNaN(date.getTime())) throw new Invalid(`${path} is not a date`);
    return date;
}

export function checkObject(value, path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Invalid(`${path} is not an object`);
    return value;
}

function checkArray(value, path) {
    if (!Array.isArray(value)) throw new Invalid(`${path} is not an array`);
    return value;
}

export function checkOrder(order) {
    checkObject(order, 'order');
    checkString(order.id, 'id');
    checkNumber(order.revision, 'revision');
    if (!statuses.has(order.status)) throw new Invalid('status is not one of open, paid, shipped');
    order.createdAt = checkDate(order.createdAt, 'createdAt');
    order.paidAt = checkDate(order.paidAt, 'paidAt');
    order.shipBy = checkDate(order.shipBy, 'shipBy');
    checkCustomer(checkObject(order.customer, 'customer'));
    for (const line of checkArray(order.lines, 'lines')) checkLine(checkObject(line, 'line'));
    for (const tag of checkArray(order.tags, 'tags')) checkString(tag, 'tag');
    for (const note of checkArray(order.notes, 'notes')) checkNote(checkObject(note, 'note'));
    return order;
}

function checkCustomer(customer) {
    checkString(customer.id, 'customer.id');
    checkString(customer.name, 'customer.name');
    checkString(customer.email, 'customer.email');
    customer.since = checkDate(customer.since, 'customer.since');
    const address = checkObject(customer.address, 'customer.address');
    checkString(address.street, 'address.street');
    checkString(address.city, 'address.city');
    checkString(address.zip, 'address.zip');
    checkString(address.country, 'address.country');
}

function checkLine(line) {
    checkString(line.sku, 'sku');
    checkString(line.title, 'title');
    checkNumber(line.quantity, 'quantity');
    checkNumber(line.unitPrice, 'unitPrice');
    for (const discount of checkArray(line.discounts, 'discounts')) checkNumber(discount, 'discount');
}

function checkNote(note) {
    checkString(note.author, 'author');
    checkString(note.text, 'text');
    note.at = checkDate(note.at, 'at');
}
