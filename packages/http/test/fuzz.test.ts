import {Agent, request as sendHttp} from 'node:http';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouter} from '@mionkit/router';
import {type RawRequest, type RawResponse, toRawResponse} from '@mionkit/test-kit/conformance';
import {createFuzzRequest, createRandom, findViolation, fuzzRoutes} from '@mionkit/test-kit/fuzz';
import {createFetchHandler, type NodeServer, startNodeServer} from '../src/index.ts';
import {createFetchSender, createHttp2Sender, getPort, type SendRaw} from './send-raw.ts';

/** How many requests the in-process adapter gets; the others get a share of it. `pnpm fuzz 1000000` sets it. */
const requestCount = Number(process.env.FUZZ_REQUESTS ?? 20_000);
const seed = Number(process.env.FUZZ_SEED ?? 20260101);

const router = createRouter({prefix: 'fuzz'});
router.registerRoutes(fuzzRoutes);
const target = {methods: router.getMethodsMetadata(router.getMethodIds()), toPath: (id: string) => `/fuzz/${id}`};

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
    senders['http/1.1'] = createKeptSender(http1);
    senders['http/2'] = createHttp2Sender(http2);
});
afterAll(async () => {
    process.off('unhandledRejection', noteRejection);
    agent.destroy();
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
});

function createKeptSender(server: NodeServer): SendRaw {
    return ({method, target: path, headers, body}) =>
        new Promise((resolve, reject) => {
            const own = ['host', 'localhost', 'content-length', String(Buffer.byteLength(body)), ...headers];
            const request = sendHttp({port: getPort(server), method, path, headers: own as never, agent}, (response) => {
                const chunks: Buffer[] = [];
                response.on('data', (chunk: Buffer) => chunks.push(chunk));
                response.on('end', () =>
                    resolve(toRawResponse(response.statusCode ?? 0, response.rawHeaders, Buffer.concat(chunks).toString())),
                );
            });
            request.on('error', reject);
            request.end(body);
        });
}

async function fuzz(send: SendRaw, count: number): Promise<{violations: string[]; statuses: Map<number, number>}> {
    const random = createRandom(seed);
    const violations: string[] = [];
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < count && violations.length < 10; turn++) {
        const request = createFuzzRequest(target, random);
        if (!canBeSent(request)) continue;
        const response = await send(request);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        const violation = findViolation(request, response);
        if (violation !== undefined) violations.push(`${violation}: ${describeExchange(request, response)}`);
    }
    return {violations, statuses};
}

// What clients refuse to send reaches no server.
function canBeSent({method, headers, body}: RawRequest): boolean {
    const isAscii = headers.every((text) => /^[\x20-\x7e]*$/.test(text));
    return isAscii && (body.length === 0 || (method !== 'GET' && method !== 'HEAD'));
}

function describeExchange(request: RawRequest, response: RawResponse): string {
    return `${JSON.stringify({...request, body: String(request.body).slice(0, 300)})} → ${JSON.stringify({...response, body: response.body.slice(0, 300)})}`;
}

describe.each<[adapter: string, share: number]>([
    ['fetch', 1],
    ['http/1.1', 0.1],
    ['http/2', 0.05],
])('%s', (adapter, share) => {
    test('answers every request as it should', async () => {
        const {violations, statuses} = await fuzz(senders[adapter] as SendRaw, requestCount * share);
        expect(violations).toEqual([]);
        expect(rejections).toEqual([]);
        // Both kinds of requests get through to where they are meant to go.
        const total = [...statuses.values()].reduce((sum, count) => sum + count, 0);
        expect(statuses.get(200)).toBeGreaterThan(total * 0.2);
        expect(statuses.get(400)).toBeGreaterThan(total * 0.2);
        expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 204, 400, 404, 405, 409, 413, 415]));
    }, 3_600_000);
});
