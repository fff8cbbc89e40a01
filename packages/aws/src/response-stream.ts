/** What Lambda gives to streaming handlers: the parts of a node stream that are used. */
export interface ResponseStream {
    /** Whether more can be written at once. */
    write(chunk: string | Uint8Array): boolean;
    end(): unknown;
    once(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
    off(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
}

/** The global `awslambda` of the Lambda runtime. */
export interface AwsLambdaGlobal {
    streamifyResponse<THandler>(handler: THandler): THandler;
    readonly HttpResponseStream: {
        /** Sends the status and headers before the first write. */
        from(stream: ResponseStream, prelude: object): ResponseStream;
    };
}

/** The runtime's `awslambda`. Throws outside of Lambda, where there is none. */
export function getAwsLambdaGlobal(): AwsLambdaGlobal {
    const {awslambda} = globalThis as {readonly awslambda?: AwsLambdaGlobal};
    if (awslambda) return awslambda;
    throw new Error(
        'createStreamingLambdaHandler: there is no global `awslambda`, so this is not the Lambda runtime of Node. Elsewhere use `createLambdaHandler`.',
    );
}
