import type {TextForm} from './wire-text-form.ts';

/**
 * What the wire form of a date looks like; whether there is such a day is another question.
 *
 * RFC 3339 with T and Z in capitals and seconds up to 59, and the ±YYYYYY years of ECMAScript's date time string format.
 */
export const dateShape =
    /^(?:\d{4}|\+\d{6}|-(?!000000)\d{6})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a value is a valid `Date`. */
export function isDate(value: unknown): value is Date {
    return value instanceof Date && !Number.isNaN(value.getTime());
}

/** Dates for those who don't need speed. */
export const dateForm: TextForm<Date> = {
    expected: 'a date',
    isLive: isDate,
    isText: (text) => dateShape.test(text) && isDate(new Date(text)) && isDay(text),
    parse: (text) => new Date(text),
    format: (date) => date.toISOString(),
};

/** Engines take the 30th of February for the 1st of March. Leap years come again after 400 years, which `Date.UTC` takes as they are. */
function isDay(text: string): boolean {
    const [date = ''] = text.split('T');
    const lastDay = new Date(Date.UTC(2000 + (Number.parseInt(date, 10) % 400), Number(date.slice(-5, -3)), 0));
    return Number(date.slice(-2)) <= lastDay.getUTCDate();
}
