import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {CONTRACT_VERSION, type Contract} from '@mionkit/core';
import {type ContractChange, compareContracts, createContract} from '@mionkit/reflection/contract';
import type {CompilerOptions} from './compiler.ts';
import {SettingsReader} from './compiler-settings.ts';
import {readApi} from './read-api.ts';
import {toJsonText} from './to-json-text.ts';
import {contractName, countMethods} from './write-contract.ts';

/** Compares an API with the contract that was written of it. Throws an `Error` that tells what changed, and what that means to clients. */
export function checkContract(path: string, outDirectory: string, options?: CompilerOptions): string {
    const file = join(outDirectory, contractName);
    const command = `mion contract ${path} --out ${outDirectory}`;
    const before = readContract(file, command);
    const calls = readApi(path, options);
    const after = createContract(calls);
    const settings = new SettingsReader(options?.tsconfig);
    const rejectsUndeclared = calls.some(({fileName}) => settings.read(fileName).unknownProperties === 'reject');
    const changes = compareContracts(before, after, {rejectsUndeclared});
    if (changes.length > 0) throw new Error(`${describeChanges(changes)}\n\nWrite the contract anew: \`${command}\``);
    const isSame = toJsonText(before) === toJsonText(after);
    return `${file}: ${countMethods(after)}, unchanged${isSame ? '' : `. Some names are new: \`${command}\` writes them`}\n`;
}

function readContract(file: string, command: string): Contract {
    if (!existsSync(file)) throw new Error(`There is no ${file} to compare with. Write it with \`${command}\`, and commit it.`);
    const contract = parse(readFileSync(file, 'utf8'));
    if (contract?.version === CONTRACT_VERSION && contract.methods && contract.definitions) return contract as Contract;
    throw new Error(`${file} is no contract of this version of mion. Write it anew with \`${command}\`.`);
}

function parse(text: string): Partial<Contract> | undefined {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

function describeChanges(changes: readonly ContractChange[]): string {
    const [breaking, others] = [changes.filter(({isBreaking}) => isBreaking), changes.filter(({isBreaking}) => !isBreaking)];
    const sections = [
        {title: 'Breaks clients that have the contract:', list: breaking},
        {title: breaking.length > 0 ? 'Breaks no client:' : 'The contract changed, and no client breaks:', list: others},
    ];
    return sections
        .filter(({list}) => list.length > 0)
        .map(({title, list}) => [title, ...list.map(({text}) => `  ${text}`)].join('\n'))
        .join('\n\n');
}
