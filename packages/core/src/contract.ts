import type {MethodMetadata} from './method-metadata.ts';
import type {Definitions} from './type-model.ts';

/** The form of `Contract` that this version of mion writes and reads. */
export const CONTRACT_VERSION = 1;

/** What a client needs to know of an API whose server it doesn't ask: what `mion contract` writes as `contract.json`. */
export interface Contract {
    readonly version: typeof CONTRACT_VERSION;
    /** What the `ref`s in the models of all methods point to. */
    readonly definitions: Definitions;
    /** The routes and the hooks that clients may know of, by id. */
    readonly methods: Readonly<Record<string, ContractMethod>>;
}

/** What a contract says of one method. Its hash tells versions apart, and is not sent by clients. */
export type ContractMethod = Omit<MethodMetadata, 'definitions'>;
