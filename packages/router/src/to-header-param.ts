import type {HeaderKind} from '@mionkit/core';

/** A header's text, read as a kind of value. `undefined` when it isn't one. */
export function toHeaderParam(text: string, kind: HeaderKind): string | number | boolean | undefined {
    if (kind === 'string') return text;
    // RFC 8259, 6: what JSON calls a number.
    if (kind === 'number') return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
    return text === 'true' || text === 'false' ? text === 'true' : undefined;
}
