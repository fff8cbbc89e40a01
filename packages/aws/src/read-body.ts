/** The text of an event's body, or `undefined` when it has more bytes than the limit. */
export function readBody(
    body: string | null | undefined,
    isBase64: boolean | null | undefined,
    maxBodySize: number,
): string | undefined {
    if (!body) return '';
    const encoding = isBase64 ? 'base64' : 'utf8';
    // A UTF-16 code unit takes one to three bytes in UTF-8, so most bodies need not be measured.
    if (body.length * 3 > maxBodySize && Buffer.byteLength(body, encoding) > maxBodySize) return undefined;
    return isBase64 ? Buffer.from(body, encoding).toString() : body;
}
