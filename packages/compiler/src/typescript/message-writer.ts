import {messageTypes, type PrivateChannel} from './private-client.ts';

/** A question as it is sent. */
export interface SentQuestion {
    readonly method: string;
    /** Its params as JSON. */
    readonly payload: string;
}

/** Writes messages as the channel does, but several at once. */
export class MessageWriter {
    readonly #channel: PrivateChannel;
    /** The channel, except that it keeps what it would write. */
    readonly #collector: PrivateChannel;
    #bytes: Buffer;
    #length = 0;

    constructor(channel: PrivateChannel, size: number) {
        this.#channel = channel;
        this.#bytes = Buffer.allocUnsafe(size);
        const writeAllBuf = (bytes: Uint8Array, length?: number) => this.#collect(bytes.subarray(0, length));
        this.#collector = Object.create(channel, {writeAllBuf: {value: writeAllBuf}});
    }

    write(questions: readonly SentQuestion[]): void {
        this.#length = 0;
        for (const {method, payload} of questions) {
            this.#collector.writeTuple(messageTypes.request, this.#channel.getMethodBuf(method), payload);
        }
        this.#channel.writeAllBuf(this.#bytes, this.#length);
    }

    #collect(bytes: Uint8Array): void {
        const end = this.#length + bytes.length;
        if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * end);
        this.#bytes.set(bytes, this.#length);
        this.#length = end;
    }
}
