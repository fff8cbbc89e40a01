/** A fetched value, and until when it can be used. */
export interface CacheEntry {
    value: unknown;
    /** In milliseconds since the epoch. */
    expiry: number;
    /** Whether parts of the value were removed, so that they have to be fetched again. */
    modified?: boolean;
}

/** What an entry is found by: a name, or the options object of the middleware that has none. */
export type CacheKey = string | object;

const named = new Map<string, CacheEntry>();
let unnamed = new WeakMap<object, CacheEntry>();

/** The entry under a key, or an empty object. */
export function getCache(key: CacheKey): Partial<CacheEntry> {
    return findEntry(key) ?? {};
}

/** Replaces the value under a key, so that the next `processCache` fetches what it lacks. Nothing happens without an entry. */
export function modifyCache(key: CacheKey, value: unknown): void {
    const entry = findEntry(key);
    if (entry) Object.assign(entry, {value, modified: true});
}

/** Removes the entries under a key or several, or all. */
export function clearCache(keys?: CacheKey | readonly CacheKey[] | null): void {
    if (keys !== undefined && keys !== null) {
        for (const key of [keys].flat()) storeOf(key).delete(key);
        return;
    }
    named.clear();
    unnamed = new WeakMap();
}

/** The entry under a key. */
export function findEntry(key: CacheKey): CacheEntry | undefined {
    return storeOf(key).get(key);
}

/** Puts an entry under a key. */
export function putEntry(key: CacheKey, entry: CacheEntry): void {
    storeOf(key).set(key, entry);
}

/** Options objects are held weakly, so that one made for a single request doesn't stay. */
function storeOf(key: CacheKey): Pick<Map<CacheKey, CacheEntry>, 'get' | 'set' | 'delete'> {
    return (typeof key === 'string' ? named : unnamed) as Map<CacheKey, CacheEntry>;
}
