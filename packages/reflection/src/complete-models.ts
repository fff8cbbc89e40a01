import type {
    Definitions,
    ErrorModel,
    MethodModel,
    MethodModels,
    ObjectModel,
    ParamModel,
    PropertyModel,
    TupleElementModel,
    TypeModel,
    UnionModel,
} from '@mionkit/core';
import {createUnion, normalizeUnion} from './create-union.ts';
import {hasReference} from './has-reference.ts';
import {createModelHash} from './hash-model.ts';
import {hasParts, mapList, mapModel, replace} from './map-model.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';
import {getTags, type WireContext} from './union-tags.ts';

/**
 * Brings the models of a front end into their final form: the one that is hashed, generated from, and sent to clients.
 *
 * `undefined` among a property's types makes it optional, required properties come first, members of unions come in one order
 * whatever order the checker had, and unions whose members can't be told apart on the wire get their tags.
 *
 * A method without references to definitions is completed once, however often it is asked for.
 */
export function completeModels(models: MethodModels): MethodModels {
    const {definitions, complete} = createCompletion(models.definitions);
    const methods = Object.entries(models.methods).map(([id, method]) => [id, complete(method)] as const);
    return {...models, methods: Object.fromEntries(methods), definitions};
}

/** What `completeModels` does, method by method. */
export interface Completion {
    readonly definitions: Definitions;
    readonly complete: (method: MethodModel) => MethodModel;
}

/** Completes definitions, and methods that refer to them. */
export function createCompletion(definitions: Definitions): Completion {
    // The order of a union's members follows from hashes, which ask all definitions what is optional.
    const unordered = completeDefinitions(
        definitions,
        createTypeMap(createTypeGraph(definitions), (union) => union),
    );
    const graph = createTypeGraph(unordered);
    const context = {graph, hash: createModelHash(unordered, graph)};
    const map = createTypeMap(graph, (union, position) => orderUnion(union, context, position));
    return {
        definitions: completeDefinitions(definitions, map),
        complete(method) {
            const known = completedMethods.get(method);
            if (known !== undefined) return known;
            const completed = completeMethod(method, map);
            if (!hasReference(completed)) completedMethods.set(method, completed);
            return completed;
        },
    };
}

const completedMethods = new WeakMap<MethodModel, MethodModel>();

function completeDefinitions(definitions: Definitions, {complete}: TypeMap): Definitions {
    const entries = Object.entries(definitions).map(([name, model]) => [name, complete(model, 'null')] as const);
    return Object.fromEntries(entries);
}

function completeMethod(method: MethodModel, map: TypeMap): MethodModel {
    const {params, returns, errors} = method;
    const completed = replace(method, 'params', map.completeElements(params, true));
    const withReturns = replace(completed, 'returns', map.complete(returns, 'absent'));
    return errors
        ? replace(
              withReturns,
              'errors',
              mapList(errors, (error) => completeError(error, map)),
          )
        : withReturns;
}

function completeError(error: ErrorModel, {complete}: TypeMap): ErrorModel {
    return error.errorData ? replace(error, 'errorData', complete(error.errorData, 'absent')) : error;
}

/** Where a type stands: where `undefined` is an absent value, or where it is `null` on the wire. */
type Position = 'absent' | 'null';

/** Completes types. What is one object before is one afterwards, and the same object where nothing changes. */
interface TypeMap {
    readonly complete: (model: TypeModel, position: Position) => TypeModel;
    readonly completeElements: <TElement extends ParamModel | TupleElementModel>(
        elements: readonly TElement[],
        areParams: boolean,
    ) => readonly TElement[];
}

