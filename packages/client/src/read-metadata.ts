import {CONTRACT_VERSION, type Contract, type MethodsMetadata} from '@mionkit/core';
import type {ContractFile} from './client-options.ts';

/** The metadata in a contract file; any other is taken as it is. Throws a `TypeError` on a contract file in another version's form. */
export function readMetadata(metadata: MethodsMetadata | ContractFile): MethodsMetadata {
    if (typeof metadata.version !== 'number') return metadata as MethodsMetadata;
    const {version, methods, definitions} = metadata as Contract;
    if (version !== CONTRACT_VERSION)
        throw new TypeError(
            `initClient: the contract has version ${version}, and this client reads ${CONTRACT_VERSION}. Write it anew.`,
        );
    // Without the hash, which a server compares: changes that break no client change it as well.
    const entries = Object.entries(methods).map(([id, method]) => [id, {...method, definitions, hash: ''}]);
    return Object.fromEntries(entries);
}
