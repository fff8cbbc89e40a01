import {describeReceived} from './describe-received.ts';

/** Throws the `TypeError` of a value that can't be read or written as its type. `place` is where the type says so. */
export function fail(expected: string, value: unknown, place = ''): never {
    throw new TypeError(`expected ${expected}${place && ` at '${place}'`}, got ${describeReceived(value)}`);
}
