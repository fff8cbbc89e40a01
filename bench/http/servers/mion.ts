import type {AddressInfo} from 'node:net';
import {startNodeServer} from '@mionkit/http';
import {type Routes, registerRoutes} from '@mionkit/router';
import {serve} from '../serve.mjs';

interface Order {
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

const routes = {
    hello: (_ctx, name: string): string => `Hello ${name}`,
    update: (_ctx, order: Order): Order => ({...order, revision: order.revision + 1}),
} satisfies Routes;
registerRoutes(routes);

const server = await startNodeServer({port: 0, host: '127.0.0.1'});
serve((tell: (port: number) => void) => tell((server.address() as AddressInfo).port));
