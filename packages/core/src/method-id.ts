const reservedNames: ReadonlySet<string> = new Set(['then', 'toJSON', '__proto__', 'prototype', 'constructor']);

/**
 * Why a name can't stand in a route tree, or `undefined` when it can. Source: the protocol, *Ids and paths*.
 *
 * The answer completes a sentence about the name: `is empty`.
 */
export function getNameProblem(name: string): string | undefined {
    if (name === '') return 'is empty';
    if (/^\d+$/.test(name)) return 'looks like an integer, and objects put such keys first, so the order of hooks would be lost';
    if (name === '.' || name === '..') return 'is dropped from URLs';
    const mark = /[?#]/.exec(name)?.[0];
    if (mark !== undefined) return `contains '${mark}', where the path of a URL ends`;
    if (name.includes('/')) return "contains '/', which separates the names of an id";
    if (name.startsWith('@')) return "starts with '@', which is kept for mion's own keys";
    if (reservedNames.has(name)) return 'is reserved by JavaScript';
    return undefined;
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
