import type {ObjectModel, RecordModel, TypeModel, UnionModel} from '@mionkit/core';
import type {HashModel} from './hash-model.ts';
import type {ResolvedModel, TypeGraph} from './type-graph.ts';

/** The JSON types of the protocol's *Types on the wire*. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** What the questions about wire forms are asked with. */
export interface WireContext {
    readonly graph: TypeGraph;
    readonly hash: HashModel;
}

/** The kinds whose JSON type is known by themselves. A stream is no value and stands in none. */
type PlainKind = Exclude<ResolvedModel['kind'], 'union' | 'codec' | 'literal' | 'stream'>;

const jsonTypes: Readonly<Record<PlainKind, readonly JsonType[]>> = {
    string: ['string'],
    template: ['string'],
    date: ['string'],
    url: ['string'],
    regexp: ['string'],
    bytes: ['string'],
    bigint: ['string'],
    number: ['number'],
    boolean: ['boolean'],
    null: ['null'],
    undefined: ['null'],
    array: ['array'],
    tuple: ['array'],
    set: ['array'],
    map: ['array'],
    object: ['object'],
    record: ['object'],
    unknown: ['string', 'number', 'boolean', 'null', 'array', 'object'],
};

/** The JSON types that the wire form of a type can have. */
export function getJsonTypes(model: TypeModel, graph: TypeGraph): readonly JsonType[] {
    const resolved = graph.resolve(model);
    if (resolved.kind === 'literal') return [typeof resolved.value as JsonType];
    if (resolved.kind === 'codec') return getJsonTypes(resolved.wire, graph);
    if (resolved.kind === 'stream') return [];
    if (resolved.kind !== 'union') return jsonTypes[resolved.kind];
    const types = resolved.members.flatMap((member) => getJsonTypes(member, graph));
    return resolved.tags ? [...types, 'array'] : types;
}

/** The tags of a union's members, or `undefined` when they can be told apart without. `undefined` is left out where it is an absent property. */
export function getTags(members: readonly TypeModel[], context: WireContext, absent: boolean): UnionModel['tags'] {
    const present = absent ? members.filter((member) => member.kind !== 'undefined') : members;
    if (!needsTags(present, context)) return undefined;
    const bytes = new Set(members.flatMap((member) => (member.kind === 'bytes' ? [member.type] : [])));
    return members.map((member) => {
        const {kind} = context.graph.resolve(member);
        if (kind === 'null' || (absent && kind === 'undefined')) return null;
        const isNamedByKind = getJsonTypes(member, context.graph).every((type) => type !== 'array' && type !== 'object');
        return isNamedByKind && kind !== 'codec' && !(kind === 'bytes' && bytes.size > 1)
            ? kind
            : context.hash(member).slice(0, 8);
    });
}

/** Two members that stay what `JSON.parse` made of them are never ambiguous, so a thousand literals cost no comparison. */
function needsTags(members: readonly TypeModel[], context: WireContext): boolean {
    const plain = members.filter((member) => !converts(member, context.graph));
    const converting = members.filter((member) => !plain.includes(member));
    return converting.some((first, index) => {
        return [...converting.slice(index + 1), ...plain].some((second) => isAmbiguous(first, second, context));
    });
}

function isAmbiguous(first: TypeModel, second: TypeModel, context: WireContext): boolean {
    const types = getJsonTypes(first, context.graph);
    if (!getJsonTypes(second, context.graph).some((type) => types.includes(type))) return false;
    return !getDiscriminator([first, second], context.graph) && decodesDifferently(first, second, {...context, asked: new Set()});
}

/** A required property whose literals tell all these objects apart, with the literals of each. */
export function getDiscriminator(models: readonly TypeModel[], graph: TypeGraph): Discriminator | undefined {
    const objects = models.map((model) => graph.resolve(model));
    if (!objects.every((model): model is ObjectModel => model.kind === 'object')) return undefined;
    for (const {name} of objects[0]?.properties ?? []) {
        const literals = objects.map((object) => getLiterals(object, name, graph));
        const all = literals.flat();
        if (literals.every((values) => values.length > 0) && new Set(all).size === all.length) return {name, literals};
    }
    return undefined;
}

/** How the objects of a union are told apart. */
export interface Discriminator {
    readonly name: string;
    /** By object. */
    readonly literals: readonly (readonly (string | number | boolean)[])[];
}

