import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer, type Server, request as sendHttp} from 'node:http';
import {connect as connectHttp2} from 'node:http2';
import {request as sendHttps} from 'node:https';
import {connect, type Socket} from 'node:net';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, type Router, type Routes} from '@mionkit/router';
import {createNodeHandler, type NodeHttpOptions, type NodeServer, setNodeHttpOpts, startNodeServer} from '../src/index.ts';
import {getPort} from './send-raw.ts';
import {readStatuses, sendText} from './send-text.ts';

/** Ends the routes that wait, by name. */
let release: Record<string, () => void> = {};
let runs: string[] = [];

const routes = {
    hello: (_ctx, name: string): string => `Hello ${name}`,
    ping: (): string => 'pong',
    wait: async (ctx: CallContext, name: string): Promise<string> => {
        runs.push(`start ${name}`);
        ctx.signal.addEventListener('abort', () => runs.push(`abort ${name}`));
        await new Promise<void>((done) => {
            release[name] = done;
        });
        runs.push(`end ${name}`);
        return name;
    },
    raw: {
        answer: {
            rawHook: (_ctx, _request, response) => {
                response.writeHead(202, {'x-raw': 'yes'});
                response.end('raw');
            },
        },
        get: (): string => 'never sent',
    },
    preset: {
        header: {rawHook: (_ctx, _request, response) => response.setHeader('x-raw', 'kept')},
        cookies: (ctx): void => ctx.response.headers.append('set-cookie', ['a=1', 'b=2']),
    },
} satisfies Routes;

function createTestRouter(): Router {
    const router = createRouter();
    router.registerRoutes(routes);
    return router;
}

const servers: {close(done: () => void): unknown; closeAllConnections(): void}[] = [];
async function start(options: Partial<NodeHttpOptions> = {}, router = createTestRouter()): Promise<NodeServer> {
    const server = await startNodeServer({port: 0, host: '127.0.0.1', ...options}, router);
    servers.push(server);
    return server;
}

beforeEach(() => {
    release = {};
    runs = [];
});
afterEach(async () => {
    setNodeHttpOpts({});
    for (const end of Object.values(release)) end();
    await Promise.all(
        servers.splice(0).map((server) => {
            server.closeAllConnections();
            return new Promise<void>((done) => server.close(done));
        }),
    );
});

function toText(path: string, body: string, headers: readonly string[] = []): string {
    const head = [`POST ${path} HTTP/1.1`, 'host: a', 'content-type: application/json', ...headers];
    const length = headers.some((line) => line.startsWith('transfer-encoding'))
        ? []
        : [`content-length: ${Buffer.byteLength(body)}`];
    return `${[...head, ...length].join('\r\n')}\r\n\r\n${body}`;
}

async function until(isTrue: () => boolean): Promise<void> {
    for (let turn = 0; turn < 500 && !isTrue(); turn++) await new Promise((done) => setTimeout(done, 10));
    expect(isTrue()).toBe(true);
}

describe('bodies beyond the limit', () => {
    const large = 'x'.repeat(64 * 1024);
    const manyChunks = Array.from({length: 400}, () => `${large.length.toString(16)}\r\n${large}\r\n`);

    test.each<[title: string, pieces: string[]]>([
        [
            'announced',
            [
                `POST /ping HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${400 * large.length}\r\n\r\n`,
                ...Array(400).fill(large),
            ],
        ],
        [
            'in chunks',
            [
                'POST /ping HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
                ...manyChunks,
            ],
        ],
    ])('%s: answered with 413, and the rest stays unread', async (_title, pieces) => {
        const server = await start();
        let served: Socket | undefined;
        server.on('connection', (socket: Socket) => {
            served = socket;
        });
        const {text, isClosed} = await sendText(getPort(server), pieces);
        expect(readStatuses(text)).toEqual([413]);
        expect(text).toContain('\r\nconnection: close\r\n');
        expect(text).toContain('"name":"Payload Too Large"');
        expect(isClosed).toBe(true);
        expect(served?.bytesRead).toBeLessThan(262_144 + 4 * 65_536);
    });

    test('clients that send everything before they read get the answer too', async () => {
        const server = await start();
        const response = await fetch(`http://127.0.0.1:${getPort(server)}/ping`, {method: 'POST', body: 'x'.repeat(20_000_000)});
        expect(response.status).toBe(413);
        expect(await response.json()).toMatchObject({'@errors': {'@request': {statusCode: 413}}});
    });

    test("the limit is the router's", async () => {
        const router = createRouter({maxBodySize: 10});
        router.registerRoutes(routes);
        const server = await start({}, router);
        const {text} = await sendText(getPort(server), [toText('/ping', '{        }'), toText('/ping', '{         }')]);
        expect(readStatuses(text)).toEqual([200, 413]);
    });
});

