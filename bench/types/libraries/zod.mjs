import {z} from 'zod';
import {demand} from './demand.mjs';

const shape = (object) =>
    object({
        number: z.number(),
        negNumber: z.number(),
        maxNumber: z.number(),
        string: z.string(),
        longString: z.string(),
        boolean: z.boolean(),
        deeplyNested: object({foo: z.string(), num: z.number(), bool: z.boolean()}),
    });
const order = (date) =>
    z.object({
        id: z.string(),
        revision: z.number(),
        status: z.enum(['open', 'paid', 'shipped']),
        createdAt: date,
        paidAt: date,
        shipBy: date,
        customer: z.object({
            id: z.string(),
            name: z.string(),
            email: z.string(),
            since: date,
            address: z.object({street: z.string(), city: z.string(), zip: z.string(), country: z.string()}),
        }),
        lines: z.array(
            z.object({
                sku: z.string(),
                title: z.string(),
                quantity: z.number(),
                unitPrice: z.number(),
                discounts: z.array(z.number()),
            }),
        ),
        tags: z.array(z.string()),
        notes: z.array(z.object({author: z.string(), text: z.string(), at: date})),
    });

const loose = shape(z.looseObject);
const strict = shape(z.strictObject);
const trimming = shape(z.object);
const liveOrder = order(z.date());
const wireOrder = order(z.iso.datetime({offset: true}));
const decodedOrder = order(z.iso.datetime({offset: true}).transform((text) => new Date(text)));

export const library = {
    isShape: (value) => demand(loose.safeParse(value).success),
    assertLoose: (value) => loose.parse(value) !== undefined,
    assertStrict: (value) => strict.parse(value) !== undefined,
    parseSafe: (value) => trimming.parse(value),
    parseStrict: (value) => strict.parse(value),
    isOrder: (value) => demand(liveOrder.safeParse(value).success),
    isWireOrder: (value) => demand(wireOrder.safeParse(value).success),
    decodeOrder: (value) => decodedOrder.parse(value),
    parseOrder: (text) => decodedOrder.parse(JSON.parse(text)),
};
