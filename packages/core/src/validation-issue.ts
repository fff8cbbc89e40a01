/** One reason why a value doesn't fit its type. */
export interface ValidationIssue {
    /** From the param's name to the value: `user.orders[2].date`. */
    readonly path: string;
    /** What the type asks for, in words: `a string`, `one of 'a', 'b'`. */
    readonly expected: string;
    /** What came, as kind and size, never the value: `a string of 3 characters`, `null`. */
    readonly received: string;
}
