/** A property of the object itself, never one of its prototype. */
export function getOwn<TValue>(record: Readonly<Record<string, TValue>>, key: string): TValue | undefined {
    const value = record[key];
    return value !== undefined && Object.hasOwn(record, key) ? value : undefined;
}
