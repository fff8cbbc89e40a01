import {beforeAll, describe, expect, jest, test} from '@jest/globals';
import type {LambdaHandler} from '@mionkit/aws';
import {callCases, callWithoutToken, toBody, toHeaders} from './call-cases.ts';
import {createHttpApiEvent, createRestApiEvent} from './lambda-events.ts';

// The routes are compiled while they are imported, and the machine may be busy.

const gateways = [
    {gateway: 'a REST API', createEvent: createRestApiEvent},
    {gateway: 'an HTTP API', createEvent: createHttpApiEvent},
];

describe.each(gateways)('the API on Lambda, behind $gateway', ({createEvent}) => {
    let handler: LambdaHandler;

    beforeAll(async () => {
        // A new environment of Lambda: its store is as it was.
        jest.resetModules();
        jest.spyOn(console, 'log').mockReturnValue();
        jest.spyOn(console, 'error').mockReturnValue();
        ({handler} = await import('../src/serve-aws-lambda.ts'));
    });

    test.each(callCases)('$what', async (call) => {
        const result = await handler(createEvent(`/api/v1/${call.path}`, toHeaders(call), toBody(call)));
        expect(JSON.parse(result.body)).toMatchObject(call.response);
        expect(result.statusCode).toBe(call.status);
    });

    test('no token', async () => {
        const {path, body, status, response} = callWithoutToken;
        const result = await handler(createEvent(`/api/v1/${path}`, {'content-type': 'application/json'}, toBody({body})));
        expect(JSON.parse(result.body)).toMatchObject(response);
        expect(result.statusCode).toBe(status);
    });
});

test('both gateways get the very same bodies', async () => {
    jest.resetModules();
    const {handler} = await import('../src/serve-aws-lambda.ts');
    for (const call of callCases.filter(({path}) => !/create|delete/.test(path))) {
        const args = [`/api/v1/${call.path}`, toHeaders(call), toBody(call)] as const;
        const [rest, http] = [await handler(createRestApiEvent(...args)), await handler(createHttpApiEvent(...args))];
        expect(http.body).toBe(rest.body);
        expect(http.headers).toEqual(rest.headers);
    }
});
