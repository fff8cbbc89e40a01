import type {Transform} from 'node:stream';
import {promisify} from 'node:util';
import zlib from 'node:zlib';

/** A way to compress, as HTTP names it. */
export type ContentEncoding = 'zstd' | 'br' | 'gzip';

interface Codec {
    readonly compress: (text: string) => Promise<Buffer>;
    readonly createDecoder: () => Transform;
}

// Node has zstd since 22.15, and the types of Node 20 don't know it.
interface Zstd {
    readonly zstdCompress?: typeof zlib.gzip;
    readonly createZstdDecompress?: () => Transform;
}
const {zstdCompress, createZstdDecompress} = zlib as Zstd;

const compressBrotli = promisify(zlib.brotliCompress);
// Brotli's own default is meant for files that are compressed once.
const brotliOptions = {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 4}};

/** The encodings that this version of Node has, the best first. */
export const contentEncodings: ReadonlyMap<string, Codec> = new Map<ContentEncoding, Codec>([
    ...(zstdCompress && createZstdDecompress
        ? [['zstd', {compress: promisify<string, Buffer>(zstdCompress), createDecoder: createZstdDecompress}] as const]
        : []),
    ['br', {compress: (text) => compressBrotli(text, brotliOptions), createDecoder: () => zlib.createBrotliDecompress()}],
    ['gzip', {compress: promisify<string, Buffer>(zlib.gzip), createDecoder: () => zlib.createGunzip()}],
]);

/** The best encoding that an `accept-encoding` allows. `undefined` when it allows none. Source: RFC 9110, 12.5.3. */
export function findAcceptedEncoding(acceptEncoding: string | undefined): string | undefined {
    if (acceptEncoding === undefined) return undefined;
    const weights = new Map(acceptEncoding.toLowerCase().split(',').map(readWeight));
    const others = weights.get('*') ?? 0;
    return [...contentEncodings.keys()].find((name) => (weights.get(name) ?? others) > 0);
}

function readWeight(part: string): [name: string, weight: number] {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((text) => text.startsWith('q='));
    return [name, weight === undefined ? 1 : Number(weight.slice(2))];
}
