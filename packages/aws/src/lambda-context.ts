/** What Lambda says about an invocation and the function that serves it. */
export interface LambdaContext {
    callbackWaitsForEmptyEventLoop: boolean;
    functionName: string;
    functionVersion: string;
    invokedFunctionArn: string;
    memoryLimitInMB: string;
    awsRequestId: string;
    logGroupName: string;
    logStreamName: string;
    identity?: {cognitoIdentityId: string; cognitoIdentityPoolId: string} | undefined;
    tenantId?: string | undefined;
    /** Milliseconds until Lambda ends the invocation. */
    getRemainingTimeInMillis(): number;
    /** @deprecated Return the result. Here because the context that Lambda gives has it. */
    done(error?: Error, result?: unknown): void;
    /** @deprecated Throw the error. Here because the context that Lambda gives has it. */
    fail(error: Error | string): void;
    /** @deprecated Return the result. Here because the context that Lambda gives has it. */
    succeed(result: unknown): void;
}
