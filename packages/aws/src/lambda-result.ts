/** The answer to an HTTP event. Which of the header fields it has depends on what sent the event. */
export interface LambdaResult {
    statusCode: number;
    headers?: Record<string, string>;
    multiValueHeaders?: Record<string, string[]>;
    /** The values of the `set-cookie` headers. */
    cookies?: string[];
    body: string;
    isBase64Encoded: boolean;
}
