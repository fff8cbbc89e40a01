import {fail} from './wire-failure.ts';

const msPerDay = 86_400_000;
const daysBeforeMonth = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysInMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const maxTime = 8.64e15;

/**
 * The time of a date's wire form in milliseconds, `NaN` when it isn't one.
 *
 * The form is RFC 3339's, with `T` and `Z` in capitals, seconds up to 59, and also the ±YYYYYY years of ECMAScript's date time string format.
 */
export function parseDate(text: string): number {
    const first = text.charCodeAt(0);
    const signed = first === 0x2b || first === 0x2d;
    const yearEnd = signed ? 7 : 4;
    const year = signed ? readDigits(text, 1, 7) * (first === 0x2d ? -1 : 1) : readDigits(text, 0, 4);
    const month = readDigits(text, yearEnd + 1, yearEnd + 3);
    const day = readDigits(text, yearEnd + 4, yearEnd + 6);
    const isDay =
        text.charCodeAt(yearEnd) === 0x2d &&
        text.charCodeAt(yearEnd + 3) === 0x2d &&
        text.charCodeAt(yearEnd + 6) === 0x54 &&
        month >= 1 &&
        month <= 12 &&
        day >= 1 &&
        day <= countDays(year, month) &&
        !(signed && year === 0 && first === 0x2d);
    return isDay ? toTime(year, month, day) + parseTime(text, yearEnd + 7) : Number.NaN;
}

/** Reads `hh:mm:ss[.fraction](Z|±hh:mm)` to the end of the text. */
function parseTime(text: string, start: number): number {
    const hours = readDigits(text, start, start + 2);
    const minutes = readDigits(text, start + 3, start + 5);
    const seconds = readDigits(text, start + 6, start + 8);
    const isTime =
        hours <= 23 &&
        minutes <= 59 &&
        seconds <= 59 &&
        text.charCodeAt(start + 2) === 0x3a &&
        text.charCodeAt(start + 5) === 0x3a;
    if (!isTime) return Number.NaN;
    const time = hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
    return text.charCodeAt(start + 8) === 0x2e ? time + parseFraction(text, start + 9) : time - parseOffset(text, start + 8);
}

/** Reads `fraction(Z|±hh:mm)`. What is below a millisecond is dropped. */
function parseFraction(text: string, start: number): number {
    let end = start;
    let ms = 0;
    for (let scale = 100; isDigit(text.charCodeAt(end)); scale /= 10) {
        if (scale >= 1) ms += (text.charCodeAt(end) - 0x30) * scale;
        end++;
    }
    return end === start ? Number.NaN : ms - parseOffset(text, end);
}

function parseOffset(text: string, start: number): number {
    const sign = text.charCodeAt(start);
    if (sign === 0x5a) return text.length === start + 1 ? 0 : Number.NaN;
    if ((sign !== 0x2b && sign !== 0x2d) || text.length !== start + 6 || text.charCodeAt(start + 3) !== 0x3a) return Number.NaN;
    const hours = readDigits(text, start + 1, start + 3);
    const minutes = readDigits(text, start + 4, start + 6);
    if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
    return (hours * 60 + minutes) * (sign === 0x2b ? 60_000 : -60_000);
}

function readDigits(text: string, start: number, end: number): number {
    let number = 0;
    for (let index = start; index < end; index++) {
        const code = text.charCodeAt(index);
        if (!isDigit(code)) return Number.NaN;
        number = number * 10 + code - 0x30;
    }
    return number;
}

function isDigit(code: number): boolean {
    return code >= 0x30 && code <= 0x39;
}

function countDays(year: number, month: number): number {
    return month === 2 && isLeap(year) ? 29 : (daysInMonth[month] ?? 0);
}

function isLeap(year: number): boolean {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function toTime(year: number, month: number, day: number): number {
    const before = year - 1;
    const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
    const dayOfYear = (daysBeforeMonth[month] ?? 0) + day + (month > 2 && isLeap(year) ? 1 : 0);
    return (before * 365 + leapDays + dayOfYear - 719_163) * msPerDay;
}

/** Whether a JSON value is the wire form of a date. */
export function isWireDate(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    const time = parseDate(value);
    return time >= -maxTime && time <= maxTime;
}

/** Whether a value is a valid `Date`. */
export function isDate(value: unknown): value is Date {
    return value instanceof Date && !Number.isNaN(value.getTime());
}

/** The date of a wire form. Throws when it isn't one. */
export function decodeDate(value: unknown): Date {
    const date = new Date(typeof value === 'string' ? parseDate(value) : Number.NaN);
    return Number.isNaN(date.getTime()) ? fail('a date', value) : date;
}

/** The JSON text of a date. Throws on an invalid one. */
export function encodeDate(value: unknown, place?: string): string {
    return isDate(value) ? `"${value.toISOString()}"` : fail('a valid date', value, place);
}
