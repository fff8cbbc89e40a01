/** A request as a client sent it. */
export interface SentRequest {
    readonly path: string;
    readonly headers: Headers;
    /** Parsed. */
    readonly body: Readonly<Record<string, unknown>>;
}

/** A `fetch` that really sends, and the requests that went through it. */
export interface RecordedFetch {
    readonly fetch: typeof fetch;
    readonly requests: SentRequest[];
    /** The paths of all requests but those for metadata. */
    readonly getCallPaths: () => string[];
}

/** Makes a `fetch` that keeps what it sends. */
export function recordFetch(): RecordedFetch {
    const requests: SentRequest[] = [];
    return {
        requests,
        getCallPaths: () => requests.map(({path}) => path).filter((path) => !path.includes('mion/methods')),
        fetch: (url, init) => {
            const body = JSON.parse(String(init?.body));
            requests.push({path: new URL(String(url)).pathname, headers: new Headers(init?.headers), body});
            return fetch(url, init);
        },
    };
}
