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
        if (!values.has(key.id)) values.set(key.id, compute(key));
        return values.get(key.id) as TValue;
    };
    return Object.assign(answer, {has: (key: TKey) => values.has(key.id)});
}

/** Makes a function compute each value once. */
export function remember<TKey, TValue>(compute: (key: TKey) => TValue): (key: TKey) => TValue {
    const values = new Map<TKey, TValue>();
    return (key) => {
        if (!values.has(key)) values.set(key, compute(key));
        return values.get(key) as TValue;
    };
}
