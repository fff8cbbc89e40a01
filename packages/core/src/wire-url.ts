import {defaultTextLimits} from './text-limits.ts';
import type {TextForm} from './wire-text-form.ts';

interface UrlLike {
    readonly href: string;
}

// The package's own types know no platform.
const {URL: PlatformUrl} = globalThis as unknown as {URL: {new (text: string): UrlLike; canParse(text: string): boolean}};

/** `http:` and `https:` URLs. */
export const urlForm: TextForm<UrlLike> = {
    expected: 'an http or https URL',
    isLive: (value) => value instanceof PlatformUrl && isWeb(value.href),
    isText: (text, {maxUrlLength} = defaultTextLimits) =>
        text.length <= maxUrlLength && isWeb(text) && PlatformUrl.canParse(text),
    parse: (text) => new PlatformUrl(text),
    format: (url) => url.href,
};

function isWeb(text: string): boolean {
    return /^https?:\/\//i.test(text);
}