function getLiterals(object: ObjectModel, name: string, graph: TypeGraph): readonly (string | number | boolean)[] {
    const property = object.properties.find((candidate) => candidate.name === name && !candidate.optional);
    if (!property) return [];
    const type = graph.resolve(property.type);
    const members = (type.kind === 'union' ? type.members : [type]).map(graph.resolve);
    const values = members.map((member) => (member.kind === 'literal' ? member.value : undefined));
    return values.every((value) => value !== undefined) ? values : [];
}

interface Comparison extends WireContext {
    /** The pairs of definitions that are being compared, so that recursive types come to an end. */
    readonly asked: Set<string>;
}

/** Whether there is a JSON value that two types would both take and make different things of. Where a type changes nothing it is the identity. */
function decodesDifferently(first: TypeModel, second: TypeModel, comparison: Comparison): boolean {
    const key = `${JSON.stringify(first)} ${JSON.stringify(second)}`;
    if (comparison.asked.has(key)) return false;
    comparison.asked.add(key);
    return (['string', 'null', 'array', 'object'] as const).some((type) => {
        const firsts = getAlternatives(first, type, comparison);
        const seconds = getAlternatives(second, type, comparison);
        if (firsts.length === 0 || seconds.length === 0)
            return [...firsts, ...seconds].some((one) => converts(one, comparison.graph));
        return firsts.some((one) => seconds.some((other) => isOtherConverter(one, other, comparison)));
    });
}

/** The members of a type, if it is a union, that have a JSON type. */
function getAlternatives(model: TypeModel, type: JsonType, {graph}: Comparison): readonly ResolvedModel[] {
    const resolved = graph.resolve(model);
    const alternatives = resolved.kind === 'union' ? resolved.members.map(graph.resolve) : [resolved];
    return alternatives.filter((member) => getJsonTypes(member, graph).includes(type));
}

/** Whether decoding makes something that JSON does not have. */
export function converts(model: TypeModel, graph: TypeGraph): boolean {
    const kinds = ['date', 'url', 'regexp', 'bytes', 'bigint', 'set', 'map', 'codec', 'undefined'];
    return graph.contains(
        model,
        (part) => kinds.includes(part.kind) || (part.kind === 'tuple' && part.elements.some((element) => element.optional)),
    );
}

function isOtherConverter(first: ResolvedModel, second: ResolvedModel, comparison: Comparison): boolean {
    if (!converts(first, comparison.graph) && !converts(second, comparison.graph)) return false;
    if (isKeyed(first) && isKeyed(second)) return hasOtherProperties(first, second, comparison);
    const firstItems = getItems(first);
    const secondItems = getItems(second);
    const isList = (model: ResolvedModel) => model.kind === 'array' || model.kind === 'tuple';
    if (isList(first) && isList(second)) {
        return firstItems.some((one) => secondItems.some((other) => decodesDifferently(one, other, comparison)));
    }
    if (first.kind !== second.kind) return true;
    if (first.kind === 'bytes' && second.kind === 'bytes') return first.type !== second.type;
    if (first.kind === 'codec' && second.kind === 'codec') return first.name !== second.name;
    return firstItems.some((one, index) => decodesDifferently(one, secondItems[index] ?? one, comparison));
}

function getItems(model: ResolvedModel): readonly TypeModel[] {
    if (model.kind === 'tuple') return model.elements.map((element) => element.type);
    if (model.kind === 'map') return [model.keys, model.values];
    return model.kind === 'array' || model.kind === 'set' ? [model.items] : [];
}

function isKeyed(model: ResolvedModel): model is ObjectModel | RecordModel {
    return model.kind === 'object' || model.kind === 'record';
}

function hasOtherProperties(
    first: ObjectModel | RecordModel,
    second: ObjectModel | RecordModel,
    comparison: Comparison,
): boolean {
    const names = new Set([...getNames(first), ...getNames(second)]);
    const differs = (firsts: readonly TypeModel[], seconds: readonly TypeModel[]) =>
        firsts.some((one) => seconds.some((other) => decodesDifferently(one, other, comparison)));
    const indexValues = (model: ObjectModel | RecordModel) => (model.indexes ?? []).map((index) => index.values);
    const getTypes = (model: ObjectModel | RecordModel, name: string) => {
        const property = model.kind === 'object' ? model.properties.find((candidate) => candidate.name === name) : undefined;
        return property ? [property.type] : indexValues(model);
    };
    if ([...names].some((name) => differs(getTypes(first, name), getTypes(second, name)))) return true;
    return differs(indexValues(first), indexValues(second));
}

function getNames(model: ObjectModel | RecordModel): readonly string[] {
    return model.kind === 'object' ? model.properties.map((property) => property.name) : [];
}
