import {request as sendHttp} from 'node:http';
import {brotliCompressSync, brotliDecompressSync, constants, deflateSync, gunzipSync, gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouter, type Routes} from '@mionkit/router';
import {findAcceptedEncoding} from '../src/content-encodings.ts';
import {type NodeServer, startNodeServer} from '../src/index.ts';
import {getPort} from './send-raw.ts';

const routes = {
    text: {route: (): string => 'é'.repeat(5000), readOnly: true},
    short: (): string => 'x',
    size: (_ctx, text: string): number => text.length,
    quiet: {hook: (ctx): void => ctx.response.headers.set('vary', 'origin')},
} satisfies Routes;
const router = createRouter({maxBodySize: 100_000});
router.registerRoutes(routes);

let on: NodeServer;
let off: NodeServer;
beforeAll(async () => {
    on = await startNodeServer({port: 0, compression: true, decompression: true}, router);
    off = await startNodeServer({port: 0}, router);
});
afterAll(() => Promise.all([on, off].map((server) => new Promise((done) => server.close(done as () => void)))));

interface Answer {
    readonly status: number | undefined;
    readonly headers: NodeJS.Dict<string | string[]>;
    readonly bytes: Buffer;
}

function send(
    server: NodeServer,
    path: string,
    headers: Record<string, string>,
    body: string | Buffer = '',
    method = 'POST',
): Promise<Answer> {
    return new Promise((resolve, reject) => {
        const all = {'content-type': 'application/json', ...headers};
        const request = sendHttp({port: getPort(server), path, method, headers: all, agent: false}, (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () =>
                resolve({status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks)}),
            );
        });
        request.on('error', reject);
        request.end(body);
    });
}

const text = `{"text":"${'é'.repeat(5000)}"}`;

describe('responses', () => {
    test.each([
        ['gzip', 'gzip', gunzipSync],
        ['gzip, deflate, br', 'br', brotliDecompressSync],
        ['br;q=0.1, gzip;q=1', 'br', brotliDecompressSync],
    ])('accept-encoding %s gets %s', async (accepted, encoding, decode) => {
        const {headers, bytes} = await send(on, '/text', {'accept-encoding': accepted});
        expect(headers['content-encoding']).toBe(encoding);
        expect(headers['content-length']).toBe(String(bytes.length));
        expect(headers.vary).toBe('origin, Accept-Encoding');
        expect(bytes.length).toBeLessThan(500);
        expect(decode(bytes).toString()).toBe(text);
    });

    test('the best that this Node has comes first', async () => {
        const {headers} = await send(on, '/text', {'accept-encoding': 'gzip, br, zstd'});
        expect(headers['content-encoding']).toBe(process.versions.zstd === undefined ? 'br' : 'zstd');
    });

    test.each<[title: string, path: string, headers: Record<string, string>]>([
        ['no accept-encoding', '/text', {}],
        ['none that is known', '/text', {'accept-encoding': 'deflate, identity'}],
        ['all refused', '/text', {'accept-encoding': 'br;q=0, gzip;q=0, *;q=0'}],
        ['a small body', '/short', {'accept-encoding': 'gzip'}],
    ])('%s: as it is, and caches are told', async (_title, path, headers) => {
        const answer = await send(on, path, headers);
        expect(answer.headers['content-encoding']).toBeUndefined();
        expect(answer.headers.vary).toBe('origin, Accept-Encoding');
        expect(JSON.parse(answer.bytes.toString())).toEqual(path === '/text' ? JSON.parse(text) : {short: 'x'});
    });

    test('HEAD has the headers of GET', async () => {
        const [head, get] = await Promise.all(
            ['HEAD', 'GET'].map((method) => send(on, '/text', {'accept-encoding': 'gzip'}, '', method)),
        );
        expect(head?.bytes.length).toBe(0);
        expect({...head?.headers, date: ''}).toEqual({...get?.headers, date: ''});
    });

    test('without the option nothing is compressed', async () => {
        const {headers, bytes} = await send(off, '/text', {'accept-encoding': 'gzip'});
        expect([headers['content-encoding'], headers.vary, bytes.toString()]).toEqual([undefined, 'origin', text]);
    });
});

describe('requests', () => {
    const body = JSON.stringify(['x'.repeat(90_000)]);
    const bomb = JSON.stringify(['x'.repeat(20_000_000)]);

    test.each<[title: string, encoding: string, bytes: Buffer, status: number]>([
        ['gzip', 'gzip', gzipSync(body), 200],
        ['brotli', 'br', brotliCompressSync(body), 200],
        ['a name in capitals', 'GZIP', gzipSync(body), 200],
        ['identity', 'identity', Buffer.from(body), 200],
        ['a bomb of gzip', 'gzip', gzipSync(bomb), 413],
        ['a bomb of brotli', 'br', brotliCompressSync(bomb, {params: {[constants.BROTLI_PARAM_QUALITY]: 1}}), 413],
        ['not what it says', 'gzip', Buffer.from(body), 400],
        ['cut off', 'gzip', gzipSync(body).subarray(0, -20), 400],
        ['an encoding that is unknown', 'deflate', deflateSync(body), 415],
        ['two encodings', 'gzip, br', brotliCompressSync(gzipSync(body)), 415],
        ['a name of Object.prototype', 'constructor', Buffer.from(body), 415],
    ])('%s', async (_title, encoding, bytes, status) => {
        const answer = await send(on, '/size', {'content-encoding': encoding}, bytes);
        expect(answer.status).toBe(status);
        if (status === 200) expect(JSON.parse(answer.bytes.toString())).toEqual({size: 90_000});
        else expect(Object.keys(JSON.parse(answer.bytes.toString())['@errors'])).toEqual(['@request']);
    });

    test('without the option they are refused with 415', async () => {
        const answer = await send(off, '/size', {'content-encoding': 'gzip'}, gzipSync(body));
        expect(answer.status).toBe(415);
        expect(answer.bytes.toString()).toContain('without the header `content-encoding`');
    });
});

test.each<[accepted: string | undefined, expected: string | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['GZip', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip;q=0.000', undefined],
    ['gzip; q=0.5', 'gzip'],
    ['gzip;q=x', undefined],
    ['*;q=0, gzip', 'gzip'],
    ['x-gzip', undefined],
    ['identity;q=1, *;q=0', undefined],
    ['gzip,,;;,', 'gzip'],
])('of %j the encoding is %j', (accepted, expected) => {
    expect(findAcceptedEncoding(accepted)).toBe(expected);
});
