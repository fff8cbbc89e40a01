import {type Agent, type IncomingMessage, request as sendHttp1} from 'node:http';
import {connect} from 'node:http2';
import type {AddressInfo} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {type RawResponse, type SendRaw, toRawResponse} from '@mionkit/test-kit/conformance';
import type {NodeServer} from '../src/index.ts';

/** The port that a server listens on. */
export function getPort(server: NodeServer): number {
    return (server.address() as AddressInfo).port;
}

/** Sends requests over HTTP/1.1: each on a connection of its own, or on those of an agent. Waits 30 s for an answer. */
export function createHttp1Sender(port: number, agent: Agent | false = false): SendRaw {
    return ({method, target, headers, body}) =>
        new Promise((resolve, reject) => {
            const own = ['host', 'localhost', 'content-length', String(Buffer.byteLength(body)), ...headers];
            const options = {port, host: '127.0.0.1', method, path: target, headers: own as never, agent, timeout: 30_000};
            const request = sendHttp1(options, (response) => readAnswer(response).then(resolve, reject));
            request.on('timeout', () => request.destroy(new Error('30 s without an answer')));
            request.on('error', reject);
            request.end(body);
        });
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {gzip: gunzipSync, br: brotliDecompressSync};

// As it was before it was compressed. A content-length that was wrong stays wrong.
async function readAnswer(response: IncomingMessage): Promise<RawResponse> {
    const bytes = await buffer(response);
    const answer = (text: string) => toRawResponse(response.statusCode ?? 0, response.rawHeaders, text);
    const decode = decoders[response.headers['content-encoding'] ?? ''];
    if (decode === undefined || bytes.length === 0) return answer(bytes.toString());
    const plain = decode(bytes);
    const {status, headers, body} = answer(plain.toString());
    const isLengthRight = headers['content-length'] === String(bytes.length);
    return {status, body, headers: isLengthRight ? {...headers, 'content-length': String(plain.length)} : headers};
}

/** Sends requests over HTTP/2, each in a session of its own. */
export function createHttp2Sender(server: NodeServer): SendRaw {
    return ({method, target, headers, body}) =>
        new Promise((resolve, reject) => {
            const session = connect(`http://localhost:${getPort(server)}`);
            const stream = session.request(
                {...toRecord(headers), ':method': method, ':path': target},
                {endStream: body.length === 0},
            );
            const chunks: Buffer[] = [];
            let flat: string[] = [];
            let status = 0;
            stream.on('response', (received) => {
                status = Number(received[':status']);
                const entries = Object.entries(received).filter(([name]) => !name.startsWith(':'));
                flat = entries.flatMap(([name, value]) => [value ?? []].flat().flatMap((text) => [name, text]));
            });
            stream.on('data', (chunk: Buffer) => chunks.push(chunk));
            stream.on('end', () => {
                session.destroy();
                resolve(toRawResponse(status, flat, Buffer.concat(chunks).toString()));
            });
            stream.on('error', reject);
            session.on('error', reject);
            if (body.length > 0) stream.end(body);
        });
}

function toRecord(flat: readonly string[]): Record<string, string> {
    return Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])));
}
