/** Options of a Lambda handler. Most of what can be configured is set in AWS. */
export interface AwsLambdaOptions {
    /** Headers of every response, unless a hook sets them to something else. @default {} */
    readonly defaultResponseHeaders: Readonly<Record<string, string>>;
    /**
     * What the gateway puts before the API's own paths: the base path mapping of a custom domain. Removed before the route is looked up.
     *
     * Stages need no option: they are removed where AWS puts them into the path.
     *
     * @default ''
     */
    readonly basePath: string;
    /**
     * How long before Lambda ends an invocation `ctx.signal` aborts, in milliseconds. A call that has not ended after half of that is answered with
     * 504, while there is still somebody to tell. Nothing is timed in calls that don't read `ctx.signal`.
     *
     * @default 500
     */
    readonly deadlineMarginMs: number;
}
