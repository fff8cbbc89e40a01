import type {ServerResponse} from 'node:http';
import type {AdapterResponse} from '@mionkit/router';

/** Sends what the router answered, unless a raw hook has answered already or the client is gone. */
export function writeNodeResponse(target: ServerResponse, method: string, {statusCode, headers, rawBody}: AdapterResponse): void {
    if (target.headersSent || target.destroyed) return;
    if (rawBody !== '') headers.flat.push('content-length', String(Buffer.byteLength(rawBody)));
    if (takesFlatHeaders(target)) {
        target.writeHead(statusCode, headers.flat);
    } else {
        target.statusCode = statusCode;
        for (const [name, value] of headers.entries()) target.setHeader(name, value);
    }
    target.end(method === 'HEAD' ? undefined : rawBody);
}

// Where headers are set already (by Express, or by a raw hook) `writeHead` keeps only the last of a repeated header; HTTP/2 of Node 20 always does.
function takesFlatHeaders(target: ServerResponse): boolean {
    return target.req.httpVersionMajor === 1 && target.getHeaderNames().length === 0;
}