function createTypeMap(graph: TypeGraph, order: (union: UnionModel, position: Position) => TypeModel): TypeMap {
    const separated = new Map<TypeModel, TypeModel>();
    const ordered = {absent: new Map<TypeModel, TypeModel>(), null: new Map<TypeModel, TypeModel>()};

    function complete(model: TypeModel, position: Position): TypeModel {
        return orderOnce(separate(model), position);
    }

    function orderOnce(model: TypeModel, position: Position): TypeModel {
        if (model.kind !== 'union') return model;
        const result = ordered[position].get(model) ?? order(model, position);
        ordered[position].set(model, result);
        return result;
    }

    /** All but the order of a union's own members, which depends on where it stands. */
    function separate(model: TypeModel): TypeModel {
        if (!hasParts(model)) return model;
        const result = separated.get(model) ?? separateNow(model);
        separated.set(model, result);
        return result;
    }

    function separateNow(model: TypeModel): TypeModel {
        if (model.kind === 'union') return separateUnion(model);
        if (model.kind === 'tuple') return replace(model, 'elements', completeElements(model.elements, false));
        if (model.kind === 'object') return separateObject(model);
        return mapModel(model, (part, role) => {
            return role === 'text' ? part : complete(part, role === 'value' ? 'absent' : 'null');
        });
    }

    function separateUnion(model: UnionModel): TypeModel {
        return keepIfEqual(model, normalizeUnion(replace(model, 'members', mapList(model.members, separate))));
    }

    function separateObject(model: ObjectModel): ObjectModel {
        const separatedObject = replace(model, 'properties', requiredFirst(mapList(model.properties, separateProperty)));
        if (model.indexes === undefined) return separatedObject;
        const indexes = mapList(model.indexes, (index) => replace(index, 'values', complete(index.values, 'absent')));
        return replace(separatedObject, 'indexes', indexes);
    }

    function separateProperty(property: PropertyModel): PropertyModel {
        const type = separate(property.type);
        const defined = withoutUndefined(type);
        const changed = replace(property, 'type', orderOnce(defined, 'absent'));
        return defined === type ? changed : replace(changed, 'optional', true);
    }

    /**
     * An optional element lets `undefined` travel as `null`. Where its type has `null` too, that means `null` in the last place, where
     * `undefined` is simply absent; before others `undefined` becomes a member of the type, and so the union gets tags.
     */
    function completeElements<TElement extends ParamModel | TupleElementModel>(
        elements: readonly TElement[],
        areParams: boolean,
    ): readonly TElement[] {
        return mapList<ParamModel | TupleElementModel>(elements, (element, index) => {
            const separatedType = separate(element.type);
            const type = withoutUndefined(separatedType);
            const isOptional = !element.rest && (element.optional || (areParams && type !== separatedType));
            if (!isOptional) return replace(element, 'type', orderOnce(separatedType, 'null'));
            const isBetween = index < elements.length - 1 && graph.acceptsNull(type) && graph.resolve(type).kind !== 'unknown';
            const sent = isBetween ? createUnion([type, {kind: 'undefined'}]) : type;
            return replace(replace(element, 'optional', true), 'type', orderOnce(sent, 'null'));
        }) as readonly TElement[];
    }

    return {complete, completeElements};
}

function requiredFirst(properties: readonly PropertyModel[]): readonly PropertyModel[] {
    const lastRequired = properties.findLastIndex(({optional}) => !optional);
    const firstOptional = properties.findIndex(({optional}) => optional);
    if (firstOptional < 0 || lastRequired < firstOptional) return properties;
    return [...properties.filter(({optional}) => !optional), ...properties.filter(({optional}) => optional)];
}

/** A type that is `undefined` only stays so. */
function withoutUndefined(model: TypeModel): TypeModel {
    const hasUndefined = model.kind === 'union' && model.members.some((member) => member.kind === 'undefined');
    return hasUndefined ? createUnion(model.members.filter((member) => member.kind !== 'undefined')) : model;
}

const kindOrder: readonly TypeModel['kind'][] = [
    ...(['literal', 'string', 'template', 'number', 'bigint', 'boolean', 'date', 'url', 'regexp', 'bytes', 'codec'] as const),
    ...(['array', 'tuple', 'set', 'map', 'object', 'record', 'unknown', 'union', 'undefined', 'null'] as const),
];

function orderUnion(model: UnionModel, context: WireContext, position: Position): TypeModel {
    const distinct = [...new Map(model.members.map((member) => [context.hash(member), member])).values()];
    const keyed = distinct.map((member) => ({member, key: getOrderKey(member, context)}));
    const members = keyed.sort((first, second) => compareKeys(first.key, second.key)).map(({member}) => member);
    if (members.length === 1 && members[0]) return members[0];
    const tags = getTags(members, context, position === 'absent');
    return keepIfEqual(model, {kind: 'union', members, ...(tags && {tags})});
}

/** The first union where the other one says the same. */
function keepIfEqual(model: UnionModel, other: TypeModel): TypeModel {
    if (other.kind !== 'union' || model.tags || other.tags || model.members.length !== other.members.length) return other;
    return model.members.every((member, index) => member === other.members[index]) ? model : other;
}

/** By kind, then literals by value, and objects with more properties first. */
function getOrderKey(model: TypeModel, {graph, hash}: WireContext): readonly (string | number)[] {
    const resolved = graph.resolve(model);
    const kind = kindOrder.indexOf(resolved.kind);
    if (resolved.kind === 'literal') return [kind, typeof resolved.value, toSortable(resolved.value)];
    if (resolved.kind === 'array' || resolved.kind === 'set') return [kind, kindOrder.indexOf(resolved.items.kind), hash(model)];
    if (resolved.kind !== 'object') return [kind, 0, hash(model)];
    return [
        kind,
        -resolved.properties.length,
        resolved.properties.map(({name, type}) => `${name} ${kindOrder.indexOf(type.kind)}`).join(),
        hash(model),
    ];
}

function toSortable(value: string | number | boolean): string | number {
    return typeof value === 'boolean' ? `${value}` : value;
}

function compareKeys(first: readonly (string | number)[], second: readonly (string | number)[]): number {
    const index = first.findIndex((key, place) => key !== (second[place] ?? key));
    return (first[index] ?? 0) < (second[index] ?? 0) ? -1 : Math.min(index + 1, 1);
}
