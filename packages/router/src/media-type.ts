// RFC 9110, 8.3.1 and 5.6.6. No two parts of it can match the same text, so that no header takes more than linear time.
const token = "[!#$%&'*+.^_`|~\\w-]+";
const parameter = `(${token})=(?:(${token})|"((?:[^"\\\\]|\\\\.)*)")`;
const mediaTypePattern = new RegExp(`^[ \\t]*(${token})/(${token})[ \\t]*((?:;[ \\t]*(?:${parameter}[ \\t]*)?)*)$`);
const charsetPattern = new RegExp(`;[ \\t]*${parameter}`, 'g');

/** Whether a `content-type` says that the body is JSON in UTF-8: `application/json`, or any type that ends in `+json`. */
export function isJsonMediaType(contentType: string | undefined): boolean {
    if (contentType === undefined) return false;
    if (contentType === 'application/json') return true;
    const [, type, subtype, parameters] = mediaTypePattern.exec(contentType.toLowerCase()) ?? [];
    if (type === undefined || subtype === undefined) return false;
    const isJson = subtype.endsWith('+json') || (type === 'application' && subtype === 'json');
    return isJson && isUtf8(parameters ?? '');
}

function isUtf8(parameters: string): boolean {
    for (const [, name, plain, quoted] of parameters.matchAll(charsetPattern)) {
        if (name === 'charset') return (plain ?? quoted) === 'utf-8' || (plain ?? quoted) === 'utf8';
    }
    return true;
}
