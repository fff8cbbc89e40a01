import {defaultTextLimits} from './text-limits.ts';
import type {TextForm} from './wire-text-form.ts';

/** Regular expressions, as `/source/flags`. They are restored and never run. */
export const regExpForm: TextForm<RegExp> = {
    expected: 'a regular expression',
    isLive: (value) => value instanceof RegExp,
    isText: (text, {maxRegExpLength} = defaultTextLimits) => text.length <= maxRegExpLength && createRegExp(text) !== undefined,
    parse: (text) => createRegExp(text) as RegExp,
    format: String,
};

function createRegExp(text: string): RegExp | undefined {
    const end = text.lastIndexOf('/');
    if (end < 2 || text[0] !== '/') return undefined;
    try {
        return new RegExp(text.slice(1, end), text.slice(end + 1));
    } catch {
        return undefined;
    }
}
