import type {StreamSource} from './stream-source.ts';

/** Stands for an item where none came for a while. */
export const silence: unique symbol = Symbol('silence');

type Item = IteratorResult<unknown, unknown>;

/** Who waits for an item. */
interface Waiter {
    resolve(item: Item): void;
    reject(reason: unknown): void;
}

const longest = 2 ** 31 - 1;

/** A source that gives `silence` whenever its items take longer than this, in milliseconds. */
export class KeepAliveSource implements StreamSource {
    readonly #source: StreamSource;
    readonly #afterMs: number;
    #isAsked = false;
    #waiter: Waiter | undefined;
    /** Gives what came while nobody waited. */
    #kept: ((waiter: Waiter) => void) | undefined;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(source: StreamSource, afterMs: number) {
        this.#source = source;
        this.#afterMs = Math.min(afterMs, longest);
    }

    next(): Promise<Item> {
        return new Promise((resolve, reject) => {
            this.#waiter = {resolve, reject};
            const kept = this.#kept;
            this.#kept = undefined;
            if (kept !== undefined) this.#give(kept);
            else this.#wait();
        });
    }

    close(): Promise<void> {
        clearTimeout(this.#timer);
        return this.#source.close();
    }

    #wait(): void {
        const giveSilence = (waiter: Waiter) => waiter.resolve({done: false, value: silence});
        this.#timer = setTimeout(() => this.#give(giveSilence), this.#afterMs);
        if (this.#isAsked) return;
        this.#isAsked = true;
        this.#source.next().then(
            (item) => this.#take((waiter) => waiter.resolve(item)),
            (reason) => this.#take((waiter) => waiter.reject(reason)),
        );
    }

    #take(give: (waiter: Waiter) => void): void {
        this.#isAsked = false;
        if (this.#waiter === undefined) this.#kept = give;
        else this.#give(give);
    }

    #give(give: (waiter: Waiter) => void): void {
        clearTimeout(this.#timer);
        if (this.#waiter !== undefined) give(this.#waiter);
        this.#waiter = undefined;
    }
}
