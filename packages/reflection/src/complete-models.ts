import type {
    IndexModel,
    MethodModel,
    MethodModels,
    ParamModel,
    PropertyModel,
    TupleElementModel,
    TypeModel,
    UnionModel,
} from '@mionkit/core';
import {createUnion} from './create-union.ts';
import {createModelHash} from './hash-model.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';
import {getTags, type WireContext} from './union-tags.ts';

/**
 * Brings the models of a front end into their final form: the one that is hashed, generated from, and sent to clients.
 *
 * `undefined` among a property's types makes it optional, required properties come first, members of unions come in one order
 * whatever order the checker had, and unions whose members can't be told apart on the wire get their tags.
 */
export function completeModels(models: MethodModels): MethodModels {
    const separated = mapModels(models, separateUndefined);
    const completed = completeAllElements(separated, createTypeGraph(separated.definitions));
    const graph = createTypeGraph(completed.definitions);
    const context = {graph, hash: createModelHash(completed.definitions, graph)};
    return mapModels(completed, (model, position) => (model.kind === 'union' ? orderUnion(model, context, position) : model));
}

/** Where a type stands: where `undefined` is an absent value, or where it is `null` on the wire. */
type Position = 'absent' | 'null';
type MapModel = (model: TypeModel, position: Position) => TypeModel;

/** Maps every model in a table once: what is one object before is one afterwards. */
function mapModels(models: MethodModels, mapOne: MapModel): MethodModels {
    const mapped = {absent: new WeakMap<TypeModel, TypeModel>(), null: new WeakMap<TypeModel, TypeModel>()};
    const map: MapModel = (model, position) => {
        const known = mapped[position].get(model) ?? mapOne(mapParts(model, position, map), position);
        mapped[position].set(model, known);
        return known;
    };
    const definitions = Object.entries(models.definitions).map(([name, model]) => [name, map(model, 'null')] as const);
    return {...mapMethods(models, (method) => mapMethod(method, map)), definitions: Object.fromEntries(definitions)};
}

function mapMethods(models: MethodModels, map: (method: MethodModel) => MethodModel): MethodModels {
    const methods = Object.entries(models.methods).map(([id, method]) => [id, map(method)] as const);
    return {...models, methods: Object.fromEntries(methods)};
}

function mapMethod(method: MethodModel, map: MapModel): MethodModel {
    const {errors} = method;
    return {
        ...method,
        params: method.params.map((param) => ({...param, type: map(param.type, 'null')})),
        returns: map(method.returns, 'absent'),
        ...(errors && {
            errors: errors.map((error) => (error.errorData ? {...error, errorData: map(error.errorData, 'absent')} : error)),
        }),
    };
}

/** The model with mapped parts. */
function mapParts(model: TypeModel, position: Position, map: MapModel): TypeModel {
    const item = (child: TypeModel) => map(child, 'null');
    const value = (child: TypeModel) => map(child, 'absent');
    const mapIndexes = (indexes: readonly IndexModel[]) => indexes.map((index) => ({...index, values: value(index.values)}));
    switch (model.kind) {
        case 'array':
        case 'set':
            return {...model, items: item(model.items)};
        case 'map':
            return {...model, keys: item(model.keys), values: item(model.values)};
        case 'tuple':
            return {...model, elements: model.elements.map((element) => ({...element, type: item(element.type)}))};
        case 'record':
            return {...model, indexes: mapIndexes(model.indexes)};
        case 'object': {
            const properties = model.properties.map((property) => ({...property, type: value(property.type)}));
            return {...model, properties, ...(model.indexes && {indexes: mapIndexes(model.indexes)})};
        }
        case 'union':
            return {...model, members: model.members.map((member) => map(member, position))};
        case 'codec':
            return {...model, wire: item(model.wire)};
        case 'stream':
            return model.items ? {...model, items: item(model.items)} : model;
        default:
            return model;
    }
}

function separateUndefined(model: TypeModel): TypeModel {
    if (model.kind === 'union') return createUnion(model.members);
    if (model.kind !== 'object') return model;
    const properties = model.properties.map(separateFromProperty);
    const required = properties.filter((property) => !property.optional);
    return {...model, properties: [...required, ...properties.filter((property) => property.optional)]};
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

function completeAllElements(models: MethodModels, graph: TypeGraph): MethodModels {
    const tuples = mapModels(models, (model) =>
        model.kind === 'tuple' ? {...model, elements: completeElements(model.elements, graph, false)} : model,
    );
    return mapMethods(tuples, (method) => ({...method, params: completeElements(method.params, graph, true)}));
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
    return elements.map((element, index) => {
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
    return {kind: 'union', members, ...(tags && {tags})};
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
