/** A value that nobody has described: what `any` is in Middy's own types. */
// biome-ignore lint/suspicious/noExplicitAny: existing middlewares rely on an unchecked default
export type Untyped = any;

/** The second argument of a Lambda handler, the same type as `Context` of `@types/aws-lambda`. */
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
    clientContext?: LambdaClientContext | undefined;
    tenantId?: string | undefined;
    /** The milliseconds until Lambda ends the invocation. */
    getRemainingTimeInMillis(): number;
    /** @deprecated Return a value instead. */
    done(error?: Error, result?: Untyped): void;
    /** @deprecated Throw an error instead. */
    fail(error: Error | string): void;
    /** @deprecated Return a value instead. */
    succeed(messageOrObject: Untyped): void;
    /** @deprecated Return a value instead. */
    succeed(message: string, object: Untyped): void;
}

/** What a mobile SDK sends about itself with an invocation. */
export interface LambdaClientContext {
    client: {installationId: string; appTitle: string; appVersionName: string; appVersionCode: string; appPackageName: string};
    custom?: Untyped;
    env: {platformVersion: string; platform: string; make: string; model: string; locale: string};
}
