import type {Definitions, TypeModel} from '@mionkit/core';
import {normalizeUnion} from './create-union.ts';
import {findCycles} from './find-cycles.ts';
import {mapModel} from './map-model.ts';
import {listParts} from './model-children.ts';

/** Models under construction, by key. They refer to each other as `ref`s with these keys as names. */
export type TypePool = Map<string, PooledModel>;

/** A model under construction. */
export interface PooledModel {
    readonly model: TypeModel;
    /** The name that the type was declared with. */
    readonly name?: string;
}

/** Models that refer to definitions only where a type contains itself, or is very large. */
export interface SettledModels {
    /** A model in its final form. Equal types give the same object. */
    settle(model: TypeModel): TypeModel;
    readonly definitions: Definitions;
}

/** Puts pooled models in the place of references to them. Types that contain themselves become definitions, and very large ones. */
export function settleModels(pool: TypePool): SettledModels {
    const contents = new Map<string, Content>();
    for (const [key, {model}] of pool) contents.set(key, readContent(model));
    const definitions = hasCycle(contents) ? findDefinitions(pool, contents) : new Set<string>();
    const names = nameDefinitions(pool, addLargeTypes(pool, contents, definitions));
    const settled = new Map<string, TypeModel>();
    function settleKey(key: string): TypeModel {
        const known = settled.get(key);
        if (known !== undefined) return known;
        const model = settleParts(pool.get(key)?.model ?? {kind: 'unknown'});
        settled.set(key, model);
        return model;
    }
    function settle(model: TypeModel): TypeModel {
        if (model.kind !== 'ref') return settleParts(model);
        const name = names.get(model.name);
        return name === undefined ? settleKey(model.name) : {kind: 'ref', name};
    }
    function settleParts(model: TypeModel): TypeModel {
        const mapped = mapModel(model, settle);
        return mapped.kind === 'union' ? normalizeUnion(mapped) : mapped;
    }
    return {settle, definitions: Object.fromEntries([...names].map(([key, name]) => [name, settleKey(key)]))};
}

/** What there is in a model. */
interface Content {
    /** How many parts it has itself, without those of the models that it refers to. */
    readonly parts: number;
    readonly references: readonly string[];
}

function readContent(model: TypeModel): Content {
    const references: string[] = [];
    function countParts(part: TypeModel): number {
        if (part.kind === 'ref') references.push(part.name);
        return part.kind === 'ref' ? 0 : listParts(part).reduce((sum, inner) => sum + countParts(inner), 1);
    }
    return {parts: countParts(model), references};
}

function hasCycle(contents: ReadonlyMap<string, Content>): boolean {
    /** Whether all that can be reached from a key was looked at. */
    const isDone = new Map<string, boolean>();
    function leadsToCycle(key: string): boolean {
        const known = isDone.get(key);
        if (known !== undefined) return !known;
        isDone.set(key, false);
        const found = contents.get(key)?.references.some(leadsToCycle) ?? false;
        isDone.set(key, true);
        return found;
    }
    for (const key of contents.keys()) if (leadsToCycle(key)) return true;
    return false;
}

/** The keys that become definitions: of types that contain each other, the named ones; where that is not enough, the objects; or all. */
function findDefinitions(pool: TypePool, contents: ReadonlyMap<string, Content>): Set<string> {
    const edges = new Map([...contents].map(([key, {references}]) => [key, references]));
    const isNamed = (key: string) => pool.get(key)?.name !== undefined;
    const isObject = (key: string) => pool.get(key)?.model.kind === 'object';
    const definitions = new Set<string>();
    for (const cycle of findCycles(edges)) {
        const choices = [isNamed, isObject].map((isChosen) => new Set([...cycle].filter(isChosen)));
        for (const key of choices.find((chosen) => breaks(cycle, chosen, edges)) ?? cycle) definitions.add(key);
    }
    return definitions;
}

/** Whether no cycle is left without these. */
function breaks(cycle: ReadonlySet<string>, chosen: ReadonlySet<string>, edges: ReadonlyMap<string, readonly string[]>): boolean {
    const others = [...cycle].filter((key) => !chosen.has(key));
    return findCycles(new Map(others.map((key) => [key, edges.get(key) ?? []]))).length === 0;
}

/** How many parts a model may have where it stands. Types that use others twice, on many levels, would grow without end. */
const maxParts = 256;

/** Adds the keys of types that are larger than others should have to repeat. */
function addLargeTypes(pool: TypePool, contents: ReadonlyMap<string, Content>, definitions: Set<string>): Set<string> {
    const sizes = new Map<string, number>();
    /** Has to be seen where it stands: there it says that a param or a property is optional. */
    function hasUndefined(key: string): boolean {
        const model = pool.get(key)?.model;
        return model?.kind === 'union' && model.members.some((member) => member.kind === 'undefined');
    }
    function measure(key: string): number {
        const known = definitions.has(key) ? 1 : sizes.get(key);
        if (known !== undefined) return known;
        const {parts, references} = contents.get(key) ?? {parts: 1, references: []};
        const size = references.reduce((sum, inner) => sum + measure(inner), parts);
        sizes.set(key, size);
        if (size <= maxParts || hasUndefined(key)) return size;
        definitions.add(key);
        return 1;
    }
    for (const key of pool.keys()) measure(key);
    return definitions;
}

/** Names for definitions: the types' own, in the order of reading, with a number where two are equal. */
function nameDefinitions(pool: TypePool, definitions: ReadonlySet<string>): Map<string, string> {
    const names = new Map<string, string>();
    const used = new Map<string, number>();
    for (const [key, {name}] of pool) {
        if (!definitions.has(key)) continue;
        // No name may be `__proto__`, which is no ordinary key.
        const base = name?.replace(/^_+|\W/g, '') || 'Type';
        const count = (used.get(base) ?? 0) + 1;
        used.set(base, count);
        names.set(key, count === 1 ? base : `${base}_${count}`);
    }
    return names;
}
