import {request as sendHttp1} from 'node:http';
import {connect} from 'node:http2';
import type {AddressInfo} from 'node:net';
import {type RawRequest, type RawResponse, toRawResponse} from '@mionkit/test-kit/conformance';
import type {FetchHandler, NodeServer} from '../src/index.ts';

/** Sends a request, by whatever way, and reads its answer. */
export type SendRaw = (request: RawRequest) => Promise<RawResponse>;

/** The port that a server listens on. */
export function getPort(server: NodeServer): number {
    return (server.address() as AddressInfo).port;
}

/** Sends requests over HTTP/1.1, each on a connection of its own. */
export function createHttp1Sender(server: NodeServer): SendRaw {
    return ({method, target, headers, body}) =>
        new Promise((resolve, reject) => {
            const own = ['host', 'localhost', 'content-length', String(Buffer.byteLength(body)), ...headers];
            const request = sendHttp1(
                {port: getPort(server), method, path: target, headers: own as never, agent: false},
                (response) => {
                    const chunks: Buffer[] = [];
                    response.on('data', (chunk: Buffer) => chunks.push(chunk));
                    response.on('end', () => {
                        resolve(toRawResponse(response.statusCode ?? 0, response.rawHeaders, Buffer.concat(chunks).toString()));
                    });
                },
            );
            request.on('error', reject);
            request.end(body);
        });
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

/** Sends requests to a fetch handler. */
export function createFetchSender(handle: FetchHandler): SendRaw {
    return async ({method, target, headers, body}) => {
        const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as [string, string]] : []));
        const init = {method, headers: pairs, ...(body.length === 0 ? undefined : {body})};
        const response = await handle(new Request(`http://localhost${target}`, init));
        return toRawResponse(response.status, [...response.headers].flat(), await response.text());
    };
}

function toRecord(flat: readonly string[]): Record<string, string> {
    return Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])));
}
