import {z} from 'zod';

const date = z.iso.datetime({offset: true}).transform((text) => new Date(text));

/** The hello input, for the peers that validate with zod. */
export const hello = z.object({name: z.string()});

/** The order, its dates restored. */
export const order = z.object({
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
