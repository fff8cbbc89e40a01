/**
 * 16 hex digits that depend on every character of a text. Fast and stable, and no protection against somebody who looks for collisions.
 *
 * Two multiply-and-xor lanes of 32 bits with MurmurHash3's finalizer.
 */
export function hashText(text: string): string {
    let first = 0xdeadbeef;
    let second = 0x41c6ce57;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        first = Math.imul(first ^ code, 0x9e3779b1);
        second = Math.imul(second ^ code, 0x5f356495);
        first ^= first >>> 15;
        second ^= second >>> 13;
    }
    return toHex(mix(first ^ second)) + toHex(mix(second + Math.imul(first, 0x27d4eb2f)));
}

function mix(hash: number): number {
    const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
    return whole ^ (whole >>> 16);
}

const bytes = Array.from({length: 256}, (_, byte) => byte.toString(16).padStart(2, '0'));

/** By a table, as numbers are slow to write with another base than ten. */
function toHex(hash: number): string {
    return `${bytes[hash >>> 24]}${bytes[(hash >>> 16) & 255]}${bytes[(hash >>> 8) & 255]}${bytes[hash & 255]}`;
}
