import type {TextForm} from './wire-text-form.ts';

interface PlatformBuffer extends Uint8Array {
    toString(encoding?: string): string;
}

// The package's own types know no platform. Buffer is Node's, and much faster than btoa where it is there.
const platform = globalThis as unknown as {
    readonly Buffer?: {from(data: string | ArrayBufferLike, encodingOrOffset?: string | number, length?: number): PlatformBuffer};
    btoa(text: string): string;
    atob(text: string): string;
};

/** `Uint8Array`s as base64. Node's `Buffer`s are such arrays. */
export const uint8ArrayForm: TextForm<Uint8Array> = {
    expected: 'base64',
    isLive: (value) => value instanceof Uint8Array,
    isText: isBase64,
    parse: (text) => new Uint8Array(fromBase64(text)),
    format: toBase64,
};

/** `ArrayBuffer`s as base64. */
export const arrayBufferForm: TextForm<ArrayBuffer> = {
    ...uint8ArrayForm,
    isLive: (value) => value instanceof ArrayBuffer,
    parse: (text) => new Uint8Array(fromBase64(text)).buffer,
    format: (buffer) => toBase64(new Uint8Array(buffer)),
};

/** Node's `Buffer`s as base64. On other platforms they are plain `Uint8Array`s. */
export const bufferForm: TextForm<Uint8Array> = {
    ...uint8ArrayForm,
    parse: (text) => platform.Buffer?.from(text, 'base64') ?? uint8ArrayForm.parse(text),
};

/** RFC 4648 base64: padded, and what is left over of the last digit is zero. One look at each character, nothing to go back to. */
function isBase64(text: string): boolean {
    if (text.length % 4 !== 0) return false;
    const padding = countPadding(text);
    const end = text.length - padding;
    for (let index = 0; index < end; index++) if (!isBase64Code(text.charCodeAt(index))) return false;
    return padding === 0 || (padding === 1 ? /[AEIMQUYcgkosw048]=$/ : /[AQgw]==$/).test(text.slice(-3));
}

/** How many bytes a base64 text stands for. */
export function countBytes(text: string): number {
    return (text.length / 4) * 3 - countPadding(text);
}

function countPadding(text: string): number {
    if (!text.endsWith('=')) return 0;
    return text.endsWith('==') ? 2 : 1;
}

function isBase64Code(code: number): boolean {
    if (code >= 0x61) return code <= 0x7a;
    if (code >= 0x41) return code <= 0x5a;
    return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2f;
}

function fromBase64(text: string): ArrayLike<number> {
    return platform.Buffer?.from(text, 'base64') ?? Uint8Array.from(platform.atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
    if (platform.Buffer) return platform.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return platform.btoa(text);
}
