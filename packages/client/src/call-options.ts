/** The options of one call. */
export interface CallOptions {
    /** Aborts the call, which then fails with a `Request Aborted` error. */
    readonly signal?: AbortSignal;
    /** After how many milliseconds the call fails with a `Request Timeout` error; 0 is never. @default the client's */
    readonly timeoutMs?: number;
    /** Sent beside the client's own, which they override. */
    readonly headers?: Readonly<Record<string, string>>;
}
