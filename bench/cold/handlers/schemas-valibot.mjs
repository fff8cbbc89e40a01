import * as v from 'valibot';

const date = v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.transform((text) => new Date(text)),
    v.date(),
);

/** The hello input, for the peers that validate with valibot. */
export const hello = v.object({name: v.string()});

/** The order, its dates restored. */
export const order = v.object({
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
