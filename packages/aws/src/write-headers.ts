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
export function writeWithCookies(headers: ResponseHeaders): HeaderFields {
    const cookies = takeCookies(headers);
    return cookies === undefined ? {headers: joinValues(headers)} : {headers: joinValues(headers), cookies};
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
    const cookies = takeCookies(headers) ?? [];
    for (const [index, cookie] of cookies.entries()) headers[spellSetCookie(index)] = cookie;
    return {headers: joinValues(headers)};
}

function takeCookies(headers: ResponseHeaders): string[] | undefined {
    const cookies = headers['set-cookie'];
    if (cookies === undefined) return undefined;
    delete headers['set-cookie'];
    return [cookies].flat();
}

function joinValues(headers: ResponseHeaders): Record<string, string> {
    for (const name in headers) {
        const value = headers[name];
        if (Array.isArray(value)) headers[name] = value.join(', ');
    }
    return headers as Record<string, string>;
}

// The bits of the index say which of the nine letters are capitals, so there are 512 spellings.
function spellSetCookie(index: number): string {
    let bit = 0;
    return 'set-cookie'.replace(/[a-z]/g, (letter) => ((index >> bit++) & 1 ? letter.toUpperCase() : letter));
}
