import type {LambdaResult} from './lambda-result.ts';

/** Headers by name in lower case. */
export interface ResponseHeaders {
    /** Those that stand once. */
    readonly single: Record<string, string>;
    /** Those that stand several times. */
    readonly repeated?: ReadonlyMap<string, string[]> | undefined;
}

/** The fields of a result that carry headers. */
export type HeaderFields = Pick<LambdaResult, 'headers' | 'multiValueHeaders' | 'cookies'>;

/** Repeated headers apart from the single ones: REST APIs, which read both fields. */
export function writeApart({single, repeated}: ResponseHeaders): HeaderFields {
    return repeated === undefined ? {headers: single} : {headers: single, multiValueHeaders: Object.fromEntries(repeated)};
}

/** Single values, with the cookies in a field of their own: HTTP APIs and function URLs. */
export function writeWithCookies({single, repeated}: ResponseHeaders): HeaderFields {
    const cookie = single['set-cookie'];
    if (repeated === undefined && cookie === undefined) return {headers: single};
    const {'set-cookie': _, ...headers} = {...single, ...joinValues(repeated)};
    const cookies = cookie === undefined ? repeated?.get('set-cookie') : [cookie];
    return cookies === undefined ? {headers} : {headers, cookies};
}

/** Every header with all of its values: load balancers with multi-value headers, which read no other field. */
export function writeMultiValue({single, repeated = new Map()}: ResponseHeaders): HeaderFields {
    const all = [...Object.entries(single).map(([name, value]) => [name, [value]] as const), ...repeated];
    return {multiValueHeaders: Object.fromEntries(all)};
}

/**
 * One value for each header: load balancers without multi-value headers, and VPC Lattice.
 *
 * Cookies can't be joined, so from the second on they are carried by other spellings of the name.
 */
export function writeSingleValue({single, repeated}: ResponseHeaders): HeaderFields {
    const headers = {...single, ...joinValues(repeated)};
    repeated?.get('set-cookie')?.forEach((cookie, index) => {
        headers[spellSetCookie(index)] = cookie;
    });
    return {headers};
}

function joinValues(repeated: ReadonlyMap<string, string[]> = new Map()): Record<string, string> {
    return Object.fromEntries([...repeated].map(([name, values]) => [name, values.join(', ')]));
}

// The bits of the index say which of the nine letters are capitals, so there are 512 spellings.
function spellSetCookie(index: number): string {
    let bit = 0;
    return 'set-cookie'.replace(/[a-z]/g, (letter) => ((index >> bit++) & 1 ? letter.toUpperCase() : letter));
}
