/** A function that throws on what a check does not accept, and answers `true` otherwise. */
export function toAssert(check) {
    return (value) => {
        if (!check(value)) throw new Error('The value does not fit.');
        return true;
    };
}

/** A function that throws on what a check does not accept, and answers what `convert` makes of the value otherwise. */
export function toParse(check, convert = (value) => value) {
    return (value) => {
        if (!check(value)) throw new Error('The value does not fit.');
        return convert(value);
    };
}
