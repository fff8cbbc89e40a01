/** Throws unless a value fits, and answers `true` otherwise: what an assertion adds to a check. */
export function demand(fits) {
    if (!fits) throw new Error('The value does not fit.');
    return true;
}
