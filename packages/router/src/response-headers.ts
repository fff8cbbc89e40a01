import {HeaderList} from '@mionkit/core';

const contentType = 'application/json; charset=utf-8';

/** What every JSON response says of itself, unless a hook replaces the last two. */
const defaults: readonly string[] = [
    'content-type',
    contentType,
    'x-content-type-options',
    'nosniff',
    'cache-control',
    'no-store',
];

/** The headers that a response starts with. */
export function createResponseHeaders(): HeaderList {
    return new HeaderList(defaults.slice());
}

/** Takes back what a hook may not say: how the body is to be read. */
export function protectHeaders(headers: HeaderList): void {
    const {flat} = headers;
    if (flat.length === defaults.length && flat[0] === 'content-type' && flat[1] === contentType) return;
    headers.set('content-type', contentType);
    headers.delete('content-length');
    headers.delete('transfer-encoding');
}
