/** The text of an event's body, or `undefined` when it has more bytes than the limit. */
export function readBody(
    body: string | null | undefined,
    isBase64: boolean | null | undefined,
    maxBodySize: number,
): string | undefined {
    if (!body) return '';
    if (isBase64)
        return Buffer.byteLength(body, 'base64') > maxBodySize ? undefined : Buffer.from(body, 'base64').toString('utf8');
    return hasMoreBytes(body, maxBodySize) ? undefined : body;
}

// A UTF-16 code unit takes one to three bytes in UTF-8, so most bodies need not be measured.
function hasMoreBytes(text: string, limit: number): boolean {
    return text.length * 3 > limit && Buffer.byteLength(text) > limit;
}
