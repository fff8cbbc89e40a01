import {beforeAll, expect, jest, test} from '@jest/globals';
import type {MethodsMetadata} from '@mionkit/core';
import {createFetchHandler} from '@mionkit/http';
import {createFetchSender, type SendRaw} from '@mionkit/test-kit/conformance';
import {type FuzzTarget, runFuzz} from '@mionkit/test-kit/fuzz';

// The routes are compiled while they are imported, and the machine may be busy.

const requestCount = 3000;
let send: SendRaw;
let target: FuzzTarget;

beforeAll(async () => {
    jest.spyOn(console, 'log').mockReturnValue();
    jest.spyOn(console, 'error').mockReturnValue();
    await import('../src/myApi.routes.ts');
    send = createFetchSender(createFetchHandler());
    target = {
        methods: await readMethods(),
        toPath: (id) => `/api/v1/${id}`,
        headers: ['authorization', 'token'],
    };
});

async function readMethods(): Promise<MethodsMetadata> {
    const headers = ['content-type', 'application/json', 'authorization', 'token'];
    const {body} = await send({method: 'POST', target: '/api/v1/mion/methods', headers, body: '[[], true]'});
    return JSON.parse(body)['mion/methods'];
}

test('the API answers whatever is made from its types, fitting or not', async () => {
    const {violations, statuses} = await runFuzz(send, target, {count: requestCount, seed: 20260101});
    expect(violations).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(requestCount * 0.2);
    expect(statuses.get(400)).toBeGreaterThan(requestCount * 0.2);
    expect(statuses.get(404)).toBeGreaterThan(50);
});
