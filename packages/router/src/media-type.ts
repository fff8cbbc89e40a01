/**
 * Whether a `content-type` says that the body is JSON in UTF-8: `application/json`, or any type that ends in `+json`.
 *
 * Source: RFC 9110, 8.3.1 and 5.6.6.
 */
export function isJsonMediaType(contentType = ''): boolean {
    return contentType === 'application/json' || isOtherJson(contentType);
}

// On its own, so that most cold starts don't compile it.
function isOtherJson(contentType: string): boolean {
    // No two parts of it can match the same text, so that no header takes more than linear time.
    return /^[ \t]*(?:application\/json|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]*\+json)[ \t]*(?:;[ \t]*(?:(?:charset=(?:utf-?8|"utf-?8")|(?!charset=)[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*"))[ \t]*)?)*$/i.test(
        contentType,
    );
}
