import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {runScript} from './run-script.ts';
import {type Server, startServer} from './start-server.ts';

// Processes are started, and the machine may be busy.

let server: Server;

beforeAll(async () => {
    server = await startServer();
});

afterAll(() => server.stop());

test('the client script prints typed results, a validation error and an auth error', async () => {
    const client = runScript('client.ts', {PORT: String(server.port)});
    expect(await client.exit()).toBe(0);
    const lines = client.output().trim().split('\n');
    expect(lines).toEqual([
        "created { id: 'USER-2', name: 'Ada', surname: 'Lovelace' }",
        'Hello Ada Lovelace',
        'ordered ORDER-2 in 2026',
        'deleted ORDER-2',
        expect.stringMatching(/^validation error: Validation Error .*"path":"b"/),
        'auth error: 401 Unauthorized',
    ]);
});

test('what the client refuses is never sent', () => {
    // The log has a line for every call.
    expect(server.output()).toContain('/api/v1/users/create 200');
    expect(server.output()).not.toMatch(/\/api\/v1\/utils\/sum \d/);
});
