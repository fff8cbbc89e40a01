import {isThenable} from '../is-thenable.ts';
import {type CacheEntry, findEntry, putEntry} from './cache.ts';
import {readOwn} from './read-own.ts';

/** What a fetching middleware can be told about its cache. */
export interface CacheOptions {
    /** The name of its entry. Middlewares with the same name share it. @default one of its own for each options object */
    readonly cacheKey?: string;
    /**
     * How long a value is used: -1 for ever, 0 never, up to 86,400,000 so many milliseconds, above that until this time in
     * milliseconds since the epoch.
     *
     * @default 0
     */
    readonly cacheExpiry?: number;
    /** A `cacheExpiry` by `cacheKey`, which goes before the other one. */
    readonly cacheKeyExpiry?: Readonly<Record<string, number>>;
}

/** What was fetched, now or earlier. */
export interface CacheResult {
    readonly value: unknown;
    /** Until when it is used, in milliseconds since the epoch. */
    readonly expiry: number;
    /** There and `true` if it was fetched earlier. */
    readonly cache?: true;
}

/**
 * Fetches a value. It is a promise, an object some of whose properties are promises, or plain.
 *
 * @param cached what is still good, where only a part has to be fetched again
 */
export type Fetch<TRequest> = (request: TRequest, cached?: unknown) => unknown;

const day = 86_400_000;

/**
 * Answers what `fetch` answered earlier while that is good, and calls it otherwise.
 *
 * Calls at the same time share one fetch. A promise that is rejected is forgotten, so the next call fetches again; if it
 * was to replace an expired value, that one is used until then. Nothing is fetched between the calls.
 *
 * @throws Error if `cacheExpiry` is none
 */
export function processCache<TRequest = undefined>(
    options: CacheOptions,
    fetch: Fetch<TRequest | undefined> = () => undefined,
    request?: TRequest,
): CacheResult {
    const cacheExpiry = readExpiry(options);
    const key = options.cacheKey ?? options;
    const cached = cacheExpiry === 0 ? undefined : findEntry(key);
    if (cached && isGood(cached, cacheExpiry)) {
        if (cached.modified) complete(cached, fetch(request, cached.value));
        return {value: cached.value, expiry: cached.expiry, cache: true};
    }
    const entry: CacheEntry = {value: undefined, expiry: toTime(cacheExpiry)};
    try {
        entry.value = guard(fetch(request), entry, cached?.value);
    } catch (error) {
        if (!cached) throw error;
        return {value: cached.value, expiry: cached.expiry};
    }
    if (cacheExpiry !== 0) putEntry(key, entry);
    return {value: entry.value, expiry: entry.expiry};
}

function readExpiry({cacheKey, cacheExpiry = 0, cacheKeyExpiry}: CacheOptions): number {
    const expiry = (cacheKey === undefined ? undefined : readOwn(cacheKeyExpiry, cacheKey)) ?? cacheExpiry;
    if (typeof expiry === 'number' && Number.isInteger(expiry) && expiry >= -1) return expiry;
    throw new Error(
        `\`cacheExpiry\` is ${String(expiry)}. It must be -1 (for ever), 0 (never), a number of milliseconds, or a time in milliseconds since the epoch.`,
    );
}

function toTime(cacheExpiry: number): number {
    if (cacheExpiry < 0) return Number.POSITIVE_INFINITY;
    return cacheExpiry > day ? cacheExpiry : Date.now() + cacheExpiry;
}

function isGood({expiry}: CacheEntry, cacheExpiry: number): boolean {
    const now = Date.now();
    return expiry > now && (cacheExpiry <= day || cacheExpiry > now);
}

/** Adds the parts that were fetched again. */
function complete(entry: CacheEntry, fetched: unknown): void {
    entry.modified = false;
    const value = guard(fetched, entry, undefined);
    entry.value = isRecord(entry.value) && isRecord(value) ? {...entry.value, ...value} : value;
}

/** Sees to it that a promise in a fetched value which is rejected doesn't stay in its entry, nor is rejected unheard. */
function guard(fetched: unknown, entry: CacheEntry, previous: unknown): unknown {
    if (isThenable(fetched)) return fallBack(fetched, entry, previous, () => Object.assign(entry, {value: undefined, expiry: 0}));
    if (!isRecord(fetched)) return fetched;
    for (const [name, part] of Object.entries(fetched)) {
        if (isThenable(part)) fetched[name] = fallBack(part, entry, readOwn(previous, name), () => forgetPart(entry, name));
    }
    return fetched;
}

/** The promise itself, or where there is a previous value one that resolves to that instead of being rejected. */
function fallBack(pending: PromiseLike<unknown>, entry: CacheEntry, previous: unknown, forget: () => void): PromiseLike<unknown> {
    if (previous === undefined) {
        Promise.resolve(pending).catch(forget);
        return pending;
    }
    return Promise.resolve(pending).catch(() => {
        entry.expiry = 0;
        return previous;
    });
}

function forgetPart(entry: CacheEntry, name: string): void {
    const {[name]: _, ...rest} = Object(entry.value);
    Object.assign(entry, {value: rest, modified: true});
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}
