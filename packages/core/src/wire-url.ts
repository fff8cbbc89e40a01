import type {TextForm} from './wire-text-form.ts';

const maxLength = 8192;

interface UrlLike {
    readonly href: string;
}

// The package's own types know no platform.
const {URL: PlatformUrl} = globalThis as unknown as {URL: {new (text: string): UrlLike; canParse(text: string): boolean}};

/** `http:` and `https:` URLs of at most 8,192 characters. */
export const urlForm: TextForm<UrlLike> = {
    expected: 'an http or https URL',
    isLive: (value) => value instanceof PlatformUrl && isWeb(value.href),
    isText: (text) => isWeb(text) && PlatformUrl.canParse(text),
    parse: (text) => new PlatformUrl(text),
    format: (url) => url.href,
};

function isWeb(text: string): boolean {
    return text.length <= maxLength && /^https?:\/\//i.test(text);
}
