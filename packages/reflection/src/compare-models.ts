import type {CodecModel, MapModel, TypeModel} from '@mionkit/core';
import {compareElements} from './compare-elements.ts';
import {compareObjects} from './compare-objects.ts';
import {compareUnions} from './compare-unions.ts';
import type {ContractSide} from './contract-side.ts';
import {keepsLimits} from './keeps-limits.ts';
import {isBreaking, type ModelChange, type ModelComparison, toChange, toEnds} from './model-comparison.ts';
import type {ResolvedModel} from './type-graph.ts';

/** Starts the comparison of one method's params or result. */
export function createComparison(fields: Omit<ModelComparison, 'memory' | 'compareModels'>): ModelComparison {
    const comparison: ModelComparison = {
        ...fields,
        memory: {assumed: new Set(), failed: new Map()},
        compareModels: (before, after, path) => compareModels(before, after, shorten(path), comparison),
    };
    return comparison;
}

const longestPath = 200;

/** The way into types that contain each other can be as long as there are types. */
function shorten(path: string): string {
    return path.length > longestPath ? `${path.slice(0, longestPath / 4)}…${path.slice(-longestPath / 2)}` : path;
}

function compareModels(before: TypeModel, after: TypeModel, path: string, comparison: ModelComparison): readonly ModelChange[] {
    if (before.kind !== 'ref' && after.kind !== 'ref') return compareResolved(before, after, path, comparison);
    const {memory} = comparison;
    const key = `${toKey(before, comparison.before)} ${toKey(after, comparison.after)}`;
    const known = memory.assumed.has(key) ? [] : memory.failed.get(key);
    if (known !== undefined) return known;
    const {size} = memory.assumed;
    memory.assumed.add(key);
    const changes = compareResolved(comparison.before.resolve(before), comparison.after.resolve(after), path, comparison);
    if (!isBreaking(changes)) return changes;
    // What was taken to go together on the way was found with a pair that doesn't.
    for (const late of [...memory.assumed].slice(size)) memory.assumed.delete(late);
    memory.failed.set(key, changes);
    return changes;
}

function toKey(model: TypeModel, {hash}: ContractSide): string {
    return model.kind === 'ref' ? model.name : hash(model);
}

function compareResolved(
    before: ResolvedModel,
    after: ResolvedModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    if (comparison.before.hash(before) === comparison.after.hash(after) && hasTags(before) === hasTags(after)) return [];
    if (before.kind === 'union' || after.kind === 'union') return compareUnions(before, after, path, comparison);
    const inner = compareParts(before, after, path, comparison);
    if (inner === undefined || !keepsLimits(before, after))
        return [...compareLeaves(before, after, path, comparison), ...(inner ?? [])];
    return keepsLimits(after, before) ? inner : [...compareLeaves(before, after, path, comparison), ...inner];
}

function hasTags(model: ResolvedModel): boolean {
    return model.kind === 'union' && model.tags !== undefined;
}

/** What changed inside two types of one kind; `undefined` for types without parts and of different kinds. */
function compareParts(
    before: ResolvedModel,
    after: ResolvedModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] | undefined {
    if (isKeyed(before) && isKeyed(after)) return compareObjects(before, after, path, comparison);
    if (before.kind !== after.kind) return undefined;
    switch (before.kind) {
        case 'array':
        case 'set':
            return comparison.compareModels(before.items, (after as typeof before).items, `${path}[]`);
        case 'map':
            return compareMaps(before, after as typeof before, path, comparison);
        case 'tuple':
            return compareElements(before.elements, (after as typeof before).elements, toItemPlace(path), comparison);
        case 'codec':
            return compareCodecs(before, after as typeof before, path, comparison);
        case 'stream':
            return compareStreams(before, after as typeof before, path, comparison);
        default:
            return undefined;
    }
}

function isKeyed(model: ResolvedModel): model is Extract<ResolvedModel, {kind: 'object' | 'record'}> {
    return model.kind === 'object' || model.kind === 'record';
}

function toItemPlace(path: string): (index: number) => string {
    return (index) => `${path}[${index}]`;
}

function compareMaps(before: MapModel, after: MapModel, path: string, comparison: ModelComparison): readonly ModelChange[] {
    return [
        ...comparison.compareModels(before.keys, after.keys, `${path}[key]`),
        ...comparison.compareModels(before.values, after.values, `${path}[]`),
    ];
}

function compareCodecs(
    before: CodecModel,
    after: CodecModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] | undefined {
    return before.name === after.name ? comparison.compareModels(before.wire, after.wire, `${path}<${after.name}>`) : undefined;
}

function compareStreams(
    before: Extract<TypeModel, {kind: 'stream'}>,
    after: Extract<TypeModel, {kind: 'stream'}>,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] | undefined {
    return before.items && after.items ? comparison.compareModels(before.items, after.items, `${path}[]`) : undefined;
}

function compareLeaves(
    before: ResolvedModel,
    after: ResolvedModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    return [toChange(before, after, path, {comparison, isBreaking: !fitsLeaf(before, after, comparison)})];
}

/** Whether every value of what is sent is one of what is taken, in the same form. Parts are compared apart from this. */
function fitsLeaf(before: ResolvedModel, after: ResolvedModel, comparison: ModelComparison): boolean {
    const {sent, taken} = toEnds(before, after, comparison);
    const {taken: side} = toEnds(comparison.before, comparison.after, comparison);
    if (taken.kind === 'unknown') return true;
    if (sent.kind === 'literal')
        return ['literal', 'string', 'number', 'boolean', 'template'].includes(taken.kind) && side.is(taken, sent.value);
    if (sent.kind === 'template' && taken.kind === 'string') return Object.keys(taken).length === 1;
    return sent.kind === taken.kind && !['codec', 'stream'].includes(sent.kind) && keepsLimits(sent, taken);
}
