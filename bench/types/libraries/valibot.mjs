import * as v from 'valibot';
import {demand} from './demand.mjs';

const shape = (object) =>
    object({
        number: v.number(),
        negNumber: v.number(),
        maxNumber: v.number(),
        string: v.string(),
        longString: v.string(),
        boolean: v.boolean(),
        deeplyNested: object({foo: v.string(), num: v.number(), bool: v.boolean()}),
    });
const order = (date) =>
    v.object({
        id: v.string(),
        revision: v.number(),
        status: v.picklist(['open', 'paid', 'shipped']),
        createdAt: date,
        paidAt: date,
        shipBy: date,
        customer: v.object({
            id: v.string(),
            name: v.string(),
            email: v.string(),
            since: date,
            address: v.object({street: v.string(), city: v.string(), zip: v.string(), country: v.string()}),
        }),
        lines: v.array(
            v.object({
                sku: v.string(),
                title: v.string(),
                quantity: v.number(),
                unitPrice: v.number(),
                discounts: v.array(v.number()),
            }),
        ),
        tags: v.array(v.string()),
        notes: v.array(v.object({author: v.string(), text: v.string(), at: date})),
    });

const loose = shape(v.looseObject);
const strict = shape(v.strictObject);
const trimming = shape(v.object);
const isoDate = v.pipe(v.string(), v.isoTimestamp());
const liveOrder = order(v.date());
const wireOrder = order(isoDate);
const decodedOrder = order(
    v.pipe(
        isoDate,
        v.transform((text) => new Date(text)),
        v.date(),
    ),
);

export const library = {
    isShape: (value) => demand(v.is(loose, value)),
    assertLoose: (value) => v.parse(loose, value) !== undefined,
    assertStrict: (value) => v.parse(strict, value) !== undefined,
    parseSafe: (value) => v.parse(trimming, value),
    parseStrict: (value) => v.parse(strict, value),
    isOrder: (value) => demand(v.is(liveOrder, value)),
    isWireOrder: (value) => demand(v.is(wireOrder, value)),
    decodeOrder: (value) => v.parse(decodedOrder, value),
    parseOrder: (text) => v.parse(decodedOrder, JSON.parse(text)),
};
