import {type CoreOptions, defaultTextLimits, type ReflectionOptions, type RpcError} from '@mionkit/core';
import type {CallContext, Untyped} from './call-context.ts';
import {assertCors, type CorsOptions} from './cors.ts';

/** The options of a router, whatever platform it runs on. */
export interface RouterOptions<TRawRequest = Untyped, TShared = Untyped> extends CoreOptions {
    /** Stands before the path of every route: `api/v1`. Slashes around it do not matter. @default '' */
    readonly prefix: string;
    /** Stands after the path of every route, without a separator: `.json`. @default '' */
    readonly suffix: string;
    /** Changes the path of a request before its route is looked up. */
    readonly pathTransform?: (request: TRawRequest, path: string) => string;
    /** Makes the `ctx.shared` of each request. @default an empty object */
    readonly sharedDataFactory?: SharedDataFactory<TShared>;
    /** Check params against their types. @default true */
    readonly enableValidation: boolean;
    /** The same as `enableValidation`. */
    readonly useValidation?: boolean;
    /** Restore params to their types (`Date`, `Map`, …), and write results by theirs. @default true */
    readonly enableSerialization: boolean;
    /** The same as `enableSerialization`. */
    readonly useSerialization?: boolean;
    /** For route trees that another type compiler than mion's prepared. @default {} */
    readonly reflectionOptions: ReflectionOptions;
    /** Reads request bodies, and writes results where serialization is off. @default JSON */
    readonly bodyParser: JsonParser;
    /** Let `registerRoutes` return the public data of the methods that it registered. @default false */
    readonly getPublicRoutesData: boolean;
    /** Check results against their types as well; one that doesn't fit is a 500. Needs `"mion": {"validateReturn": true}` in the tsconfig. @default false */
    readonly validateReturn: boolean;
    /** What happens to properties that no type declares. `reject` needs `"mion": {"unknownProperties": "reject"}` in the tsconfig. @default 'drop' */
    readonly unknownProperties: 'drop' | 'reject';
    /** How long a call may take before it is answered with 504, in milliseconds; 0 for no limit. Routes may have their own. @default 0 */
    readonly timeoutMs: number;
    /**
     * Called once when a stream fails after the hooks of its call have run, its timeout included; not when the client leaves.
     *
     * For logs: its result is not waited for, and what it throws is noted in `ctx.request.internalErrors`.
     */
    readonly onStreamError?: (ctx: CallContext<TShared>, error: RpcError) => unknown;
    /** After how long a silence a stream of values gets a comment, so that no proxy takes it for dead, in milliseconds; 0 for never. @default 15000 */
    readonly streamKeepAliveMs: number;
    /** How many calls one request to `mion/calls` may hold; 1 turns that path off. @default 1 */
    readonly maxCallsPerRequest: number;
    /** Lets web pages of other origins call the API. @default no origin but its own */
    readonly cors?: CorsOptions;
    /** The largest body that adapters accept, in bytes. @default 262144 (256 kB) */
    readonly maxBodySize: number;
    /** Refuse bodies without a JSON content type, which cross-site forms can't send. @default true */
    readonly requireJsonContentType: boolean;
    /** The deepest nesting of params, where their type is recursive or `unknown`. @default 64 */
    readonly maxDepth: number;
    /** The most validation errors that one response lists. @default 50 */
    readonly maxValidationErrors: number;
    /** How many steps checking a recursive union may take, per character of the body. @default 64 */
    readonly maxValidationSteps: number;
    /** The most digits of a `bigint` that is received. @default 1300 */
    readonly maxBigIntDigits: number;
    /** The most characters of a `URL` that is received. @default 8192 */
    readonly maxUrlLength: number;
    /** The most characters of a `RegExp` that is received, as `/source/flags`. @default 1024 */
    readonly maxRegExpLength: number;
}

/** Makes the data that the hooks and the route of one request share. */
export type SharedDataFactory<TShared> = (ctx: CallContext<TShared>) => TShared;

/** Reads and writes bodies. */
export interface JsonParser {
    parse(text: string): unknown;
    stringify(value: unknown): string;
}

const defaultOptions: RouterOptions = {
    autoGenerateErrorId: false,
    prefix: '',
    suffix: '',
    enableValidation: true,
    enableSerialization: true,
    reflectionOptions: {},
    bodyParser: JSON,
    getPublicRoutesData: false,
    validateReturn: false,
    unknownProperties: 'drop',
    timeoutMs: 0,
    streamKeepAliveMs: 15_000,
    maxCallsPerRequest: 1,
    maxBodySize: 262_144,
    requireJsonContentType: true,
    maxDepth: 64,
    maxValidationErrors: 50,
    maxValidationSteps: 64,
    ...defaultTextLimits,
};

/** The options in force: those given, the defaults for those that are absent or `undefined`. Frozen. */
export function toRouterOptions(given: Partial<RouterOptions>): RouterOptions {
    const options: Record<string, unknown> = {...defaultOptions};
    for (const [name, value] of Object.entries(given)) {
        if (value === undefined) continue;
        // Every option that is a number is a limit.
        if (typeof options[name] === 'number') assertLimit(name, value);
        if (name === 'cors') assertCors(value as CorsOptions);
        options[name] = value;
    }
    options.enableValidation = given.enableValidation ?? given.useValidation ?? true;
    options.enableSerialization = given.enableSerialization ?? given.useSerialization ?? true;
    return Object.freeze(options as unknown as RouterOptions);
}

// A limit of NaN would let everything through. A time of 0 is none.
function assertLimit(name: string, limit: unknown): void {
    const least = name.endsWith('Ms') ? 0 : 1;
    if (typeof limit === 'number' && limit >= least) return;
    throw new Error(`The router's option \`${name}\` is ${limit}, and has to be a number from ${least} up.`);
}
