import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {clientRoutes} from '@mionkit/common';
import {createNodeHandler, type NodeHandler} from '@mionkit/http';
import {createRouter, getMethodsMetadata} from '@mionkit/router';
import {initClient} from '../src/index.ts';
import {recordFetch} from './record-fetch.ts';

// Two versions of one API, of which a deployment puts one in the other's place.
const oldRouter = createRouter();
const oldApi = oldRouter.registerRoutes({
    greet: (_ctx, name: string): string => `Hello ${name}`,
    same: () => 'old',
});
oldRouter.registerRoutes(clientRoutes);
const newRouter = createRouter();
newRouter.registerRoutes({
    greet: (_ctx, name: string | number): {text: string} => ({text: `Hi ${name}`}),
    same: () => 'new',
});
newRouter.registerRoutes(clientRoutes);
const oldHandler = createNodeHandler(oldRouter);
const newHandler = createNodeHandler(newRouter);

let current: NodeHandler = oldHandler;
let server: Server;
beforeAll(async () => {
    server = createServer((request, response) => current(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

function createClient(metadata = {}) {
    const recorded = recordFetch();
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    current = oldHandler;
    return {...recorded, ...initClient<typeof oldApi>({baseURL, fetch: recorded.fetch, ...metadata})};
}

describe('after a deployment that changed the types of a route', () => {
    test('its call asks for metadata anew and is repeated once', async () => {
        const {routes, requests} = createClient();
        expect(await routes.greet('Ada').call()).toBe('Hello Ada');
        current = newHandler;
        requests.length = 0;
        expect(await routes.greet('Ada').call()).toEqual({text: 'Hi Ada'});
        expect(requests.map(({path}) => path)).toEqual(['/greet', '/mion/methods', '/greet']);
    });

    test('concurrent calls ask for metadata once', async () => {
        const {routes, requests} = createClient();
        await routes.greet('Ada').call();
        current = newHandler;
        requests.length = 0;
        await Promise.all([routes.greet('Ada').call(), routes.greet('Eve').call()]);
        expect(requests.filter(({path}) => path === '/mion/methods')).toHaveLength(1);
    });

    test('calls of routes that did not change are not repeated', async () => {
        const {routes, requests} = createClient();
        await routes.same().call();
        current = newHandler;
        requests.length = 0;
        expect(await routes.same().call()).toBe('new');
        expect(requests.map(({path}) => path)).toEqual(['/same']);
    });

    test('params that no longer fit are found by the new types', async () => {
        const {routes} = createClient();
        await routes.greet('Ada').call();
        current = newHandler;
        const greet = routes.greet as unknown as (name: boolean) => ReturnType<typeof routes.greet>;
        await expect(greet(true).call()).rejects.toMatchObject({name: 'Validation Error'});
    });

    test('a server that keeps calling it stale is believed after one repetition', async () => {
        const {routes, requests} = createClient();
        await routes.greet('Ada').call();
        requests.length = 0;
        // One of two servers behind a balancer was not deployed.
        current = (request, response) => (request.url === '/mion/methods' ? oldHandler : newHandler)(request, response);
        await expect(routes.greet('Ada').call()).rejects.toMatchObject({name: 'Stale Metadata', statusCode: 409});
        expect(requests.map(({path}) => path)).toEqual(['/greet', '/mion/methods', '/greet']);
    });

    test('a client with a contract rejects, and fetches nothing', async () => {
        const metadata = getMethodsMetadata(oldRouter);
        const {routes, requests} = createClient({metadata});
        current = newHandler;
        await expect(routes.greet('Ada').call()).rejects.toMatchObject({name: 'Stale Metadata', statusCode: 409});
        expect(requests.map(({path}) => path)).toEqual(['/greet']);
    });
});
