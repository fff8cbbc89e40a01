/** The object of the public `typescript-runtime-type-benchmarks`: flat but for one level, with one long text. */
export interface Shape {
    number: number;
    negNumber: number;
    maxNumber: number;
    string: string;
    longString: string;
    boolean: boolean;
    deeplyNested: {foo: string; num: number; bool: boolean};
}

/** An order as it is in memory: about 1 kB as JSON, with six dates. */
export interface Order {
    id: string;
    revision: number;
    status: 'open' | 'paid' | 'shipped';
    createdAt: Date;
    paidAt: Date;
    shipBy: Date;
    customer: {
        id: string;
        name: string;
        email: string;
        since: Date;
        address: {street: string; city: string; zip: string; country: string};
    };
    lines: {sku: string; title: string; quantity: number; unitPrice: number; discounts: number[]}[];
    tags: string[];
    notes: {author: string; text: string; at: Date}[];
}
