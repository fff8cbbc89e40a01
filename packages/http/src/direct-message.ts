import {IncomingMessage} from 'node:http';

/** Takes the body of a request piece by piece. */
export interface BodyTaker {
    readonly take: (chunk: Buffer) => void;
    readonly end: () => void;
}

type Listener = Parameters<IncomingMessage['on']>[1];

/** Who listens to these wants the stream. */
const streamEvents: ReadonlySet<string | symbol> = new Set(['data', 'readable', 'end', 'close']);

/**
 * A request that can hand its body over while node parses it. The events of a stream cost a tenth of a short request.
 *
 * It becomes a stream as soon as anybody listens to one, over when the body was taken before.
 */
export class DirectMessage extends IncomingMessage {
    #taker: BodyTaker | undefined;
    #isTaken = false;

    static {
        // Node's types have it as a property, which TypeScript doesn't let a getter override.
        Object.defineProperty(DirectMessage.prototype, 'readableEnded', {
            get(this: DirectMessage) {
                return this.#isTaken || Reflect.get(IncomingMessage.prototype, 'readableEnded', this);
            },
        });
    }

    /** Hands the body over as it arrives, from the event `request` on. */
    handOver(taker: BodyTaker): void {
        this.#taker = taker;
    }

    /** Leaves the rest of the body to the stream. */
    leaveRest(): void {
        this.#taker = undefined;
    }

    /** The parser calls it with each piece of the body (node's with a `Buffer`, Deno's with a `Uint8Array`), and with `null` at the end. */
    override push(chunk: Uint8Array | null, encoding?: BufferEncoding): boolean {
        const taker = this.#taker;
        if (taker === undefined) return super.push(chunk, encoding);
        if (chunk !== null) {
            taker.take(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
        } else {
            this.#taker = undefined;
            this.#isTaken = true;
            taker.end();
        }
        return true;
    }

    // Node calls it after the response, to get rid of what nobody has read.
    override resume(): this {
        return this.#isTaken ? this : super.resume();
    }

    override on(event: string | symbol, listener: Listener): this {
        if (streamEvents.has(event)) this.#becomeStream();
        return super.on(event, listener);
    }

    override addListener(event: string | symbol, listener: Listener): this {
        return this.on(event, listener);
    }

    #becomeStream(): void {
        const taker = this.#taker;
        if (taker !== undefined) {
            this.#taker = undefined;
            super.on('data', taker.take).on('end', taker.end);
        } else if (this.#isTaken) {
            this.#isTaken = false;
            super.push(null);
            super.resume();
        }
    }
}
