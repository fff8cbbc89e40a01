import {dateShape, isDate} from './wire-date-form.ts';
import {fail} from './wire-failure.ts';

const usualLength = '2020-01-01T00:00:00.000Z'.length;
const msPerDay = 86_400_000;

/** Whether a JSON value is the wire form of a date. */
export function isWireDate(value: unknown): boolean {
    return typeof value === 'string' && dateShape.test(value) && isDayOfMonth(value);
}

/** Engines take the 30th of February for the 1st of March. Only from the 29th on there is a question. */
function isDayOfMonth(text: string): boolean {
    const isYearSigned = text.charCodeAt(0) < 0x30;
    const start = isYearSigned ? 10 : 7;
    if (text.charCodeAt(start + 1) < 0x32) return !isYearSigned || isInRange(text);
    const day = readTwo(text, start + 1);
    if (day < 29 && !isYearSigned) return true;
    const year = Number(text.slice(0, start - 3));
    return day <= countDays(year, readTwo(text, start - 2)) && (!isYearSigned || isInRange(text));
}

function isInRange(text: string): boolean {
    return !Number.isNaN(Date.parse(text));
}

function countDays(year: number, month: number): number {
    if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date of a wire form. Throws when it isn't one. */
export function decodeDate(value: unknown): Date {
    return isWireDate(value) ? parseDate(value as string) : fail('a date', value);
}

/** The date of a wire form that is known to be one. */
export function parseDate(text: string): Date {
    return new Date(text.length === usualLength && text.endsWith('Z') && text.charCodeAt(19) === 0x2e ? readTime(text) : text);
}

/** Reads what `toISOString` writes for years of four digits; the engine's parser takes three times as long. */
function readTime(text: string): number {
    const year = readTwo(text, 0) * 100 + readTwo(text, 2);
    const month = readTwo(text, 5);
    const days = toDays(month > 2 ? year : year - 1, month > 2 ? month - 3 : month + 9) + readTwo(text, 8);
    const ms = readTwo(text, 20) * 10 + text.charCodeAt(22) - 0x30;
    return days * msPerDay + readTwo(text, 11) * 3_600_000 + readTwo(text, 14) * 60_000 + readTwo(text, 17) * 1000 + ms;
}

function readTwo(text: string, index: number): number {
    return text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 0x30 * 11;
}

/** Days from 1970 to the day before a month, in years and months that begin with March. */
function toDays(year: number, month: number): number {
    const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
    return year * 365 + leapDays + Math.floor((153 * month + 2) / 5) - 719_469;
}

const twoDigits = /* @__PURE__ */ Array.from({length: 100}, (_, number) => `${number}`.padStart(2, '0'));

/** The wire form of a valid date: what `toISOString` writes, four times as fast. */
export function formatDate(date: Date): string {
    const time = date.getTime();
    if (!(time >= -62_167_219_200_000 && time < 253_402_300_800_000)) return date.toISOString();
    const days = Math.floor(time / msPerDay);
    const rest = time - days * msPerDay;
    const seconds = Math.floor(rest / 1000) % 60;
    const ms = rest % 1000;
    const clock = `${twoDigits[Math.floor(rest / 3_600_000)]}:${twoDigits[Math.floor(rest / 60_000) % 60]}:${twoDigits[seconds]}`;
    return `${formatDay(days)}T${clock}.${ms < 100 ? '0' : ''}${ms < 10 ? '0' : ''}${ms}Z`;
}

/** The civil day of a number of days since 1970, after Howard Hinnant's days algorithms. */
function formatDay(days: number): string {
    const shifted = days + 719_468;
    const era = Math.floor(shifted / 146_097);
    const dayOfEra = shifted - era * 146_097;
    const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
    const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
    const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
    const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return `${twoDigits[Math.floor(year / 100)]}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[day]}`;
}

/** The JSON text of a date. Throws on an invalid one. */
export function encodeDate(value: unknown): string {
    return isDate(value) ? `"${formatDate(value)}"` : fail('a valid date', value);
}
