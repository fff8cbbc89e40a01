import type {Contract, TypeModel} from '@mionkit/core';
import {createInterpreter} from './create-interpreter.ts';
import {createModelHash, type HashModel} from './hash-model.ts';
import {createTypeGraph, type ResolvedModel} from './type-graph.ts';
import {toTypeText} from './type-text.ts';

/** One of two contracts that are compared. */
export interface ContractSide {
    readonly contract: Contract;
    readonly resolve: (model: TypeModel) => ResolvedModel;
    readonly hash: HashModel;
    /** Whether a value fits a type. */
    readonly is: (model: TypeModel, value: unknown) => boolean;
    /** A type in words: as TypeScript writes it, in one line. */
    readonly toWords: (model: TypeModel) => string;
}

const longestWords = 120;

/** Prepares a contract for being compared. */
export function createContractSide(contract: Contract): ContractSide {
    const graph = createTypeGraph(contract.definitions);
    const toLine = (model: TypeModel) => toTypeText(model, ({name}) => name).replaceAll(/\s*\n\s*/g, ' ');
    return {
        contract,
        resolve: graph.resolve,
        hash: createModelHash(contract.definitions, graph),
        is: createInterpreter(contract.definitions).is,
        toWords: (model) => {
            const line = toLine(model);
            return line.length > longestWords ? `${line.slice(0, longestWords)}…` : line;
        },
    };
}
