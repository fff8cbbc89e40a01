import type {AdapterResponse} from '@mionkit/router';
import {contentEncodings, findAcceptedEncoding} from './content-encodings.ts';

/**
 * The body of a response, compressed as its client accepts it; the headers say so.
 *
 * Text, as it is, when it is smaller than `minSize` bytes or the client accepts nothing that is known.
 */
export function compressBody(
    {headers, rawBody}: AdapterResponse,
    acceptEncoding: string | undefined,
    minSize: number,
): string | Promise<Buffer> {
    if (rawBody === '') return rawBody;
    headers.append('vary', 'Accept-Encoding');
    const encoding = Buffer.byteLength(rawBody) < minSize ? undefined : findAcceptedEncoding(acceptEncoding);
    const codec = encoding === undefined ? undefined : contentEncodings.get(encoding);
    if (encoding === undefined || codec === undefined) return rawBody;
    headers.set('content-encoding', encoding);
    return codec.compress(rawBody);
}
