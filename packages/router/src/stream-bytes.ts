import type {Call} from './call.ts';
import {CallStream} from './call-stream.ts';
import type {Method} from './method.ts';
import {openSource} from './stream-source.ts';

/** The stream of the bytes that a route returned, as they are. */
export function streamBytes(call: Call, method: Method, result: unknown): CallStream {
    return new CallStream(call, method, openSource(result), {
        toContentType: (given) => (given === undefined || given === jsonType ? 'application/octet-stream' : given),
        toPiece,
    });
}

const jsonType = 'application/json; charset=utf-8';

// Streams of node that have an encoding give text.
function toPiece(piece: unknown): string | Uint8Array {
    if (typeof piece === 'string' || piece instanceof Uint8Array) return piece;
    throw new TypeError(`A stream of bytes gave a piece that is neither a Uint8Array nor a string: ${typeof piece}`);
}
