import {noResult} from './no-result.ts';

/** The time that a call has. Its clock starts when the call first has to wait. */
export class Deadline {
    readonly #timer: ReturnType<typeof setTimeout>;
    readonly #end: Promise<typeof noResult>;
    #isOver = false;

    constructor(timeoutMs: number, onEnd: () => void) {
        let end: (value: typeof noResult) => void;
        this.#end = new Promise((resolve) => {
            end = resolve;
        });
        this.#timer = setTimeout(() => {
            this.#isOver = true;
            onEnd();
            end(noResult);
        }, timeoutMs);
    }

    get isOver(): boolean {
        return this.#isOver;
    }

    /** What the promise becomes, or `noResult` when the time is over before. */
    race(pending: PromiseLike<unknown>): Promise<unknown> {
        return Promise.race([pending, this.#end]);
    }

    /** Stops the clock. */
    clear(): void {
        clearTimeout(this.#timer);
    }
}
