import type {TextForm} from './wire-text-form.ts';

/**
 * What the wire form of a date looks like; whether there is such a day is another question.
 *
 * RFC 3339 with T and Z in capitals and seconds up to 59, and the ±YYYYYY years of ECMAScript's date time string format.
 */
const dateShape =
    /^(?:\d{4}|\+\d{6}|-(?!000000)\d{6})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a value is a valid `Date`. */
export function isDate(value: unknown): value is Date {
    return value instanceof Date && !Number.isNaN(value.getTime());
}

/** Dates for those who don't need speed. */
export const dateForm: TextForm<Date> = {
    expected: 'a date',
    isLive: isDate,
    isText: isDateForm,
    parse: (text) => new Date(text),
    format: (date) => date.toISOString(),
};

/** Whether a text is the wire form of a date: engines take the 30th of February for the 1st of March. */
export function isDateForm(text: string): boolean {
    if (!dateShape.test(text) || !isDate(new Date(text))) return false;
    const end = text.indexOf('T');
    return Number(text.slice(end - 2, end)) <= countDays(Number(text.slice(0, end - 6)), Number(text.slice(end - 5, end - 3)));
}

/** The days of a month, from 1 to 12. */
export function countDays(year: number, month: number): number {
    if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
