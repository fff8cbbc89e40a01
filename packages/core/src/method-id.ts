const reservedNames: readonly string[] = ['', '.', '..', 'then', 'toJSON', '__proto__', 'prototype', 'constructor'];

/** Whether a name can stand in a route tree. Source: the protocol, *Ids and paths*. */
export function isMethodName(name: string): boolean {
    // No regular expression: compiling one costs a cold start more than all of this function.
    const hasMark = name.includes('/') || name.includes('?') || name.includes('#');
    return (
        !hasMark &&
        name.charCodeAt(0) !== 0x40 &&
        !reservedNames.includes(name) &&
        (name.charCodeAt(0) > 0x39 || !isInteger(name))
    );
}

function isInteger(name: string): boolean {
    let at = 0;
    while (at < name.length && name.charCodeAt(at) >= 48 && name.charCodeAt(at) <= 57) at++;
    return at === name.length;
}

/**
 * Why a name can't stand in a route tree, or `undefined` when it can.
 *
 * The answer completes a sentence about the name: `is empty`.
 */
export function getNameProblem(name: string): string | undefined {
    if (isMethodName(name)) return undefined;
    if (name === '') return 'is empty';
    if (name === '.' || name === '..') return 'is dropped from URLs';
    if (name.startsWith('@')) return "starts with '@', which is kept for mion's own keys";
    if (reservedNames.includes(name)) return 'is reserved by JavaScript';
    const mark = /[/?#]/.exec(name)?.[0];
    if (mark === '/') return "contains '/', which separates the names of an id";
    if (mark !== undefined) return `contains '${mark}', where the path of a URL ends`;
    return 'looks like an integer, and objects put such keys first, so the order of hooks would be lost';
}

/** The id of a method: the names on its way in the tree, joined by `/`. */
export function toMethodId(names: readonly string[]): string {
    return names.join('/');
}

/** The path that a method is called at: `/` + prefix + `/` + id + suffix. Slashes around the prefix do not matter. */
export function toMethodPath(id: string, prefix = '', suffix = ''): string {
    const trimmed = trimSlashes(prefix);
    return trimmed === '' ? `/${id}${suffix}` : `/${trimmed}/${id}${suffix}`;
}

function trimSlashes(text: string): string {
    let start = 0;
    let end = text.length;
    while (start < end && text[start] === '/') start++;
    while (end > start && text[end - 1] === '/') end--;
    return text.slice(start, end);
}
