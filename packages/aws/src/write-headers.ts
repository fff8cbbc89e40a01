import type {HeaderValue} from '@mionkit/core';
import type {LambdaResult} from './lambda-result.ts';

/** Headers by name in lower case. The functions below may change it. */
export type ResponseHeaders = Record<string, HeaderValue>;

/** The fields of a result that carry headers. */
export type HeaderFields = Pick<LambdaResult, 'headers' | 'multiValueHeaders' | 'cookies'>;

/** Repeated headers apart from the single ones: REST APIs, which read both fields. */
export function writeApart(headers: ResponseHeaders): HeaderFields {
    const repeated = Object.entries(headers).filter(([, value]) => typeof value !== 'string');
    for (const [name] of repeated) delete headers[name];
    const fields = {headers: headers as Record<string, string>};
    return repeated.length === 0
        ? fields
        : {...fields, multiValueHeaders: Object.fromEntries(repeated) as Record<string, string[]>};
}

/** Single values, with the cookies in a field of their own: HTTP APIs and function URLs. */
export function writeWithCookies(headers: ResponseHeaders): {headers: Record<string, string>; cookies?: string[]} {
    const cookies = headers['set-cookie'];
    if (cookies !== undefined) delete headers['set-cookie'];
    for (const name in headers) {
        const value = headers[name];
        if (Array.isArray(value)) headers[name] = value.join(', ');
    }
    const fields = {headers: headers as Record<string, string>};
    return cookies === undefined ? fields : {...fields, cookies: [cookies].flat()};
}

/** Every header with all of its values: load balancers with multi-value headers, which read no other field. */
export function writeMultiValue(headers: ResponseHeaders): HeaderFields {
    return {multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]))};
}

/**
 * One value for each header: load balancers without multi-value headers, and VPC Lattice.
 *
 * Cookies can't be joined, so from the second on they are carried by other spellings of the name.
 */
export function writeSingleValue(headers: ResponseHeaders): HeaderFields {
    const {headers: single, cookies = []} = writeWithCookies(headers);
    for (const [index, cookie] of cookies.entries()) single[spellSetCookie(index)] = cookie;
    return {headers: single};
}

// The bits of the index say which of the nine letters are capitals, so there are 512 spellings.
function spellSetCookie(index: number): string {
    let bit = 0;
    return 'set-cookie'.replace(/[a-z]/g, (letter) => ((index >> bit++) & 1 ? letter.toUpperCase() : letter));
}
