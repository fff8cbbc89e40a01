import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Http2ServerResponse} from 'node:http2';
import type {Socket} from 'node:net';
import type {Transform} from 'node:stream';
import {HeaderList, type HeaderValue, RpcError} from '@mionkit/core';
import {type AdapterRequest, createPayloadTooLargeError, createUnreadableBodyError} from '@mionkit/router';
import {contentEncodings} from './content-encodings.ts';
import {destroyLater} from './destroy-later.ts';
import {DirectMessage} from './direct-message.ts';
import {nodeAdapter} from './node-source.ts';

/** A request of node http as the router takes it. */
export class NodeRequest implements AdapterRequest {
    readonly method: string;
    headers: HeaderList;
    rawBody = '';
    error: RpcError | undefined;
    readonly rawRequest: IncomingMessage;
    readonly rawResponse: ServerResponse;

    constructor(request: IncomingMessage, response: ServerResponse) {
        this.method = request.method ?? '';
        this.headers = new HeaderList(request.rawHeaders);
        this.rawRequest = request;
        this.rawResponse = response;
    }

    get adapter(): typeof nodeAdapter {
        return nodeAdapter;
    }

    /** No other request can follow on this connection: the rest of this one stays unread, or the server is closing. */
    get isLast(): boolean {
        const {server} = this.rawRequest.socket as {readonly server?: {readonly listening: boolean}};
        return this.rawRequest.httpVersionMajor === 1 && (this.error !== undefined || server?.listening === false);
    }

    onAbort(listener: () => void): void {
        // The response closes after it was sent as well, and then nobody has gone away.
        this.rawResponse.once('close', () => {
            if (!this.rawResponse.writableFinished) listener();
        });
    }
}

/** What reading a request depends on. */
export interface ReadLimits {
    /** In bytes. */
    readonly maxBodySize: number;
    readonly maxHeadersCount: number;
    /** Whether compressed bodies are accepted. */
    readonly decompression: boolean;
}

/** Reads a request, and then calls `done`; never when the client goes away before. Reads no further than the limits allow. */
export function readNodeRequest(request: NodeRequest, limits: ReadLimits, done: (request: NodeRequest) => void): void {
    const length = request.headers.get('content-length');
    request.error = findHeadError(request, Number(length), limits);
    if (request.error !== undefined) {
        stopReading(request);
        done(request);
    } else if (request.rawRequest.readableEnded) {
        request.rawBody = takeParsedBody(request.rawRequest);
        done(request);
    } else if (hasBody(request, length)) {
        readBody(request, limits, done);
    } else {
        done(request);
    }
}

function findHeadError({headers}: NodeRequest, length: number, {maxBodySize, maxHeadersCount}: ReadLimits): RpcError | undefined {
    if (headers.flat.length > maxHeadersCount * 2) {
        return new RpcError({statusCode: 431, publicMessage: `The request has more than ${maxHeadersCount} headers.`});
    }
    return length > maxBodySize ? createPayloadTooLargeError(maxBodySize) : undefined;
}

// RFC 9112, 6.3. Only in HTTP/2 a request may have a body without saying so.
function hasBody({headers, rawRequest}: NodeRequest, length: HeaderValue | undefined): boolean {
    return (length !== undefined && length !== '0') || headers.has('transfer-encoding') || rawRequest.httpVersionMajor === 2;
}

function readBody(request: NodeRequest, {maxBodySize, decompression}: ReadLimits, done: (request: NodeRequest) => void): void {
    const {rawRequest} = request;
    const body = (decompression && openDecoder(request)) || rawRequest;
    const chunks: Buffer[] = [];
    let size = 0;
    function refuse(error: RpcError): void {
        if (body instanceof DirectMessage) body.leaveRest();
        body.removeAllListeners('data').removeAllListeners('end');
        if (body !== rawRequest) body.destroy();
        request.error = error;
        stopReading(request);
        done(request);
    }
    function take(chunk: Buffer): void {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBodySize) refuse(createPayloadTooLargeError(maxBodySize));
    }
    function end(): void {
        request.rawBody = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
        done(request);
    }
    if (body instanceof DirectMessage) body.handOver({take, end});
    else body.on('data', take).on('end', end);
    if (body !== rawRequest) body.once('error', (error) => refuse(createUnreadableBodyError(error)));
}

// The router refuses the encodings that are unknown here.
function openDecoder(request: NodeRequest): Transform | undefined {
    const encoding = request.headers.getText('content-encoding')?.toLowerCase();
    const codec = encoding === undefined ? undefined : contentEncodings.get(encoding);
    if (codec === undefined) return undefined;
    request.headers = new HeaderList([...request.headers.flat]);
    request.headers.delete('content-encoding');
    return request.rawRequest.pipe(codec.createDecoder());
}

// What the client goes on sending stays unread.
function stopReading({rawRequest, rawResponse}: NodeRequest): void {
    rawRequest.unpipe();
    // Marks the body as consumed, or node would read on to discard it.
    rawRequest.read(0);
    rawRequest.pause();
    if (rawRequest.httpVersionMajor === 1) {
        lingerWhenClosing(rawRequest.socket);
    } else {
        const {stream} = rawResponse as unknown as Http2ServerResponse;
        stream.once('finish', () => {
            stream.close();
            // What has arrived is dropped, or the stream would wait for its reader and the session for the stream.
            rawRequest.resume();
        });
    }
}

// Closing a connection with unread data resets it, and the answer that is on its way is lost.
function lingerWhenClosing(socket: Socket): void {
    socket.destroySoon = () => {
        socket.end();
        destroyLater(socket);
    };
}

// A program's own body parser was faster.
function takeParsedBody(request: IncomingMessage & {readonly body?: unknown}): string {
    const {body} = request;
    if (body === undefined || typeof body === 'string') return body ?? '';
    return Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body);
}
