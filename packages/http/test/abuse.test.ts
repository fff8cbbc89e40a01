import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouter} from '@mionkit/router';
import {createFetchSender, type SendRaw} from '@mionkit/test-kit/conformance';
import {abuseCases, findViolation, fuzzRoutes} from '@mionkit/test-kit/fuzz';
import {createFetchHandler, type NodeServer, startNodeServer} from '../src/index.ts';
import {createHttp1Sender, createHttp2Sender, getPort} from './send-raw.ts';

const router = createRouter({prefix: 'fuzz'});
router.registerRoutes(fuzzRoutes);

const servers: NodeServer[] = [];
const senders: Record<string, SendRaw> = {fetch: createFetchSender(createFetchHandler(router))};
beforeAll(async () => {
    const http1 = await startNodeServer({port: 0}, router);
    const http2 = await startNodeServer({port: 0, protocol: 'http2'}, router);
    servers.push(http1, http2);
    senders['http/1.1'] = createHttp1Sender(getPort(http1));
    senders['http/2'] = createHttp2Sender(http2);
});
afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

describe.each([['fetch'], ['http/1.1'], ['http/2']])('%s', (adapter) => {
    test.each(abuseCases.map((one) => [one.rule, one.title, one] as const))(
        'rule %d: %s',
        async (_rule, _title, {request, status}) => {
            const response = await senders[adapter]?.(request);
            expect(response?.status).toBe(status);
            expect(response && findViolation(request, response)).toBeUndefined();
        },
    );
});
