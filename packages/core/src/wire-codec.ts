import type {Codec} from './codec.ts';
import {getCodec} from './codec.ts';
import {fail} from './wire-failure.ts';

/** Whether a value is an instance of a codec's class. */
export function isInstance(name: string, value: unknown): boolean {
    return value instanceof getCodec(name).class;
}

/** The value that stands for an instance on the wire. Throws on anything that isn't one. */
export function toWireValue(name: string, value: unknown): unknown {
    return isInstance(name, value) ? getCodec(name).encode(value) : fail(`a ${name}`, value);
}

/** The instance that a decoded wire value stands for. */
export function fromWireValue(name: string, value: unknown): unknown {
    return (getCodec(name) as Codec<unknown, unknown>).decode(value);
}
