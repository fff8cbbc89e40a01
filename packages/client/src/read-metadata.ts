import type {Contract, MethodsMetadata} from '@mionkit/core';
import type {ContractFile} from './client-options.ts';

/** The metadata in a contract file; any other is taken as it is. */
export function readMetadata(metadata: MethodsMetadata | ContractFile): MethodsMetadata {
    if (typeof metadata.version !== 'number') return metadata as MethodsMetadata;
    const {methods, definitions} = metadata as Contract;
    // Without the hash, which a server compares: changes that break no client change it as well.
    const entries = Object.entries(methods).map(([id, method]) => [id, {...method, definitions, hash: ''}]);
    return Object.fromEntries(entries);
}
