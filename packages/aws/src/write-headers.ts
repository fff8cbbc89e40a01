import type {HeaderValue} from '@mionkit/core';
import type {LambdaResult} from './lambda-result.ts';

/** Headers by name in lower case. */
export type HeaderRecord = Record<string, HeaderValue>;

/** The fields of a result that carry headers. */
export type HeaderFields = Pick<LambdaResult, 'headers' | 'multiValueHeaders' | 'cookies'>;

/** Single values, with the cookies in a field of their own: HTTP APIs and function URLs. */
export function writeWithCookies(record: HeaderRecord): HeaderFields {
    const {'set-cookie': cookies, ...others} = record;
    const headers = joinValues(others);
    return cookies === undefined ? {headers} : {headers, cookies: [cookies].flat()};
}

/** Repeated headers apart from the single ones: REST APIs, which read both fields. */
export function writeApart(record: HeaderRecord): HeaderFields {
    const headers: Record<string, string> = {};
    let multiValueHeaders: Record<string, string[]> | undefined;
    for (const [name, value] of Object.entries(record)) {
        if (typeof value === 'string') headers[name] = value;
        else multiValueHeaders = {...multiValueHeaders, [name]: value};
    }
    return multiValueHeaders === undefined ? {headers} : {headers, multiValueHeaders};
}

/** Every header with all of its values: load balancers with multi-value headers, which read no other field. */
export function writeMultiValue(record: HeaderRecord): HeaderFields {
    return {multiValueHeaders: Object.fromEntries(Object.entries(record).map(([name, value]) => [name, [value].flat()]))};
}

/**
 * One value for each header: load balancers without multi-value headers, and VPC Lattice.
 *
 * Cookies can't be joined, so from the second on they are carried by other spellings of the name.
 */
export function writeSingleValue(record: HeaderRecord): HeaderFields {
    const {'set-cookie': cookies = [], ...others} = record;
    const headers = joinValues(others);
    [cookies].flat().forEach((cookie, index) => {
        headers[spellSetCookie(index)] = cookie;
    });
    return {headers};
}

function joinValues(record: HeaderRecord): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(record)) headers[name] = typeof value === 'string' ? value : value.join(', ');
    return headers;
}

// The bits of the index say which of the nine letters are capitals, so there are 512 spellings.
function spellSetCookie(index: number): string {
    let bit = 0;
    return 'set-cookie'.replace(/[a-z]/g, (letter) => ((index >> bit++) & 1 ? letter.toUpperCase() : letter));
}
