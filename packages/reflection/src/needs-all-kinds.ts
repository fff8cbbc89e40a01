// Index signatures, tags, and constraints: those that begin with min, max or exclusiveM, and the others.
const rare =
    /"(?:kind":"(?:bigint|bytes|codec|map|record|regexp|set|template|url)|(?:indexes|tags|pattern|format|integer|multipleOf|uniqueItems|after|before|(?:min|max|exclusiveM)\w*)":)/;

/** Whether models need more than `jsonKinds`, as method metadata or in any other form. A yes too many costs some bytes only. */
export function needsAllKinds(models: unknown): boolean {
    return rare.test(JSON.stringify(models));
}
