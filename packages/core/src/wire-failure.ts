import {describeReceived} from './describe-received.ts';

/** Throws the `TypeError` of a value that can't be read or written as its type. */
export function fail(expected: string, value: unknown): never {
    throw new TypeError(`expected ${expected}, got ${describeReceived(value)}`);
}
