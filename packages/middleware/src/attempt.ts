/** The platform's `AbortSignal`, where its types are loaded. */
export type HandlerSignal = typeof globalThis extends {AbortSignal: {prototype: infer TSignal}}
    ? TSignal
    : {readonly aborted: boolean};

/** The third argument of a handler. */
export interface HandlerExtras {
    /** Aborted when the early timeout answers in the handler's place. Made at the first look at it. */
    readonly signal: HandlerSignal;
}

declare const AbortController: new () => {readonly signal: HandlerSignal; abort(): void};

/** One run of the befores and the handler. Another one begins each time an `around` calls `next`. */
export class Attempt implements HandlerExtras {
    /** How far it is. What is still busy in an expired one is not waited for, and what it yields is not used. */
    stage: 'before' | 'handler' | 'done' | 'expired' = 'before';
    #controller: InstanceType<typeof AbortController> | undefined;

    get expired(): boolean {
        return this.stage === 'expired';
    }

    get signal(): HandlerSignal {
        this.#controller ??= new AbortController();
        if (this.expired) this.#controller.abort();
        return this.#controller.signal;
    }

    expire(): void {
        this.stage = 'expired';
        this.#controller?.abort();
    }
}
