import type {MethodsMetadata} from '@mionkit/core';

/** The options of a client. */
export interface ClientOptions {
    /** Where the API is served, without its prefix: `https://api.example.com`. A path such as `''` works in browsers. */
    readonly baseURL: string;
    /** The router's `prefix`. @default '' */
    readonly prefix?: string;
    /** The router's `suffix`. @default '' */
    readonly suffix?: string;
    /** Sent with every request, the ones for metadata included. */
    readonly headers?: Readonly<Record<string, string>>;
    /** Sends the requests. @default the platform's `fetch` */
    readonly fetch?: typeof fetch;
    /** What a contract file says of the API's methods. With it the client asks the server for no metadata. */
    readonly metadata?: MethodsMetadata;
    /** After how many milliseconds a call fails with a `Request Timeout` error; 0 is never. @default 0 */
    readonly timeoutMs?: number;
}
