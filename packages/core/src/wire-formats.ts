import type {FormatName} from './constraints.ts';
import {isDateForm} from './wire-date-form.ts';
import {urlForm} from './wire-url.ts';

// Each pattern reads a text once from left to right: no two ways to read it, so nothing to go back to.
const email = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const label = /^[\da-z](?:[\da-z-]{0,61}[\da-z])?$/i;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const duration = /^P(?:\d+W|(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/;

/** RFC 5321 mailboxes of ASCII letters, without quoted parts and address literals. */
export function isEmail(text: string): boolean {
    const at = text.lastIndexOf('@');
    return at > 0 && at <= 64 && text.length <= 254 && email.test(text.slice(0, at)) && isHostname(text.slice(at + 1));
}

/** RFC 9562 UUIDs of any version. */
export function isUuid(text: string): boolean {
    return uuid.test(text);
}

/** `http:` and `https:` URLs of at most 8,192 characters. */
export function isUrl(text: string): boolean {
    return urlForm.isText(text);
}

/** RFC 3339 `full-date`, of a day that exists. */
export function isDateText(text: string): boolean {
    return text.length === 10 && isDateForm(`${text}T00:00:00Z`);
}

/** RFC 3339 `date-time`, with `T` and `Z` in capitals. */
export function isDateTimeText(text: string): boolean {
    return text.charCodeAt(4) === 0x2d && isDateForm(text);
}

/** RFC 3339 `full-time`. */
export function isTimeText(text: string): boolean {
    return time.test(text);
}

/** RFC 3339 (appendix A) durations. */
export function isDuration(text: string): boolean {
    return duration.test(text);
}

/** RFC 1123 host names: labels of letters, digits and hyphens. */
export function isHostname(text: string): boolean {
    return text.length <= 253 && text.split('.').every((part) => label.test(part));
}

/** Four decimal numbers up to 255, without leading zeros. */
export function isIpv4(text: string): boolean {
    const parts = text.split('.');
    return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** RFC 4291 addresses, with `::` and with an IPv4 address at the end; no zone. */
export function isIpv6(text: string): boolean {
    if (text.length > 45) return false;
    const [head = '', tail, more] = text.split('::');
    if (more !== undefined) return false;
    const before = countGroups(head, tail === undefined);
    const after = tail === undefined ? 0 : countGroups(tail, true);
    return tail === undefined ? before === 8 : before + after <= 7;
}

/** How many 16 bit groups there are; `NaN` when one isn't. Only the last may be an IPv4 address. */
function countGroups(text: string, isEnd: boolean): number {
    if (text === '') return 0;
    const groups = text.split(':');
    const last = groups.at(-1) ?? '';
    const mapped = isEnd && last.includes('.');
    const plain = mapped ? groups.slice(0, -1) : groups;
    if (!plain.every((group) => /^[\da-f]{1,4}$/i.test(group)) || (mapped && !isIpv4(last))) return Number.NaN;
    return plain.length + (mapped ? 2 : 0);
}

/** The tests of all string formats, by name. */
export const formats: Readonly<Record<FormatName, (text: string) => boolean>> = {
    email: isEmail,
    uuid: isUuid,
    url: isUrl,
    date: isDateText,
    'date-time': isDateTimeText,
    time: isTimeText,
    duration: isDuration,
    hostname: isHostname,
    ipv4: isIpv4,
    ipv6: isIpv6,
};
