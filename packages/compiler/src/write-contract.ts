import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Contract} from '@mionkit/core';
import {createContract, writeContractTypes} from '@mionkit/reflection/contract';
import type {CompilerOptions} from './compiler.ts';
import {readApi} from './read-api.ts';
import {toJsonText} from './to-json-text.ts';

/** The name of the file with the declarations of an API. */
const typesName = 'api.d.ts';

/** The name of the file with what clients know of the API when they run. */
export const contractName = 'contract.json';

/** Writes what clients that can't see an API's sources need. Says what it wrote. */
export function writeContract(path: string, outDirectory: string, options?: CompilerOptions): string {
    const calls = readApi(path, options);
    const contract = createContract(calls);
    mkdirSync(outDirectory, {recursive: true});
    writeFileSync(join(outDirectory, typesName), writeContractTypes(calls));
    writeFileSync(join(outDirectory, contractName), `${toJsonText(contract)}\n`);
    return `${outDirectory}: ${typesName} and ${contractName}, with ${countMethods(contract)}\n`;
}

/** How many routes and hooks a contract has, in words. */
export function countMethods({methods}: Contract): string {
    const kinds = Object.values(methods).map(({kind}) => kind);
    const routes = kinds.filter((kind) => kind === 'route').length;
    const hooks = kinds.length - routes;
    return `${routes} ${routes === 1 ? 'route' : 'routes'} and ${hooks} ${hooks === 1 ? 'hook' : 'hooks'}`;
}
