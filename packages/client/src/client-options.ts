import type {MethodsMetadata} from '@mionkit/core';

/** `contract.json`, as TypeScript sees it where it is imported. */
export interface ContractFile {
    readonly version: number;
    readonly definitions: object;
    readonly methods: object;
}

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
    /** The contract file that `mion contract` wrote, or what a server says of its methods. With it the client asks for no metadata. */
    readonly metadata?: MethodsMetadata | ContractFile;
    /** After how many milliseconds a call fails with a `Request Timeout` error; 0 is never. @default 0 */
    readonly timeoutMs?: number;
}
