import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {Contract} from '@mionkit/core';
import {createRouter, getMethodsMetadata, type Router} from '@mionkit/router';
import {type ContractFile, initClient} from '../src/index.ts';
import type {MyApi} from './contract/api.d.ts';
import {recordFetch} from './record-fetch.ts';
import {serve, type TestServer} from './serve.ts';
import {type Kinds, Money, router} from './test-api.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const mion = fileURLToPath(new URL('../../compiler/dist/mion.js', import.meta.url));

function read(name: string): string {
    return readFileSync(join(folder, 'contract', name), 'utf8');
}

const contract: ContractFile = JSON.parse(read('contract.json'));

/** A client of the test API, or of another one that is served in its place. */
async function createClient(served: Router = router) {
    const server: TestServer = await serve(served);
    const recorded = recordFetch();
    const options = served === router ? {prefix: 'api/v1', suffix: '.json'} : {};
    const client = initClient<MyApi>({baseURL: server.baseURL, fetch: recorded.fetch, metadata: contract, ...options});
    return {...client, ...recorded, close: server.close};
}

test('the contract of the test API is the one that is written', () => {
    const written = mkdtempSync(join(tmpdir(), 'mion-contract-'));
    try {
        execFileSync(process.execPath, [mion, 'contract', 'test-api.ts', '--out', written], {cwd: folder});
        for (const name of ['api.d.ts', 'contract.json']) expect(readFileSync(join(written, name), 'utf8')).toBe(read(name));
    } finally {
        rmSync(written, {recursive: true});
    }
});

test('it says of each method what the server says', () => {
    const {methods} = contract as Contract;
    const {'mion/methods': _, ...served} = getMethodsMetadata(router);
    const withoutDefinitions = Object.values(served).map(({definitions: __, ...method}) => [method.id, method]);
    // Headers have one name in whatever case.
    const lower = (metadata: object) =>
        JSON.parse(JSON.stringify(metadata), (key, value) => (key === 'headerName' ? value.toLowerCase() : value));
    expect(lower(methods)).toEqual(lower(Object.fromEntries(withoutDefinitions)));
});

test('a contract file of another version is an error', () => {
    const options = {baseURL: '', metadata: {...contract, version: 2}};
    expect(() => initClient<MyApi>(options)).toThrow(
        'initClient: the contract has version 2, and this client reads 1. Write it anew.',
    );
});

describe('a client with a contract file', () => {
    let client: Awaited<ReturnType<typeof createClient>>;
    beforeAll(async () => {
        client = await createClient();
    });
    afterAll(() => client.close());

    test('asks for no metadata, and sends no hash that the server would compare', async () => {
        client.requests.length = 0;
        expect(await client.routes.secured.secret().call(client.hooks.secured.auth('token'))).toBe(42);
        expect(client.requests).toMatchObject([{path: '/api/v1/secured/secret.json', body: {'secured/secret': []}}]);
        expect(Object.keys(client.requests[0]?.body ?? {})).toEqual(['secured/secret']);
    });

    test('restores recursive types, and the classes that it has codecs for', async () => {
        const user = await client.routes.users.get('7').call();
        expect(user.friends?.[0]?.born).toBeInstanceOf(Date);
        const kinds: Kinds = {
            ...{
                big: 1n,
                set: new Set([1]),
                map: new Map([['a', new Date(0)]]),
                url: new URL('https://example.com'),
                pattern: /a/u,
            },
            ...{bytes: new Uint8Array([1]), dateOrText: new Date(1), price: new Money(5), counts: {a: 1}, size: '5px'},
        };
        const received = await client.routes.utils.kinds(kinds).call();
        expect({...received, counts: {...received.counts}}).toEqual({...kinds, price: new Money(10)});
    });

    test('validates params, and knows which hooks a route needs and in which headers they go', async () => {
        await expect(client.routes.utils.sum('1' as never).call()).rejects.toMatchObject({name: 'Validation Error'});
        await expect(client.routes.secured.secret().call()).rejects.toMatchObject({statusCode: 401, name: 'Unauthorized'});
        const {tracked} = client.hooks;
        const {hooks: results} = await client.routes.tracked
            .who()
            .result(tracked.visits(2), tracked.flags(), tracked.tenant('acme', new Date(0)));
        expect(results).toEqual([3, ['a', 'b'], {name: 'acme', since: new Date(0)}]);
    });
});

describe('a server that was deployed with other types', () => {
    async function callWithName(served: Router) {
        const client = await createClient(served);
        try {
            return await client.routes.utils.hello('Ada').result();
        } finally {
            await client.close();
        }
    }

    test('goes on serving where they break no client', async () => {
        const served = createRouter();
        served.registerRoutes({utils: {hello: (_ctx, name: string | number, times = 1): 'Hi' => (name && times ? 'Hi' : 'Hi')}});
        expect(await callWithName(served)).toMatchObject({data: 'Hi'});
    });

    test('is told apart where they do', async () => {
        const stricter = createRouter();
        stricter.registerRoutes({utils: {hello: (_ctx, name: number) => `Hello ${name}`}});
        expect((await callWithName(stricter)).error).toMatchObject({name: 'Validation Error'});
        const other = createRouter();
        other.registerRoutes({utils: {hello: (_ctx, name: string) => ({name})}});
        expect((await callWithName(other)).error).toMatchObject({name: 'Invalid Response'});
    });
});
