/** One reason why a file does not compile. */
export interface CompileDiagnostic {
    readonly file: string;
    /** From 1. */
    readonly line: number;
    /** From 1, in UTF-16 code units. */
    readonly column: number;
    /** What happened, where, and what to do. */
    readonly message: string;
    /** The route or hook that it is about. */
    readonly methodId?: string;
    /** The place inside the type: `user.orders[].date`. */
    readonly typePath?: string;
    /** The lines around the place, with a mark under it. */
    readonly frame?: string;
}
