/** The text of a header, or its texts where it stands more than once. */
export type HeaderValue = string | string[];

/** The headers of a request or response: the Fetch API's `Headers`, without its cost. Names are case-insensitive. */
export interface MionHeaders {
    /** Adds a value, keeping those that are there. */
    append(name: string, value: HeaderValue): void;
    delete(name: string): void;
    /** Replaces all values. */
    set(name: string, value: HeaderValue): void;
    get(name: string): HeaderValue | undefined | null;
    has(name: string): boolean;
    /** Names come in lower case. */
    entries(): IterableIterator<[string, HeaderValue]>;
    keys(): IterableIterator<string>;
    values(): IterableIterator<HeaderValue>;
}
