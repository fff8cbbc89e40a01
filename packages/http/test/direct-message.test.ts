import {once} from 'node:events';
import {IncomingMessage} from 'node:http';
import {connect} from 'node:net';
import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {finished} from 'node:stream/promises';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from '@jest/globals';
import {createRouter, type Routes} from '@mionkit/router';
import {type NodeServer, startNodeServer} from '../src/index.ts';
import {getPort} from './send-raw.ts';
import {readStatuses, sendText} from './send-text.ts';

/** What a program may do with a request whose body mion has taken, and what it learns. */
const probes: Readonly<Record<string, readonly [(request: IncomingMessage) => unknown, unknown]>> = {
    'asks whether it is over': [
        ({readableEnded, complete}) => ({readableEnded, complete}),
        {readableEnded: true, complete: true},
    ],
    'reads what is left': [(request) => request.read(), null],
    'iterates over what is left': [text, ''],
    'pipes what is left': [(request) => text(request.pipe(new PassThrough())), ''],
    'waits for its end': [(request) => finished(request, {writable: false}), undefined],
    'waits until it closes': [(request) => once(request, 'close'), []],
    'listens by the other name': [
        (request) => new Promise((done) => void request.addListener('close', () => done('closed'))),
        'closed',
    ],
    'discards it, and waits': [(request) => once(request.resume(), 'close'), []],
};

let seen: Promise<unknown> | undefined;
let names: string[] = [];
let probe = 'reads what is left';
const routes = {
    probe: {
        rawHook: async (_ctx, request: IncomingMessage) => {
            seen = Promise.resolve(probes[probe]?.[0](request));
            await seen;
        },
    },
    hello: (_ctx, name: string): string => {
        names.push(name);
        return `Hello ${name}`;
    },
} satisfies Routes;

const servers = new Map<string, NodeServer>();
beforeAll(async () => {
    const router = createRouter({maxBodySize: 1000});
    router.registerRoutes(routes);
    servers.set('mion', await startNodeServer({port: 0}, router));
    servers.set('node', await startNodeServer({port: 0, options: {IncomingMessage}}, router));
});
beforeEach(() => {
    names = [];
    probe = 'reads what is left';
});
afterAll(async () => {
    for (const server of servers.values()) {
        server.closeAllConnections();
        await new Promise<void>((done) => server.close(() => done()));
    }
});

const head = 'POST /hello HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
const toRequest = (body: string) => `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe.each(['mion', 'node'])('with the requests of %s', (name) => {
    const getServerPort = () => getPort(servers.get(name) as NodeServer);

    test.each(Object.entries(probes))('a program that %s learns what it would of any request', async (title, [, expected]) => {
        probe = title;
        const answer = await sendText(getServerPort(), [toRequest('["Ann"]')], (all) => all.includes('Ann'));
        expect(readStatuses(answer.text)).toEqual([200]);
        expect(await seen).toEqual(expected);
    });

    test.each(['data', 'end', 'close'])('a listener of the program for `%s` hears of requests as well', async (event) => {
        const server = servers.get(name) as NodeServer;
        const heard: string[] = [];
        const listen = (request: IncomingMessage) => request.on(event, (piece = event) => heard.push(String(piece)));
        server.on('request', listen as never);
        await sendText(getServerPort(), [toRequest('["Ann"]')], (all) => all.includes('Ann'));
        await waitFor(() => heard.length > 0);
        server.off('request', listen as never);
        expect({heard, names}).toEqual({heard: [event === 'data' ? '["Ann"]' : event], names: ['Ann']});
    });

    const bodies: Readonly<Record<string, {readonly pieces: readonly (string | Buffer)[]; readonly names: readonly string[]}>> = {
        'in one piece with its head': {pieces: [toRequest('["Ann"]')], names: ['Ann']},
        'byte by byte': {pieces: [...Buffer.from(toRequest('["Zoë"]'))].map((byte) => Buffer.of(byte)), names: ['Zoë']},
        'split inside a character': {pieces: splitInside(toRequest('["Zoë"]'), 'ë'), names: ['Zoë']},
        'in chunks': {
            pieces: [`${head}transfer-encoding: chunked\r\n\r\n3\r\n["A\r\n`, '4\r\nnn"]\r\n', '0\r\n\r\n'],
            names: ['Ann'],
        },
        'in chunks with trailers': {
            pieces: [`${head}transfer-encoding: chunked\r\n\r\n7\r\n["Ann"]\r\n`, '0\r\nx-sum: 1\r\n\r\n'],
            names: ['Ann'],
        },
        'three at once': {pieces: [['["A"]', '["B"]', '["C"]'].map(toRequest).join('')], names: ['A', 'B', 'C']},
        'after one without a body': {pieces: [toRequest('') + toRequest('["B"]')], names: ['B']},
        'after one to nowhere': {pieces: [toRequest('["A"]').replace('/hello', '/no') + toRequest('["B"]')], names: ['B']},
        'after the server said to go on': {
            pieces: [toRequest('["A"]').replace('\r\n\r\n', '\r\nexpect: 100-continue\r\n\r\n')],
            names: ['A'],
        },
    };

    test.each(Object.entries(bodies))('bodies arrive %s', async (_title, {pieces, names: expected}) => {
        const socket = connect(getServerPort(), '127.0.0.1').setNoDelay(true);
        await once(socket, 'connect');
        for (const piece of pieces) {
            socket.write(piece);
            await new Promise(setImmediate);
        }
        await waitFor(() => names.length === expected.length);
        socket.destroy();
        expect(names).toEqual(expected);
    });

    test('a body beyond the limit is refused while it arrives, and the program never sees it', async () => {
        const chunk = `ff\r\n${'x'.repeat(255)}\r\n`;
        const pieces = [`${head}transfer-encoding: chunked\r\n\r\n`, chunk.repeat(8)];
        const {text, isClosed} = await sendText(getServerPort(), pieces);
        expect({statuses: readStatuses(text), isClosed, names}).toEqual({statuses: [413], isClosed: true, names: []});
    });

    test('a client that goes away in the middle of its body is forgotten', async () => {
        const socket = connect(getServerPort(), '127.0.0.1');
        socket.write(toRequest('["Ann"]').slice(0, -3));
        await new Promise((done) => setTimeout(done, 30));
        socket.destroy();
        const {text} = await sendText(getServerPort(), [toRequest('["Bea"]')], (all) => all.includes('Bea'));
        expect({statuses: readStatuses(text), names}).toEqual({statuses: [200], names: ['Bea']});
    });
});

// The cut stands between the bytes of the character.
function splitInside(text: string, character: string): Buffer[] {
    const bytes = Buffer.from(text);
    const at = bytes.indexOf(character) + 1;
    return [bytes.subarray(0, at), bytes.subarray(at)];
}

async function waitFor(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise((done) => setTimeout(done, 5));
}
