/** For the compiler: what clients in other repositories know of an API, and what a change of it means to them. */
export {type ContractChange, compareContracts} from './compare-contracts.ts';
export {type ContractCall, createContract} from './create-contract.ts';
export {writeContractTypes} from './write-contract-types.ts';
