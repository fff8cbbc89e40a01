import type {TextForm} from './wire-text-form.ts';

const maxLength = 1024;

/** Regular expressions of at most 1,024 characters, as `/source/flags`. They are restored and never run. */
export const regExpForm: TextForm<RegExp> = {
    expected: 'a regular expression',
    isLive: (value) => value instanceof RegExp && `${value}`.length <= maxLength,
    isText: (text) => text.length <= maxLength && createRegExp(text) !== undefined,
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
