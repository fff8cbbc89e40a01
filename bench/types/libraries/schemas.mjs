/** The JSON Schemas of the shape and of the order. Undeclared properties are refused only if `strict`. */
const string = {type: 'string'};
const number = {type: 'number'};
const boolean = {type: 'boolean'};
const date = {type: 'string', format: 'date-time'};
const array = (items) => ({type: 'array', items});

function object(properties, strict = false) {
    const schema = {type: 'object', properties, required: Object.keys(properties)};
    return strict ? {...schema, additionalProperties: false} : schema;
}

export function makeShapeSchema(strict = false) {
    return object(
        {
            number,
            negNumber: number,
            maxNumber: number,
            string,
            longString: string,
            boolean,
            deeplyNested: object({foo: string, num: number, bool: boolean}, strict),
        },
        strict,
    );
}

export const orderSchema = object({
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
