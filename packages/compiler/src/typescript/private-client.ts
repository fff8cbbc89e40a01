import type {API} from './typescript-api.ts';

/** The parts of TypeScript's client that its types keep private. */
export interface PrivateClient {
    apiRequest(method: string, params: Params): unknown;
    apiRequestBinary(method: string, params: Params): unknown;
    readonly channel: PrivateChannel;
}

/** What a question is asked with. */
export type Params = Readonly<Record<string, unknown>> | null;

/** The client's connection to the checker's process. */
export interface PrivateChannel {
    /** Sends one message, in one or two calls of `writeAllBuf`. */
    writeTuple(type: number, name: Uint8Array, payload: string): void;
    writeAllBuf(bytes: Uint8Array, length?: number): void;
    /** Waits for one message, and leaves it in the fields below. */
    readTuple(): void;
    readonly _msgType: number;
    readonly _msgPayload: Uint8Array;
    getMethodBuf(method: string): Uint8Array;
    requestSync(method: string, payload: string): string;
    requestBinarySync(method: string, payload: string): Uint8Array;
    /** Gives the next bytes, in memory of their own. */
    readExact(length: number): Uint8Array;
    readExactInto(bytes: Uint8Array, length: number): void;
}

/** The types of messages. */
export const messageTypes = {request: 1, answer: 4, error: 5};

/** The client of an API; `undefined` where it has not the parts that are used here. */
export function findPrivateClient(api: API): PrivateClient | undefined {
    const {client} = api as unknown as {readonly client?: Partial<PrivateClient>};
    return hasChannel(client) ? client : undefined;
}

function hasChannel(client: Partial<PrivateClient> | undefined): client is PrivateClient {
    if (typeof client?.apiRequestBinary !== 'function' || client.channel === undefined) return false;
    const {requestSync, requestBinarySync, writeTuple, writeAllBuf, getMethodBuf, readTuple, readExact, readExactInto} =
        client.channel;
    const requests = [requestSync, requestBinarySync, writeTuple, writeAllBuf, getMethodBuf];
    const methods = [...requests, readTuple, readExact, readExactInto];
    return methods.every((method) => typeof method === 'function');
}
