import type {IndexModel, ObjectModel, PropertyModel, RecordModel, TypeModel} from '@mionkit/core';
import {toPath} from './change-path.ts';
import {type ModelChange, type ModelComparison, toEnds} from './model-comparison.ts';

type KeyedModel = ObjectModel | RecordModel;

/** Compares the properties and index signatures of two objects. */
export function compareObjects(
    before: KeyedModel,
    after: KeyedModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    const names = new Set([...getProperties(before), ...getProperties(after)].map(({name}) => name));
    const keyed: KeyedComparison = {before, after, path, comparison};
    return [...[...names].flatMap((name) => compareProperty(name, keyed)), ...compareIndexes(keyed)];
}

interface KeyedComparison {
    readonly before: KeyedModel;
    readonly after: KeyedModel;
    readonly path: string;
    readonly comparison: ModelComparison;
}

function getProperties(model: KeyedModel): readonly PropertyModel[] {
    return model.kind === 'object' ? model.properties : [];
}

function compareProperty(name: string, keyed: KeyedComparison): readonly ModelChange[] {
    const {comparison} = keyed;
    const path = toPath(keyed.path, name);
    const [before, after] = [keyed.before, keyed.after].map((model) => getProperties(model).find((one) => one.name === name));
    if (before && after) {
        return [...comparePresence(before, after, path, comparison), ...comparison.compareModels(before.type, after.type, path)];
    }
    return before ? compareGone(before, path, keyed) : after ? compareNew(after, path, keyed) : [];
}

function comparePresence(
    before: PropertyModel,
    after: PropertyModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    if (before.optional === after.optional) return [];
    const {sent, taken} = toEnds(before, after, comparison);
    const [was, is] = after.optional ? ['required', 'optional'] : ['optional', 'required'];
    return [{isBreaking: sent.optional === true && !mayBeAbsent(taken), text: `\`${path}\` was ${was}, and is ${is}`}];
}

function mayBeAbsent({optional, type}: PropertyModel): boolean {
    return optional === true || type.kind === 'unknown';
}

function compareGone(property: PropertyModel, path: string, {after, comparison}: KeyedComparison): readonly ModelChange[] {
    const words = `\`${path}\` (\`${comparison.before.toWords(property.type)}\`)`;
    const indexes = findIndexes(property.name, after);
    const changes = indexes.flatMap(({values}) => comparison.compareModels(property.type, values, path));
    if (comparison.direction === 'params') {
        if (indexes.length > 0) return changes;
        const {rejectsUndeclared} = comparison;
        return [
            {
                isBreaking: rejectsUndeclared,
                text: `${words} is gone, and is ${rejectsUndeclared ? 'refused' : 'ignored'} where it is sent`,
            },
        ];
    }
    if (!mayBeAbsent(property)) return [{isBreaking: true, text: `${words} is gone`}];
    if (indexes.length > 0) return changes;
    return [{isBreaking: false, text: `${words} is gone, which clients know to be possible: it was optional`}];
}

function compareNew(property: PropertyModel, path: string, {before, comparison}: KeyedComparison): readonly ModelChange[] {
    const words = `\`${path}\` (\`${comparison.after.toWords(property.type)}\`)`;
    const indexes = findIndexes(property.name, before);
    const isDemanded = comparison.direction === 'params' && !mayBeAbsent(property);
    if (isDemanded) return [{isBreaking: true, text: `${words} is new and required`}];
    const changes = indexes.flatMap(({values}) => comparison.compareModels(values, property.type, path));
    return changes.length > 0 ? changes : [{isBreaking: false, text: `${words} is new`}];
}

/** The index signatures that a name can belong to. To a template's any name can. */
function findIndexes(name: string, {indexes = []}: KeyedModel): readonly IndexModel[] {
    return indexes.filter(({keys}) => keys.kind !== 'number' || `${Number(name)}` === name);
}

function compareIndexes({before, after, path, comparison}: KeyedComparison): readonly ModelChange[] {
    const [befores, afters] = [before.indexes ?? [], after.indexes ?? []];
    const isIncluded = (index: IndexModel, others: readonly IndexModel[]) =>
        others.some(({keys}) => keys.kind === 'string' || isSameKey(keys, index.keys));
    const gone = befores.filter((index) => !isIncluded(index, afters));
    const added = afters.filter((index) => !isIncluded(index, befores));
    return [
        ...befores.flatMap((index) => {
            const others = afters.filter((other) => canShareKeys(index, other));
            return others.flatMap((other) => comparison.compareModels(index.values, other.values, `${path}[]`));
        }),
        ...gone.map((index) => compareGoneIndex(index, path, comparison)),
        ...added.map((index) => ({isBreaking: false, text: `\`${path}\` ${toKeyWords(index, comparison.after.toWords)} now`})),
    ];
}

/** What templates have in common isn't looked into. */
function canShareKeys(first: IndexModel, second: IndexModel): boolean {
    return isSameKey(first.keys, second.keys) || [first, second].some(({keys}) => keys.kind !== 'number');
}

function isSameKey(first: TypeModel, second: TypeModel): boolean {
    return JSON.stringify(first) === JSON.stringify(second);
}

function compareGoneIndex(index: IndexModel, path: string, comparison: ModelComparison): ModelChange {
    const words = `\`${path}\` ${toKeyWords(index, comparison.before.toWords)} no more`;
    if (comparison.direction === 'result') return {isBreaking: false, text: words};
    const {rejectsUndeclared} = comparison;
    return {
        isBreaking: rejectsUndeclared,
        text: `${words}: they are ${rejectsUndeclared ? 'refused' : 'ignored'} where they are sent`,
    };
}

function toKeyWords({keys, values}: IndexModel, toWords: (model: TypeModel) => string): string {
    return `has keys of \`${toWords(keys)}\` with \`${toWords(values)}\``;
}
