import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {callCases, callWithoutToken, toBody, toHeaders} from './call-cases.ts';
import {runScript} from './run-script.ts';
import {type Server, startServer} from './start-server.ts';

// Processes are started, and the machine may be busy.

let server: Server;
let url: string;

beforeAll(async () => {
    server = await startServer();
    url = `http://localhost:${server.port}`;
});

afterAll(() => server.stop());

describe('the API on node http', () => {
    test.each(callCases)('$what', async (call) => {
        const response = await fetch(`${url}/api/v1/${call.path}`, {
            method: 'POST',
            headers: toHeaders(call),
            body: toBody(call),
        });
        expect(await response.json()).toMatchObject(call.response);
        expect(response.status).toBe(call.status);
    });

    test('no token', async () => {
        const {path, body, status, response: expected} = callWithoutToken;
        const headers = {'content-type': 'application/json'};
        const response = await fetch(`${url}/api/v1/${path}`, {method: 'POST', headers, body: toBody({body})});
        expect(await response.json()).toMatchObject(expected);
        expect(response.status).toBe(status);
    });

    test('logs every call', () => expect(server.output()).toMatch(/Z \/api\/v1\/utils\/sum 200\n/));
});

describe('what the server prints', () => {
    test('its URL', () => expect(server.output()).toContain(`The API is served on ${url}.`));

    test('a curl command that works', async () => {
        const [, address = '', contentType = '', authorization = '', body = ''] =
            /curl (\S+) -H 'content-type: (.+?)' -H 'authorization: (.+?)' -d '(.+?)'/.exec(server.output()) ?? [];
        const response = await fetch(address, {method: 'POST', headers: {'content-type': contentType, authorization}, body});
        expect(await response.json()).toEqual({'utils/sum': 5});
    });

    test('what to do when the port is in use', async () => {
        const second = runScript('serve-node-http.ts', {PORT: String(server.port)});
        expect(await second.exit()).toBe(1);
        expect(second.output()).toContain(`port ${server.port} is in use`);
        expect(second.output()).toContain(`PORT=${server.port + 1} npm start`);
    });
});
