import type {Contract, ContractMethod, ErrorModel} from '@mionkit/core';
import {compareElements} from './compare-elements.ts';
import {createComparison} from './compare-models.ts';
import {type ContractSide, createContractSide} from './contract-side.ts';
import type {ModelChange, ModelComparison} from './model-comparison.ts';

/** One change of a contract. */
export interface ContractChange {
    /** The route or hook. */
    readonly id: string;
    /** Whether clients with the old contract may stop working. */
    readonly isBreaking: boolean;
    /** What changed: a sentence that begins with the id. */
    readonly text: string;
}

/** What contracts are compared with. */
export interface CompareContractsOptions {
    /** The server refuses properties that no type declares (`unknownProperties: 'reject'`). @default false */
    readonly rejectsUndeclared?: boolean;
}

/** What changed between two contracts of an API, and whether clients that have the old one go on working. Breaking changes come first. */
export function compareContracts(before: Contract, after: Contract, options: CompareContractsOptions = {}): ContractChange[] {
    const sides = {before: createContractSide(before), after: createContractSide(after)};
    const ids = [...new Set([...Object.keys(before.methods), ...Object.keys(after.methods)])].sort();
    const changes = [...ids.flatMap((id) => compareMethod(id, sides, options)), ...ids.flatMap((id) => comparePlans(id, sides))];
    const distinct = [...new Map(changes.map((change) => [change.text, change])).values()];
    return [...distinct.filter(({isBreaking}) => isBreaking), ...distinct.filter(({isBreaking}) => !isBreaking)];
}

interface Sides {
    readonly before: ContractSide;
    readonly after: ContractSide;
}

function getMethod({contract}: ContractSide, id: string): ContractMethod | undefined {
    return Object.hasOwn(contract.methods, id) ? contract.methods[id] : undefined;
}

function compareMethod(id: string, sides: Sides, options: CompareContractsOptions): ContractChange[] {
    const [before, after] = [getMethod(sides.before, id), getMethod(sides.after, id)];
    if (!before) return after ? [{id, isBreaking: false, text: `${id} is a new ${toNoun(after)}`}] : [];
    // A hook that the server doesn't have is ignored where it is sent.
    if (!after)
        return [{id, isBreaking: before.kind === 'route' || givesResult(before), text: `${id}, a ${toNoun(before)}, is gone`}];
    if (before.kind !== after.kind) {
        return [{id, isBreaking: true, text: `${id} was a ${toNoun(before)}, and is a ${toNoun(after)}`}];
    }
    const found = [
        ...compareHeaders(before, after),
        ...compareParams(before, after, toComparison('params', sides, options)),
        ...toComparison('result', sides, options).compareModels(before.returns, after.returns, 'result'),
        ...compareErrors(before.errors ?? [], after.errors ?? [], toComparison('result', sides, options)),
    ];
    return found.map(({isBreaking, text}) => ({id, isBreaking, text: `${id}: ${text}`}));
}

function toNoun({kind, headerName}: ContractMethod): string {
    if (kind === 'route') return 'route';
    return headerName === undefined ? 'hook' : `hook of the header \`${headerName}\``;
}

function givesResult({returns}: ContractMethod): boolean {
    return returns.kind !== 'undefined';
}

function toComparison(direction: ModelComparison['direction'], sides: Sides, options: CompareContractsOptions): ModelComparison {
    return createComparison({...sides, direction, rejectsUndeclared: options.rejectsUndeclared ?? false});
}

function compareHeaders(before: ContractMethod, after: ContractMethod): readonly ModelChange[] {
    if (before.headerName?.toLowerCase() === after.headerName?.toLowerCase()) return [];
    return [{isBreaking: true, text: `its header was \`${before.headerName}\`, and is \`${after.headerName}\``}];
}

function compareParams(before: ContractMethod, after: ContractMethod, comparison: ModelComparison): readonly ModelChange[] {
    const toPlace = (index: number) =>
        (before.params[index] ?? after.params[index] ?? before.params.at(-1) ?? after.params.at(-1))?.name ?? '';
    return compareElements(before.params, after.params, toPlace, comparison);
}

/** Clients know that there can be other errors than the declared ones. */
function compareErrors(
    before: readonly ErrorModel[],
    after: readonly ErrorModel[],
    comparison: ModelComparison,
): readonly ModelChange[] {
    const names = new Set([...before, ...after].map(({name}) => name));
    return [...names].flatMap((name): readonly ModelChange[] => {
        const [first, second] = [before, after].map((errors) => errors.find((error) => error.name === name));
        const words = name === undefined ? 'an error of any name' : `the error \`${name}\``;
        if (!first || !second) return [{isBreaking: false, text: `${words} is ${first ? 'declared no more' : 'new'}`}];
        return compareErrorData(first, second, words, comparison);
    });
}

function compareErrorData(
    before: ErrorModel,
    after: ErrorModel,
    words: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    const unknown = {kind: 'unknown'} as const;
    const changes = comparison.compareModels(before.errorData ?? unknown, after.errorData ?? unknown, 'errorData');
    return changes.map(({isBreaking, text}) => ({isBreaking, text: `${words}: ${text}`}));
}

/** What routes need hooks that they didn't need, or lose one. A line for each hook. */
function comparePlans(hookId: string, sides: Sides): ContractChange[] {
    const common = Object.keys(sides.before.contract.methods).filter((id) => getMethod(sides.after, id));
    const runs = (side: ContractSide, id: string) => getMethod(side, id)?.hookIds.includes(hookId) === true;
    const gained = common.filter((id) => !runs(sides.before, id) && runs(sides.after, id));
    const lost = common.filter((id) => runs(sides.before, id) && !runs(sides.after, id));
    const [before, after] = [getMethod(sides.before, hookId), getMethod(sides.after, hookId)];
    return [...(after ? toGained(after, gained) : []), ...(before ? toLost(before, lost) : [])];
}

function toGained(hook: ContractMethod, ids: readonly string[]): ContractChange[] {
    if (ids.length === 0) return [];
    const isBreaking = hook.params.some(({optional, rest}) => !optional && !rest);
    return [{id: hook.id, isBreaking, text: `${hook.id}: ${isBreaking ? 'now needed' : 'now run'} by ${listIds(ids)}`}];
}

function toLost(hook: ContractMethod, ids: readonly string[]): ContractChange[] {
    return ids.length === 0
        ? []
        : [{id: hook.id, isBreaking: givesResult(hook), text: `${hook.id}: no longer run by ${listIds(ids)}`}];
}

const listedIds = 5;

function listIds(ids: readonly string[]): string {
    const more = ids.length - listedIds;
    return more > 0 ? `${ids.slice(0, listedIds).join(', ')} and ${more} more` : ids.join(', ');
}
