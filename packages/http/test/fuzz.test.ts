import {Agent} from 'node:http';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouter, getMethodsMetadata} from '@mionkit/router';
import {createFetchSender, type SendRaw} from '@mionkit/test-kit/conformance';
import {fuzzRoutes, runFuzz} from '@mionkit/test-kit/fuzz';
import {createFetchHandler, type NodeServer, startNodeServer} from '../src/index.ts';
import {createHttp1Sender, createHttp2Sender, getPort} from './send-raw.ts';

/** How many requests the in-process adapter gets; the others get a share of it. `pnpm fuzz 1000000` sets it. */
const requestCount = Number(process.env.FUZZ_REQUESTS ?? 20_000);
const seed = Number(process.env.FUZZ_SEED ?? 20260101);

const router = createRouter({prefix: 'fuzz'});
router.registerRoutes(fuzzRoutes);
const target = {methods: getMethodsMetadata(router), toPath: (id: string) => `/fuzz/${id}`};

const agent = new Agent({keepAlive: true, maxSockets: 8});
const servers: NodeServer[] = [];
const senders: Record<string, SendRaw> = {fetch: createFetchSender(createFetchHandler(router))};
const rejections: unknown[] = [];
const noteRejection = (reason: unknown) => rejections.push(reason);
beforeAll(async () => {
    process.on('unhandledRejection', noteRejection);
    const http1 = await startNodeServer({port: 0, compression: true, decompression: true}, router);
    const http2 = await startNodeServer({port: 0, protocol: 'http2'}, router);
    servers.push(http1, http2);
    senders['http/1.1'] = createHttp1Sender(getPort(http1), agent);
    senders['http/2'] = createHttp2Sender(http2);
});
afterAll(async () => {
    process.off('unhandledRejection', noteRejection);
    agent.destroy();
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
});

describe.each<[adapter: string, share: number]>([
    ['fetch', 1],
    ['http/1.1', 0.1],
    ['http/2', 0.05],
])('%s', (adapter, share) => {
    test('answers every request as it should', async () => {
        const {violations, statuses} = await runFuzz(senders[adapter] as SendRaw, target, {count: requestCount * share, seed});
        expect(violations).toEqual([]);
        expect(rejections).toEqual([]);
        // Both kinds of requests get through to where they are meant to go.
        const total = [...statuses.values()].reduce((sum, count) => sum + count, 0);
        expect(statuses.get(200)).toBeGreaterThan(total * 0.2);
        expect(statuses.get(400)).toBeGreaterThan(total * 0.2);
        expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 204, 400, 404, 405, 409, 413, 415]));
    }, 3_600_000);
});
