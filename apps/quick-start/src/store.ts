/** A record as it is kept. */
export type Stored<TData> = TData & {id: string};

/** Records of one kind, kept in memory: they last as long as the process. */
export interface Store<TData> {
    get(id: string): Stored<TData> | undefined;
    /** Adds a record under a new id. */
    create(data: TData): Stored<TData>;
    /** Whether there was such a record. */
    delete(id: string): boolean;
}

/** A store that starts with these records, and gives new ones the numbers after them: `USER-1`, `USER-2`. */
export function createStore<TData extends object>(prefix: string, initial: readonly TData[]): Store<TData> {
    const records = new Map<string, Stored<TData>>();
    let lastNumber = 0;
    const create = (data: TData): Stored<TData> => {
        lastNumber++;
        const record = {...data, id: `${prefix}-${lastNumber}`};
        records.set(record.id, record);
        return record;
    };
    initial.forEach(create);
    return {create, get: (id) => records.get(id), delete: (id) => records.delete(id)};
}
