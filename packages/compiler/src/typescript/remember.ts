/** A function that keeps its answers by id. */
export interface Remembered<TKey extends {readonly id: number}, TValue> {
    (key: TKey): TValue;
    /** Whether it has answered for this before. */
    has(key: TKey): boolean;
}

/** Makes a function of an id's owner compute each value once. */
export function rememberById<TKey extends {readonly id: number}, TValue>(
    compute: (key: TKey) => TValue,
): Remembered<TKey, TValue> {
    const values = new Map<number, TValue>();
    const answer = (key: TKey): TValue => {
        const known = values.get(key.id);
        if (known !== undefined || values.has(key.id)) return known as TValue;
        const value = compute(key);
        values.set(key.id, value);
        return value;
    };
    return Object.assign(answer, {has: (key: TKey) => values.has(key.id)});
}

/** Makes a function compute each value once. */
export function remember<TKey, TValue>(compute: (key: TKey) => TValue): (key: TKey) => TValue {
    const values = new Map<TKey, TValue>();
    return (key) => {
        const known = values.get(key);
        if (known !== undefined || values.has(key)) return known as TValue;
        const value = compute(key);
        values.set(key, value);
        return value;
    };
}

/** Makes a function compute its value once. */
export function once<TValue>(compute: () => TValue): () => TValue {
    const answer = remember(compute);
    return () => answer(undefined);
}
