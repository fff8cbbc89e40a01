import type {MethodMetadata, MethodsMetadata, RpcError} from '@mionkit/core';
import {createUnknownMethodError} from './client-errors.ts';
import {prepareMethod} from './method-codec.ts';

/** Asks the server for the metadata of methods and of the hooks in their plans. Rejects with an `RpcError`. */
export type FetchMethods = (ids: readonly string[]) => Promise<MethodsMetadata>;

/** Metadata by id. */
export type MethodsById = ReadonlyMap<string, MethodMetadata>;

/** What a client knows of the API's methods. It is kept in memory only. */
export interface MethodStore {
    /** All that is known; of these methods and the hooks in their plans all that the server has. */
    load(ids: readonly string[]): Promise<MethodsById>;
    /** Starts anew, unless that was done since `stale` was loaded. */
    forget(stale: MethodsById): void;
}

/** A store that asks for each method once, and in one request for all that are wanted at the same moment. */
export function createMethodStore(fetchMethods: FetchMethods, known?: MethodsMetadata): MethodStore {
    let cache = createMethodCache(fetchMethods, known);
    return {
        load: (ids) => cache.load(ids),
        forget: (stale) => {
            if (cache.methods === stale) cache = createMethodCache(fetchMethods);
        },
    };
}

function createMethodCache(fetchMethods: FetchMethods, known: MethodsMetadata = {}) {
    const methods = new Map(Object.entries(known));
    const pending = new Map<string, Promise<void>>();
    let batch: {readonly ids: string[]; readonly done: Promise<void>} | undefined;
    return {
        methods,
        load: async (ids: readonly string[]) => {
            await Promise.all(ids.map((id) => methods.has(id) || (pending.get(id) ?? request(id))));
            await prepare(ids);
            return methods;
        },
    };

    /** Also the hooks in their plans, which may have to be passed. */
    async function prepare(ids: readonly string[]): Promise<void> {
        const known = new Set([...ids, ...ids.flatMap((id) => methods.get(id)?.hookIds ?? [])]);
        await Promise.all(
            [...known]
                .map((id) => methods.get(id))
                .filter((method) => method !== undefined)
                .map(prepareMethod),
        );
    }

    function request(id: string): Promise<void> {
        batch ??= startBatch();
        batch.ids.push(id);
        pending.set(id, batch.done);
        return batch.done;
    }

    function startBatch() {
        const ids: string[] = [];
        return {ids, done: runBatch(ids)};
    }

    async function runBatch(ids: readonly string[]): Promise<void> {
        // A moment later, when all that is wanted now is among the ids.
        await undefined;
        batch = undefined;
        try {
            for (const [id, method] of Object.entries(await fetchExisting(ids, fetchMethods))) methods.set(id, method);
        } finally {
            for (const id of ids) pending.delete(id);
        }
    }
}

// One unknown id fails the request for all of them, and says which it is.
async function fetchExisting(ids: readonly string[], fetchMethods: FetchMethods): Promise<MethodsMetadata> {
    try {
        return await fetchMethods(ids);
    } catch (error) {
        const {errorData} = error as RpcError<string, {ids?: readonly string[]} | undefined>;
        const existing = ids.filter((id) => !errorData?.ids?.includes(id));
        if (existing.length === ids.length) throw error;
        return existing.length > 0 ? fetchMethods(existing) : {};
    }
}

/** What is known of a method. Throws an `RpcError` when that is nothing. */
export function getMethod(methods: MethodsById, id: string): MethodMetadata {
    const method = methods.get(id);
    if (!method) throw createUnknownMethodError(id);
    return method;
}
