import type {ServerResponse} from 'node:http';
import type {AdapterResponse} from '@mionkit/router';
import {writeNodeStream} from './write-node-stream.ts';

/** Sends what the router answered, with the body as it is or compressed, unless a raw hook has answered already or the client is gone. */
export function writeNodeResponse(
    target: ServerResponse,
    {statusCode, headers, stream}: AdapterResponse,
    body: string | Buffer,
): void {
    if (target.headersSent || target.destroyed) {
        void stream?.return();
        return;
    }
    if (body !== '') headers.flat.push('content-length', String(Buffer.byteLength(body)));
    if (takesFlatHeaders(target)) {
        target.writeHead(statusCode, headers.flat);
    } else {
        target.statusCode = statusCode;
        for (const [name, value] of headers.entries()) target.setHeader(name, value);
    }
    if (stream === undefined) target.end(target.req.method === 'HEAD' ? undefined : body);
    else void writeNodeStream(target, stream);
}

// Where headers are set already (by Express, or by a raw hook) `writeHead` keeps only the last of a repeated header; HTTP/2 of Node 20 always does.
function takesFlatHeaders(target: ServerResponse): boolean {
    return target.req.httpVersionMajor === 1 && target.getHeaderNames().length === 0;
}
