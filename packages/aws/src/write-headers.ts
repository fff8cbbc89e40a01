import type {LambdaResult} from './lambda-result.ts';

/** The fields of a result that carry headers. */
export type HeaderFields = Pick<LambdaResult, 'headers' | 'multiValueHeaders' | 'cookies'>;

/** Writes headers, given as names in lower case and values in turns. */
export type WriteHeaders = (flat: readonly string[]) => HeaderFields;

/** Repeated headers apart from the single ones: REST APIs, which read both fields. */
export function writeApart(flat: readonly string[]): HeaderFields {
    const headers: Record<string, string> = {};
    const multiValueHeaders = collectValues(flat);
    for (const [name, values] of Object.entries(multiValueHeaders)) {
        if (values.length > 1) continue;
        headers[name] = values[0] as string;
        delete multiValueHeaders[name];
    }
    return Object.keys(multiValueHeaders).length === 0 ? {headers} : {headers, multiValueHeaders};
}

/** Single values, with the cookies in a field of their own: HTTP APIs and function URLs. */
export function writeWithCookies(flat: readonly string[]): {headers: Record<string, string>; cookies?: string[]} {
    const headers: Record<string, string> = {};
    let cookies: string[] | undefined;
    for (let at = 0; at < flat.length; at += 2) {
        const name = flat[at] as string;
        const value = flat[at + 1] as string;
        if (name !== 'set-cookie') headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value;
        else if (cookies === undefined) cookies = [value];
        else cookies.push(value);
    }
    return cookies === undefined ? {headers} : {headers, cookies};
}

/** Every header with all of its values: load balancers with multi-value headers, which read no other field. */
export function writeMultiValue(flat: readonly string[]): HeaderFields {
    return {multiValueHeaders: collectValues(flat)};
}

/**
 * One value for each header: load balancers without multi-value headers, and VPC Lattice.
 *
 * Cookies can't be joined, so from the second on they are carried by other spellings of the name.
 */
export function writeSingleValue(flat: readonly string[]): HeaderFields {
    const {headers, cookies = []} = writeWithCookies(flat);
    for (const [index, cookie] of cookies.entries()) headers[spellSetCookie(index)] = cookie;
    return {headers};
}

function collectValues(flat: readonly string[]): Record<string, string[]> {
    const values: Record<string, string[]> = {};
    for (let at = 0; at < flat.length; at += 2) {
        const name = flat[at] as string;
        const own = Object.hasOwn(values, name) ? values[name] : undefined;
        values[name] = [...(own ?? []), flat[at + 1] as string];
    }
    return values;
}

// The bits of the index say which of the nine letters are capitals, so there are 512 spellings.
function spellSetCookie(index: number): string {
    let bit = 0;
    return 'set-cookie'.replace(/[a-z]/g, (letter) => ((index >> bit++) & 1 ? letter.toUpperCase() : letter));
}
