const rareKinds = /"kind":"(?:bigint|bytes|codec|map|record|regexp|set|template|url)"/;
const constraints =
    /"(?:indexes|minLength|maxLength|pattern|format|integer|min|max|exclusiveMin|exclusiveMax|multipleOf|minItems|maxItems|uniqueItems|after|before|maxSize)":/;

/** Whether models need more than `jsonKinds`, as method metadata or in any other form. A yes too many costs some bytes only. */
export function needsAllKinds(models: unknown): boolean {
    const text = JSON.stringify(models);
    return rareKinds.test(text) || constraints.test(text);
}
