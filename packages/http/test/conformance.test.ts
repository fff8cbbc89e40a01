import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouter} from '@mionkit/router';
import {
    type AdapterName,
    conformanceCases,
    conformanceRoutes,
    createFetchSender,
    type SendRaw,
    streamCases,
    streamRoutes,
    withoutFraming,
} from '@mionkit/test-kit/conformance';
import {createFetchHandler, type NodeServer, startNodeServer} from '../src/index.ts';
import {createHttp1Sender, createHttp2Sender, getPort} from './send-raw.ts';

const router = createRouter({prefix: 'api'});
router.registerRoutes(conformanceRoutes);
const streamRouter = createRouter({prefix: 'api'});
streamRouter.registerRoutes(streamRoutes);

const servers: NodeServer[] = [];
const senders: Partial<Record<AdapterName, SendRaw>> = {fetch: createFetchSender(createFetchHandler(router))};
beforeAll(async () => {
    const http1 = await startNodeServer({port: 0}, router);
    const http2 = await startNodeServer({port: 0, protocol: 'http2'}, router);
    servers.push(http1, http2);
    senders['http/1.1'] = createHttp1Sender(getPort(http1));
    senders['http/2'] = createHttp2Sender(http2);
});
const streamSenders: Partial<Record<AdapterName, SendRaw>> = {fetch: createFetchSender(createFetchHandler(streamRouter))};
beforeAll(async () => {
    const http1 = await startNodeServer({port: 0}, streamRouter);
    const http2 = await startNodeServer({port: 0, protocol: 'http2'}, streamRouter);
    servers.push(http1, http2);
    streamSenders['http/1.1'] = createHttp1Sender(getPort(http1));
    streamSenders['http/2'] = createHttp2Sender(http2);
});
afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

describe.each<[adapter: AdapterName]>([['http/1.1'], ['http/2'], ['fetch']])('%s', (adapter) => {
    const asked = conformanceCases.filter(({skip}) => skip?.[adapter] === undefined);
    test.each(asked.map((one) => [one.title, one] as const))('%s', async (_title, {request, response}) => {
        const actual = await senders[adapter]?.(request);
        const body = typeof response.body === 'string' ? response.body : expect.stringMatching(response.body);
        const length = typeof response.body === 'string' ? {} : {'content-length': String(Buffer.byteLength(actual?.body ?? ''))};
        expect(actual).toEqual({...response, body, headers: {...response.headers, ...length}});
    });
});

describe.each<[adapter: AdapterName]>([['http/1.1'], ['http/2'], ['fetch']])('streams over %s', (adapter) => {
    test.each(streamCases.map((one) => [one.title, one] as const))('%s', async (_title, {request, response}) => {
        const actual = await streamSenders[adapter]?.(request);
        const body = typeof response.body === 'string' ? response.body : expect.stringMatching(response.body);
        expect(actual && withoutFraming(actual)).toEqual({...response, body});
    });
});

test('what an adapter can not be asked has a reason', () => {
    const reasons = conformanceCases.flatMap(({skip}) => Object.values(skip ?? {}));
    expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
    expect(reasons.length).toBeLessThan(6);
});
