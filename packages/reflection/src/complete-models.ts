import type {
    ErrorModel,
    MethodModel,
    MethodModels,
    ParamModel,
    PropertyModel,
    TupleElementModel,
    TypeModel,
    UnionModel,
} from '@mionkit/core';
import {createUnion} from './create-union.ts';
import {hasReference} from './has-reference.ts';
import {createModelHash} from './hash-model.ts';
import {hasParts, type MapPart, mapList, mapModel, type PartRole, replace} from './map-model.ts';
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
    const all = Object.entries(models.methods);
    const missing = Object.fromEntries(all.filter(([, method]) => !completedMethods.has(method)));
    const completed = completeNow({...models, methods: missing});
    for (const [id, method] of Object.entries(missing)) {
        const result = completed.methods[id];
        if (result !== undefined && !hasReference(result)) completedMethods.set(method, result);
    }
    const methods = all.map(([id, method]) => [id, completed.methods[id] ?? completedMethods.get(method) ?? method] as const);
    return {...completed, methods: Object.fromEntries(methods)};
}

const completedMethods = new WeakMap<MethodModel, MethodModel>();

function completeNow(models: MethodModels): MethodModels {
    let hasTuples = false;
    const separated = mapModels(models, (model) => {
        hasTuples ||= model.kind === 'tuple';
        return separateUndefined(model);
    });
    const elements = completeAllElements(separated, hasTuples);
    const graph = createTypeGraph(elements.definitions);
    const context = {graph, hash: createModelHash(elements.definitions, graph)};
    return mapModels(elements, (model, position) => (model.kind === 'union' ? orderUnion(model, context, position) : model));
}

/** Where a type stands: where `undefined` is an absent value, or where it is `null` on the wire. */
type Position = 'absent' | 'null';
type MapOne = (model: TypeModel, position: Position) => TypeModel;

/** Maps every model with parts in a table once: what is one object before is one afterwards, and the same object where nothing changes. */
function mapModels(models: MethodModels, mapOne: MapOne): MethodModels {
    const mapped = {absent: new WeakMap<TypeModel, TypeModel>(), null: new WeakMap<TypeModel, TypeModel>()};
    const map: MapOne = (model, position) => {
        if (!hasParts(model)) return model;
        const known = mapped[position].get(model);
        if (known !== undefined) return known;
        const mapPart: MapPart = (part, role) => (role === 'text' ? part : map(part, toPosition(role, position)));
        const result = mapOne(mapModel(model, mapPart), position);
        mapped[position].set(model, result);
        return result;
    };
    const definitions = Object.entries(models.definitions).map(([name, model]) => [name, map(model, 'null')] as const);
    return {...mapMethods(models, (method) => mapMethod(method, map)), definitions: Object.fromEntries(definitions)};
}

function toPosition(role: PartRole, position: Position): Position {
    if (role === 'member') return position;
    return role === 'value' ? 'absent' : 'null';
}

function mapMethods(models: MethodModels, map: (method: MethodModel) => MethodModel): MethodModels {
    const methods = Object.entries(models.methods).map(([id, method]) => [id, map(method)] as const);
    return {...models, methods: Object.fromEntries(methods)};
}

function mapMethod(method: MethodModel, map: MapOne): MethodModel {
    const {params, returns, errors} = method;
    return replace(method, {
        params: mapList(params, (param) => replace(param, {type: map(param.type, 'null')})),
        returns: map(returns, 'absent'),
        ...(errors && {errors: mapList(errors, (error) => mapError(error, map))}),
    });
}

function mapError(error: ErrorModel, map: MapOne): ErrorModel {
    return error.errorData ? replace(error, {errorData: map(error.errorData, 'absent')}) : error;
}

function separateUndefined(model: TypeModel): TypeModel {
    if (model.kind === 'union') return keepIfEqual(model, createUnion(model.members));
    if (model.kind !== 'object') return model;
    const properties = model.properties.map(separateFromProperty);
    const required = properties.filter((property) => !property.optional);
    const ordered = [...required, ...properties.filter((property) => property.optional)];
    return replace(model, {properties: mapList(model.properties, (property, index) => ordered[index] ?? property)});
}

function separateFromProperty(property: PropertyModel): PropertyModel {
    const type = withoutUndefined(property.type);
    return type === property.type ? property : {...property, type, optional: true};
}

/** A type that is `undefined` only stays so. */
function withoutUndefined(model: TypeModel): TypeModel {
    const hasUndefined = model.kind === 'union' && model.members.some((member) => member.kind === 'undefined');
    return hasUndefined ? createUnion(model.members.filter((member) => member.kind !== 'undefined')) : model;
}

function completeAllElements(models: MethodModels, hasTuples: boolean): MethodModels {
    const graph = createTypeGraph(models.definitions);
    const completeTuple = (model: TypeModel) =>
        model.kind === 'tuple' ? replace(model, {elements: completeElements(model.elements, graph, false)}) : model;
    return mapMethods(hasTuples ? mapModels(models, completeTuple) : models, (method) =>
        replace(method, {params: completeElements(method.params, graph, true)}),
    );
}

/**
 * An optional element lets `undefined` travel as `null`. Where its type has `null` too, that means `null` in the last place, where
 * `undefined` is simply absent; before others `undefined` becomes a member of the type, and so the union gets tags.
 */
function completeElements<TElement extends ParamModel | TupleElementModel>(
    elements: readonly TElement[],
    graph: TypeGraph,
    areParams: boolean,
): readonly TElement[] {
    return mapList(elements, (element, index) => {
        if (element.rest) return element;
        const type = withoutUndefined(element.type);
        if (!element.optional && !(areParams && type !== element.type)) return element;
        const isBetween = index < elements.length - 1 && graph.acceptsNull(type) && graph.resolve(type).kind !== 'unknown';
        return {...element, optional: true, type: isBetween ? createUnion([type, {kind: 'undefined'}]) : type};
    });
}

const kindOrder: readonly TypeModel['kind'][] = [
    ...(['literal', 'string', 'template', 'number', 'bigint', 'boolean', 'date', 'url', 'regexp', 'bytes', 'codec'] as const),
    ...(['array', 'tuple', 'set', 'map', 'object', 'record', 'unknown', 'union', 'undefined', 'null'] as const),
];

function orderUnion(model: UnionModel, context: WireContext, position: Position): TypeModel {
    const distinct = [...new Map(model.members.map((member) => [context.hash(member), member])).values()];
    const keyed = distinct.map((member) => ({member, key: getOrderKey(member, context)}));
    const members = keyed.sort((first, second) => compareKeys(first.key, second.key)).map(({member}) => member);
    const [only, second] = members;
    if (only && !second) return only;
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
    for (const [index, key] of first.entries()) {
        const other = second[index] ?? key;
        if (key !== other) return key < other ? -1 : 1;
    }
    return 0;
}
