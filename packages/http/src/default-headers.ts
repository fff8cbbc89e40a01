import {HeaderList} from '@mionkit/core';

/** Adds headers to a response, unless they are there. */
export type AddHeaders = (headers: HeaderList) => void;

/** Makes the function that adds the default headers. Throws on headers that no response can have. */
export function toDefaultHeaders(record: Readonly<Record<string, string>>): AddHeaders {
    const defaults = new HeaderList();
    for (const [name, value] of Object.entries(record)) defaults.set(name, value);
    const entries = [...defaults.entries()];
    return (headers) => {
        for (const [name, value] of entries) if (!headers.has(name)) headers.append(name, value);
    };
}