describe('connections', () => {
    test('pipelined requests are answered in their order', async () => {
        const server = await start();
        const names = ['slow', 'a', 'b'];
        const pieces = [toText('/wait', '["slow"]'), toText('/hello', '["a"]'), toText('/hello', '["b"]')];
        const pending = sendText(getPort(server), [pieces.join('')], (text) => text.includes('Hello b'));
        await until(() => release.slow !== undefined);
        release.slow?.();
        const {text} = await pending;
        expect(readStatuses(text)).toEqual([200, 200, 200]);
        expect([...text.matchAll(/\{"(?:wait|hello)":"(?:Hello )?(\w+)"\}/g)].map(([, name]) => name)).toEqual(names);
    });

    test('a body in single bytes is read', async () => {
        const server = await start();
        const {text} = await sendText(getPort(server), [...toText('/hello', '["Zoë"]')], (received) => received.includes('}'));
        expect(text).toContain('{"hello":"Hello Zoë"}');
    });

    test('a chunked body is read', async () => {
        const server = await start();
        const body = '2\r\n["\r\n1;x=y\r\na\r\n2\r\n"]\r\n0\r\ntrailer: x\r\n\r\n';
        const {text} = await sendText(getPort(server), [toText('/hello', body, ['transfer-encoding: chunked'])], (received) =>
            received.includes('}'),
        );
        expect(text).toContain('{"hello":"Hello a"}');
    });

    test.each<[title: string, text: string, status: number]>([
        ['both length and chunks', toText('/ping', '0\r\n\r\n', ['transfer-encoding: chunked', 'content-length: 5']), 400],
        ['two lengths', toText('/ping', '', ['content-length: 5']), 400],
        ['a negative length', 'POST /ping HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 400],
        ['no host', 'POST /ping HTTP/1.1\r\ncontent-type: application/json\r\n\r\n', 400],
        ['no HTTP', 'hello\r\n\r\n', 400],
        ['headers over 16 kB', toText('/ping', '', [`x-a: ${'a'.repeat(17_000)}`]), 431],
        ['more headers than allowed', toText('/ping', '', Array(120).fill('x-a: b')), 431],
        ['many more headers than allowed', toText('/ping', '', Array(1500).fill('a: b')), 431],
        ['a host twice', toText('/ping', '', ['Host: b', 'connection: close']), 400],
    ])('%s is refused, and the connection closed', async (_title, text, status) => {
        const server = await start();
        const answer = await sendText(getPort(server), [text]);
        expect(readStatuses(answer.text)).toEqual([status]);
        expect(runs).toEqual([]);
    });

    test('the whole URL is accepted in place of the path', async () => {
        const server = await start();
        const pieces = [toText('http://example.com/hello?x', '["a"]')];
        expect((await sendText(getPort(server), pieces, (text) => text.includes('}'))).text).toContain('{"hello":"Hello a"}');
    });

    test.each([['*'], ['/'], ['//'], ['http://example.com'], ['/hello#x'], ['/%zz'], ['/\x7f']])(
        'the target %j is a plain 404',
        async (target) => {
            const server = await start();
            const {text} = await sendText(getPort(server), [toText(target, '["a"]')], (received) =>
                received.includes('\r\n\r\n'),
            );
            expect([400, 404]).toContain(readStatuses(text)[0]);
        },
    );

    test('slow headers and slow bodies are answered with 408', async () => {
        const server = await start({headersTimeoutMs: 100, requestTimeoutMs: 200, options: {connectionsCheckingInterval: 50}});
        const slow = ['POST /ping HTTP/1.1\r\nhost: a\r\n', toText('/hello', '["a"]').slice(0, -2)];
        const answers = await Promise.all(slow.map((text) => sendText(getPort(server), [text])));
        expect(answers.map(({text}) => readStatuses(text))).toEqual([[408], [408]]);
    });

    test('idle connections are kept longer than those of load balancers, and the answer says so', async () => {
        const server = await start();
        const {headers} = await fetch(`http://127.0.0.1:${getPort(server)}/ping`, {
            method: 'POST',
            headers: {'content-type': 'application/json'},
        });
        expect(headers.get('keep-alive')).toBe('timeout=65');
    });

    test('a request that never ends reaches no route', async () => {
        const server = await start();
        const socket = connect(getPort(server), '127.0.0.1');
        socket.write(toText('/wait', '["x"]').slice(0, -1));
        await once(server, 'request');
        socket.destroy();
        await until(() => socket.closed);
        expect(runs).toEqual([]);
    });

    test('ctx.signal aborts when the client goes away, and nothing else happens', async () => {
        const server = await start();
        const socket = connect(getPort(server), '127.0.0.1');
        socket.write(toText('/wait', '["x"]'));
        await until(() => runs.length === 1);
        socket.destroy();
        await until(() => runs.includes('abort x'));
        release.x?.();
        await until(() => runs.includes('end x'));
        expect((await sendText(getPort(server), [toText('/ping', '')], (text) => text.includes('pong'))).text).toContain('pong');
    });

    test('ctx.signal does not abort when the answer is sent', async () => {
        const server = await start();
        const pending = sendText(getPort(server), [toText('/wait', '["x"]', ['connection: close'])]);
        await until(() => release.x !== undefined);
        release.x?.();
        expect(readStatuses((await pending).text)).toEqual([200]);
        expect(runs).toEqual(['start x', 'end x']);
    });
});

describe('closing', () => {
    test('finishes the requests in flight, and closes idle connections', async () => {
        const server = await start();
        const port = getPort(server);
        const idle = connect(port, '127.0.0.1');
        idle.write(toText('/ping', ''));
        await once(idle, 'data');
        const pending = sendText(port, [toText('/wait', '["x"]')]);
        await until(() => release.x !== undefined);
        const closed = new Promise((done) => server.close(done));
        await once(idle, 'close');
        release.x?.();
        const {text, isClosed} = await pending;
        expect(readStatuses(text)).toEqual([200]);
        expect(text).toContain('\r\nconnection: close\r\n');
        expect(isClosed).toBe(true);
        await closed;
        await expect(fetch(`http://127.0.0.1:${port}/ping`)).rejects.toThrow();
    });

    test('installs no signal handlers unless asked to', async () => {
        const before = process.listenerCount('SIGTERM') + process.listenerCount('SIGINT');
        await Promise.all([start(), start()]);
        expect(process.listenerCount('SIGTERM') + process.listenerCount('SIGINT')).toBe(before);
    });

    test('on a signal the server stops being ready, finishes what is in flight, and takes its handlers away', async () => {
        const server = await start({closeOnSignals: ['SIGUSR2'], readinessPath: '/ready', drainDelayMs: 100});
        const url = `http://127.0.0.1:${getPort(server)}`;
        const closed = once(server, 'close');
        expect(await (await fetch(`${url}/ready`)).text()).toBe('ready');
        const pending = sendText(getPort(server), [toText('/wait', '["x"]')]);
        await until(() => release.x !== undefined);
        process.emit('SIGUSR2');
        expect((await fetch(`${url}/ready`)).status).toBe(503);
        await until(() => !server.listening);
        release.x?.();
        expect(readStatuses((await pending).text)).toEqual([200]);
        await closed;
        expect(process.listenerCount('SIGUSR2')).toBe(0);
    });

    test('what does not end in time after a signal is cut', async () => {
        const server = await start({closeOnSignals: ['SIGUSR2'], closeTimeoutMs: 50});
        const closed = once(server, 'close');
        const pending = sendText(getPort(server), [toText('/wait', '["x"]')]);
        await until(() => release.x !== undefined);
        process.emit('SIGUSR2');
        expect((await pending).text).toBe('');
        await closed;
    });

    test('a server that closes by itself takes its signal handlers away', async () => {
        const server = await start({closeOnSignals: ['SIGUSR2', 'SIGHUP']});
        expect(process.listenerCount('SIGUSR2')).toBe(1);
        server.close();
        await once(server, 'close');
        expect(process.listenerCount('SIGUSR2') + process.listenerCount('SIGHUP')).toBe(0);
    });
});

describe('starting', () => {
    test('a port in use is an error that says what to do', async () => {
        const port = getPort(await start());
        const starting = startNodeServer({port, host: '127.0.0.1'}, createTestRouter());
        await expect(starting).rejects.toThrow(
            `startNodeServer: port ${port} is in use. Stop the program that listens on it, or choose another one: \`startNodeServer({port: ${port + 1}})\`.`,
        );
    });

    test('so is an address that the machine does not have', async () => {
        await expect(startNodeServer({port: 0, host: '192.0.2.1'}, createTestRouter())).rejects.toThrow(
            "this machine does not have the address '192.0.2.1'",
        );
    });

    test('a default header that no response can have is refused', async () => {
        await expect(startNodeServer({port: 0, defaultResponseHeaders: {'x-a': 'a\r\nb'}}, createTestRouter())).rejects.toThrow(
            "The value for the header 'x-a'",
        );
    });
});

describe('options', () => {
    test('defaultResponseHeaders stand on every response, unless a hook set them', async () => {
        const server = await start({defaultResponseHeaders: {'X-Powered': 'mion', 'cache-control': 'public'}});
        for (const path of ['/ping', '/nowhere']) {
            const {headers} = await fetch(`http://127.0.0.1:${getPort(server)}${path}`, {
                method: 'POST',
                headers: {'content-type': 'application/json'},
            });
            expect(headers.get('x-powered')).toBe('mion');
            expect(headers.get('cache-control')).toBe('no-store');
        }
    });

    test('setNodeHttpOpts gives the options of servers that have no own', async () => {
        setNodeHttpOpts({defaultResponseHeaders: {'x-a': 'program'}, maxHeadersCount: 8});
        const [first, second] = [await start(), await start({defaultResponseHeaders: {'x-a': 'server'}})];
        const send = async (server: NodeServer) =>
            (await sendText(getPort(server), [toText('/ping', '')], (text) => text.includes('pong'))).text;
        expect(await send(first)).toContain('x-a: program');
        expect(await send(second)).toContain('x-a: server');
        expect(readStatuses((await sendText(getPort(first), [toText('/ping', '', Array(9).fill('a: b'))])).text)).toEqual([431]);
    });
});

describe('raw hooks', () => {
    test('can answer by themselves', async () => {
        const server = await start();
        const response = await fetch(`http://127.0.0.1:${getPort(server)}/raw/get`, {
            method: 'POST',
            headers: {'content-type': 'application/json'},
        });
        expect([response.status, response.headers.get('x-raw'), await response.text()]).toEqual([202, 'yes', 'raw']);
    });

    test('can set headers, and repeated ones stay', async () => {
        const server = await start();
        const {headers} = await fetch(`http://127.0.0.1:${getPort(server)}/preset/cookies`, {
            method: 'POST',
            headers: {'content-type': 'application/json'},
        });
        expect([headers.get('x-raw'), headers.getSetCookie()]).toEqual(['kept', ['a=1', 'b=2']]);
    });
});

describe("a handler in a server of the program's own", () => {
    async function mount(listener: Parameters<typeof createServer>[1]): Promise<Server> {
        const server = createServer(listener).listen(0, '127.0.0.1');
        servers.push(server);
        await once(server, 'listening');
        return server;
    }

    test('answers its requests', async () => {
        const server = await mount(createNodeHandler(createTestRouter()));
        const {text} = await sendText(getPort(server), [toText('/hello', '["a"]')], (received) => received.includes('}'));
        expect(text).toContain('{"hello":"Hello a"}');
    });

    test.each<[title: string, body: unknown, expected: string]>([
        ['an object', {hello: ['a']}, 'Hello a'],
        ['an array', ['a'], 'Hello a'],
        ['text', '["a"]', 'Hello a'],
        ['bytes', Buffer.from('["a"]'), 'Hello a'],
        ['nothing', undefined, 'Validation Error'],
    ])('takes a body that was read before as %s', async (_title, body, expected) => {
        const handler = createNodeHandler(createTestRouter());
        const server = await mount((request, response) => {
            request.resume();
            request.on('end', () => handler(Object.assign(request, {body}), response));
        });
        const {text} = await sendText(getPort(server), [toText('/hello', '["a"]')], (received) => received.includes('}'));
        expect(text).toContain(expected);
    });
});

describe('TLS', () => {
    const options = {
        key: readFileSync(new URL('fixtures/localhost.key', import.meta.url)),
        cert: readFileSync(new URL('fixtures/localhost.crt', import.meta.url)),
    };
    const headers = {'content-type': 'application/json'};

    function sendOverTls(server: NodeServer): Promise<string> {
        return new Promise((resolve, reject) => {
            const request = sendHttps(
                {
                    port: getPort(server),
                    path: '/hello',
                    method: 'POST',
                    ca: options.cert,
                    servername: 'localhost',
                    headers,
                    agent: false,
                },
                (response) => {
                    response.setEncoding('utf8');
                    response.on('data', (text: string) => resolve(`${response.httpVersion} ${text}`));
                },
            );
            request.on('error', reject);
            request.end('["a"]');
        });
    }

    test('https', async () => {
        expect(await sendOverTls(await start({protocol: 'https', options}))).toBe('1.1 {"hello":"Hello a"}');
    });

    test('http2 speaks HTTP/1.1 as well', async () => {
        const server = await start({protocol: 'http2', options});
        expect(await sendOverTls(server)).toBe('1.1 {"hello":"Hello a"}');
        const session = connectHttp2(`https://localhost:${getPort(server)}`, {ca: options.cert, host: '127.0.0.1'} as object);
        const stream = session.request({':method': 'POST', ':path': '/hello', ...headers});
        stream.end('["b"]');
        stream.setEncoding('utf8');
        const [text] = await once(stream, 'data');
        expect(text).toBe('{"hello":"Hello b"}');
        session.close();
    });
});

describe('HTTP/2', () => {
    test('closing finishes the requests in flight', async () => {
        const server = await start({protocol: 'http2'});
        const session = connectHttp2(`http://127.0.0.1:${getPort(server)}`);
        const stream = session.request({':method': 'POST', ':path': '/wait', 'content-type': 'application/json'});
        stream.end('["x"]');
        await until(() => release.x !== undefined);
        const closed = new Promise((done) => server.close(done as () => void));
        release.x?.();
        const [body] = await once(stream, 'data');
        expect(String(body)).toBe('{"wait":"x"}');
        await closed;
    });

    test('a client that never ends its request does not keep the server open', async () => {
        const server = await start({protocol: 'http2'});
        const session = connectHttp2(`http://127.0.0.1:${getPort(server)}`);
        const stream = session.request({':method': 'POST', ':path': '/hello', 'content-type': 'application/json'});
        stream.on('error', () => undefined);
        stream.end('x'.repeat(3_000_000));
        stream.resume();
        await once(stream, 'end');
        await new Promise((done) => server.close(done as () => void));
        session.destroy();
    });

    test('a slow request is cancelled', async () => {
        const server = await start({protocol: 'http2', requestTimeoutMs: 100});
        const session = connectHttp2(`http://127.0.0.1:${getPort(server)}`);
        const stream = session.request({':method': 'POST', ':path': '/hello', 'content-type': 'application/json'});
        stream.on('error', () => undefined);
        stream.write('["a"');
        await once(stream, 'close');
        expect(stream.rstCode).toBe(8);
        session.close();
    });

    test.each([
        ['closed', {}, undefined, 11],
        ['answered where the program allows them', {maxHeaderSize: 65_536}, 200, 0],
    ])('a stream with 30 kB of headers is %s', async (_title, options, status, code) => {
        const server = await start({protocol: 'http2', options});
        const session = connectHttp2(`http://127.0.0.1:${getPort(server)}`);
        await once(session, 'remoteSettings');
        const headers = {'content-type': 'application/json', 'x-large': 'x'.repeat(30_000)};
        const stream = session.request({':method': 'POST', ':path': '/ping', ...headers});
        let answer: unknown;
        stream.on('error', () => undefined);
        stream.on('response', (received) => {
            answer = received[':status'];
        });
        stream.resume().end();
        await new Promise((done) => stream.on('close', done as () => void));
        expect([answer, stream.rstCode]).toEqual([status, code]);
        session.destroy();
    });

    test('a body beyond the limit stays unread, and other requests of the session go on', async () => {
        const server = await start({protocol: 'http2'});
        const session = connectHttp2(`http://127.0.0.1:${getPort(server)}`);
        const large = session.request({':method': 'POST', ':path': '/hello', 'content-type': 'application/json'});
        large.on('error', () => undefined);
        large.write('x'.repeat(5_000_000));
        const [answer] = await once(large, 'response');
        expect(answer[':status']).toBe(413);
        large.resume();
        await once(large, 'aborted');
        const small = session.request({':method': 'POST', ':path': '/ping', 'content-type': 'application/json'});
        small.end();
        expect(String((await once(small, 'data'))[0])).toBe('{"ping":"pong"}');
        session.destroy();
    });
});

test('a request over an agent that keeps connections', async () => {
    const server = await start();
    const send = () =>
        new Promise<string>((resolve) => {
            sendHttp(
                {port: getPort(server), path: '/ping', method: 'POST', headers: {'content-type': 'application/json'}},
                (response) => {
                    response.setEncoding('utf8');
                    response.on('data', resolve);
                },
            ).end();
        });
    for (let turn = 0; turn < 5; turn++) expect(await send()).toBe('{"ping":"pong"}');
});
