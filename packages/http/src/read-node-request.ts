import type {IncomingMessage, ServerResponse} from 'node:http';
import {HeaderList, RpcError} from '@mionkit/core';
import {type AdapterRequest, createPayloadTooLargeError} from '@mionkit/router';

/** A request of node http as the router takes it. */
export class NodeRequest implements AdapterRequest {
    readonly method: string;
    readonly headers: HeaderList;
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
}

/** Reads a request, and then calls `done`; never when the client goes away before. Reads no further than the limits allow. */
export function readNodeRequest(request: NodeRequest, limits: ReadLimits, done: (request: NodeRequest) => void): void {
    request.error = findHeadError(request, limits);
    if (request.error !== undefined) {
        stopReading(request.rawRequest);
        done(request);
    } else if (hasBody(request)) {
        readBody(request, limits.maxBodySize, done);
    } else {
        done(request);
    }
}

function findHeadError({headers}: NodeRequest, {maxBodySize, maxHeadersCount}: ReadLimits): RpcError | undefined {
    if (headers.flat.length > maxHeadersCount * 2) {
        return new RpcError({statusCode: 431, publicMessage: `The request has more than ${maxHeadersCount} headers.`});
    }
    return Number(headers.get('content-length')) > maxBodySize ? createPayloadTooLargeError(maxBodySize) : undefined;
}

// RFC 9112, 6.3. Only in HTTP/2 a request may have a body without saying so.
function hasBody({headers, rawRequest}: NodeRequest): boolean {
    const length = headers.get('content-length');
    return (length !== undefined && length !== '0') || headers.has('transfer-encoding') || rawRequest.httpVersionMajor === 2;
}

function readBody(request: NodeRequest, maxBodySize: number, done: (request: NodeRequest) => void): void {
    const {rawRequest} = request;
    const chunks: Buffer[] = [];
    let size = 0;
    rawRequest.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= maxBodySize) return;
        rawRequest.removeAllListeners('data').removeAllListeners('end');
        request.error = createPayloadTooLargeError(maxBodySize);
        stopReading(rawRequest);
        done(request);
    });
    rawRequest.on('end', () => {
        request.rawBody = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
        done(request);
    });
}

/** How long a client may take to notice an answer that came before the end of its request, in milliseconds. */
const lingerMs = 1000;

// What the client goes on sending stays unread. Closing the connection at once would reset it, and with it the answer that is on its way.
function stopReading(request: IncomingMessage): void {
    // Marks the body as consumed, or node would read on to discard it.
    request.read(0);
    request.pause();
    const {socket} = request;
    socket.destroySoon = () => {
        socket.end();
        setTimeout(() => socket.destroy(), lingerMs).unref();
    };
}
