import type {ServerOptions as Http2Options, SecureServerOptions} from 'node:http2';
import type {ServerOptions} from 'node:https';

/** The options of mion on node http. */
export interface NodeHttpOptions {
    /** The port to listen on; 0 for any that is free. @default 3000 */
    readonly port: number;
    /** The address to listen on. @default all addresses */
    readonly host?: string;
    /** What the server speaks. `http2` with a key and a certificate speaks HTTP/1.1 as well, without them HTTP/2 alone. @default 'http' */
    readonly protocol: 'http' | 'https' | 'http2';
    /** Node's own options for the server: `key`, `cert`, `maxHeaderSize`, …. @default {} */
    readonly options: ServerOptions & Http2Options & SecureServerOptions;
    /** Headers of every response, unless a hook set them. @default {} */
    readonly defaultResponseHeaders: Readonly<Record<string, string>>;
    /** How long a client may take to send the headers of a request, in milliseconds. @default 15000 */
    readonly headersTimeoutMs: number;
    /** How long a client may take to send a whole request, in milliseconds. @default 60000 */
    readonly requestTimeoutMs: number;
    /** How long an idle connection is kept, in milliseconds. More than a load balancer's 60 s, so that the balancer closes first. @default 65000 */
    readonly keepAliveTimeoutMs: number;
    /** The most headers of one request; more are answered with 431. @default 100 */
    readonly maxHeadersCount: number;
    /**
     * Compress responses with the best of zstd (where Node has it), brotli and gzip that the client accepts.
     *
     * Secrets next to text that an attacker chooses can be guessed from compressed sizes (BREACH): leave it off where responses hold both. @default false
     */
    readonly compression: boolean;
    /** The smallest body that is compressed, in bytes. @default 1024 */
    readonly compressionMinSize: number;
    /** Accept compressed request bodies. The body limit holds for what they are decompressed to. @default false */
    readonly decompression: boolean;
    /** Signals on which the server closes: it takes no more connections and finishes the requests in flight. @default [] */
    readonly closeOnSignals: readonly NodeJS.Signals[];
    /** How long the server goes on after a closing signal, no longer ready, until balancers have noticed; in milliseconds. @default 0 */
    readonly drainDelayMs: number;
    /** How long requests in flight may take after a closing signal before their connections are cut, in milliseconds. @default 10000 */
    readonly closeTimeoutMs: number;
    /** A path that tells load balancers whether the server is ready, `/ready`: 200, and 503 from a closing signal on. Answered before the router. */
    readonly readinessPath?: string;
}

const defaultOptions: NodeHttpOptions = Object.freeze({
    port: 3000,
    protocol: 'http',
    options: {},
    defaultResponseHeaders: {},
    headersTimeoutMs: 15_000,
    requestTimeoutMs: 60_000,
    keepAliveTimeoutMs: 65_000,
    maxHeadersCount: 100,
    compression: false,
    compressionMinSize: 1024,
    decompression: false,
    closeOnSignals: [],
    drainDelayMs: 0,
    closeTimeoutMs: 10_000,
});

let programOptions: Partial<NodeHttpOptions> = {};

/** Sets the options that servers and handlers of this program have unless they are given their own. Each call replaces those of the call before. */
export function setNodeHttpOpts(options: Partial<NodeHttpOptions>): void {
    programOptions = {...options};
}

/** The options in force: those given, those of `setNodeHttpOpts`, the defaults. */
export function toNodeHttpOptions(given: Partial<NodeHttpOptions>): NodeHttpOptions {
    const present = [...Object.entries(programOptions), ...Object.entries(given)].filter(([, value]) => value !== undefined);
    return Object.freeze({...defaultOptions, ...Object.fromEntries(present)});
}
