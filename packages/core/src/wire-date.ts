import {dateShape, isDate} from './wire-date-form.ts';
import {fail} from './wire-failure.ts';

const msPerDay = 86_400_000;

/** Whether a JSON value is the wire form of a date. */
export function isWireDate(value: unknown): boolean {
    return typeof value === 'string' && !Number.isNaN(readTime(value));
}

/** The date of a wire form. Throws when it isn't one. */
export function decodeDate(value: unknown): Date {
    const time = typeof value === 'string' ? readTime(value) : Number.NaN;
    return Number.isNaN(time) ? fail('a date', value) : new Date(time);
}

/**
 * The time of a wire form; `NaN` when it is none.
 *
 * What `toISOString` writes for years of four digits is read here: compiling a regular expression costs a cold start more than all of
 * this, and the engine's parser takes three times as long.
 */
function readTime(text: string): number {
    if (!hasUsualMarks(text)) return readOther(text);
    const year = readTwo(text, 0) * 100 + readTwo(text, 2);
    const month = readTwo(text, 5);
    const day = readTwo(text, 8);
    const hour = readTwo(text, 11);
    const minute = readTwo(text, 14);
    const second = readTwo(text, 17);
    const centis = readTwo(text, 20);
    const millis = text.charCodeAt(22) - 0x30;
    const isClock =
        hour >= 0 &&
        hour < 24 &&
        minute >= 0 &&
        minute < 60 &&
        second >= 0 &&
        second < 60 &&
        centis >= 0 &&
        millis >= 0 &&
        millis < 10;
    const isDay = year >= 0 && month > 0 && month < 13 && day > 0 && (day < 29 || day <= countDays(year, month));
    if (!isClock || !isDay) return Number.NaN;
    return toDays(year, month, day) * msPerDay + hour * 3_600_000 + minute * 60_000 + second * 1000 + centis * 10 + millis;
}

/** `YYYY-MM-DDThh:mm:ss.mmmZ`, digits aside. */
function hasUsualMarks(text: string): boolean {
    return (
        text.length === 24 &&
        text.charCodeAt(4) === 0x2d &&
        text.charCodeAt(7) === 0x2d &&
        text.charCodeAt(10) === 0x54 &&
        text.charCodeAt(13) === 0x3a &&
        text.charCodeAt(16) === 0x3a &&
        text.charCodeAt(19) === 0x2e &&
        text.charCodeAt(23) === 0x5a
    );
}

/** Two digits as a number. Where there are others it is so far below zero that no sum makes up for it. */
function readTwo(text: string, index: number): number {
    const tens = text.charCodeAt(index) - 0x30;
    const ones = text.charCodeAt(index + 1) - 0x30;
    return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : -10_000;
}

/** Days since 1970, after Howard Hinnant's days algorithms: in years that begin with March. */
function toDays(year: number, month: number, day: number): number {
    const own = month > 2 ? year : year - 1;
    const months = month > 2 ? month - 3 : month + 9;
    const leapDays = Math.floor(own / 4) - Math.floor(own / 100) + Math.floor(own / 400);
    return own * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day - 719_469;
}

/** Engines take the 30th of February for the 1st of March. */
function readOther(text: string): number {
    if (!dateShape.test(text)) return Number.NaN;
    const end = text.indexOf('T');
    const day = readTwo(text, end - 2);
    return day > 28 && day > countDays(Number(text.slice(0, end - 6)), readTwo(text, end - 5)) ? Number.NaN : Date.parse(text);
}

function countDays(year: number, month: number): number {
    if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The JSON text of a date. Throws on an invalid one. */
export function encodeDate(value: unknown): string {
    return isDate(value) ? `"${formatDate(value)}"` : fail('a valid date', value);
}

/**
 * The wire form of a valid date: what `toISOString` writes, four times as fast.
 *
 * `toDays` the other way round. All digits are written at once: pieces would be copied once more when the text is sent.
 */
export function formatDate(date: Date): string {
    const time = date.getTime();
    if (!(time >= -62_167_219_200_000 && time < 253_402_300_800_000)) return date.toISOString();
    const days = Math.floor(time / msPerDay);
    const shifted = days + 719_468;
    const era = Math.floor(shifted / 146_097);
    const dayOfEra = shifted - era * 146_097;
    const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
    const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
    const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
    const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
    const ms = time - days * msPerDay;
    const hour = Math.floor(ms / 3_600_000);
    const minute = Math.floor(ms / 60_000) % 60;
    const second = Math.floor(ms / 1000) % 60;
    const millis = ms % 1000;
    return String.fromCharCode(
        0x30 + Math.floor(year / 1000),
        0x30 + (Math.floor(year / 100) % 10),
        0x30 + (Math.floor(year / 10) % 10),
        0x30 + (year % 10),
        0x2d,
        0x30 + Math.floor(month / 10),
        0x30 + (month % 10),
        0x2d,
        0x30 + Math.floor(day / 10),
        0x30 + (day % 10),
        0x54,
        0x30 + Math.floor(hour / 10),
        0x30 + (hour % 10),
        0x3a,
        0x30 + Math.floor(minute / 10),
        0x30 + (minute % 10),
        0x3a,
        0x30 + Math.floor(second / 10),
        0x30 + (second % 10),
        0x2e,
        0x30 + Math.floor(millis / 100),
        0x30 + (Math.floor(millis / 10) % 10),
        0x30 + (millis % 10),
        0x5a,
    );
}
