import type {ServerResponse} from 'node:http';
import type {Http2ServerResponse} from 'node:http2';
import type {ResponseStream} from '@mionkit/router';

/** Sends a body piece by piece, no faster than the client reads it. Call it when the head was written. */
export async function writeNodeStream(target: ServerResponse, stream: ResponseStream): Promise<void> {
    // Also while the next piece is waited for.
    target.once('close', () => void stream.return());
    target.flushHeaders();
    try {
        for await (const piece of stream) if (!target.write(piece)) await untilDrained(target);
        target.end();
    } catch {
        breakOff(target);
    }
}

// A response whose client went away is closed, and never drains.
function untilDrained(target: ServerResponse): Promise<void> {
    if (target.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
        const stop = () => {
            target.off('drain', stop).off('close', stop);
            resolve();
        };
        target.on('drain', stop).on('close', stop);
    });
}

/** RFC 9113, 7: INTERNAL_ERROR. */
const internalError = 2;

// The client sees that the body is not whole. Destroying a stream of HTTP/2 would look like its end.
function breakOff(target: ServerResponse): void {
    if (target.req.httpVersionMajor === 1) target.destroy();
    else (target as unknown as Http2ServerResponse).stream.close(internalError);
}
