import type {
    ArrayModel,
    CodecModel,
    IndexModel,
    MapModel,
    ObjectModel,
    PropertyModel,
    RecordModel,
    SetModel,
    TupleElementModel,
    TypeModel,
} from '@mionkit/core';
import {getLengths} from '@mionkit/core/wire';
import {and, indent, not, or, toLiteral} from './code-text.ts';
import type {Generation} from './generation.ts';
import {type IsScope, isLeaf, readCode} from './is-scope.ts';
import {limitsCode} from './limit-code.ts';

/** The size is asked before the items are, and whether these differ after. */
export function isArrayBody(model: ArrayModel, scope: IsScope): string {
    const {use} = scope.generation;
    const before = and([`${use('isArray')}(v)`, ...limitsCode(model, 'v', scope)]);
    return isEachBody(before, scope.is(model.items, 'e'), model.uniqueItems ? `${use('areUnique')}(v)` : 'true');
}

/** The condition of the whole, then that of each item `e`, then what only asks well-formed items. */
function isEachBody(before: string, each: string, after = 'true'): string {
    if (each === 'true') return `return ${and([before, after])};`;
    return `if (${not(before)}) return false;\nfor (const e of v) if (${not(each)}) return false;\nreturn ${after};`;
}

/** Sets are arrays on the wire. */
export function isSetBody(model: SetModel, scope: IsScope): string {
    const {generation, operation} = scope;
    const wire = operation !== 'isLive';
    const before = and([`${generation.use(wire ? 'isArray' : 'isSet')}(v)`, ...limitsCode(model, 'v', scope)]);
    return isEachBody(before, scope.is(model.items, 'e'), wire ? differCode('v', model.items, generation) : 'true');
}

/** Maps are arrays of entries on the wire. */
export function isMapBody(model: MapModel, scope: IsScope): string {
    const {generation, operation} = scope;
    const wire = operation !== 'isLive';
    const before = and([`${generation.use(wire ? 'isArray' : 'isMap')}(v)`, ...limitsCode(model, 'v', scope)]);
    const isEntry = wire ? [`${generation.use('isArray')}(e)`, 'e.length === 2'] : [];
    const each = and([...isEntry, scope.is(model.keys, 'e[0]'), scope.is(model.values, 'e[1]')]);
    return isEachBody(before, each, wire ? differCode('v.map((e) => e[0])', model.keys, generation) : 'true');
}

/** The condition that no member of a set and no key of a map stands twice. Those of a tagged union are `[tag, value]`. */
function differCode(values: string, model: TypeModel, {graph, use}: Generation): string {
    const resolved = graph.resolve(model);
    const isTagged = resolved.kind === 'union' && resolved.tags !== undefined;
    return `!${use('hasDuplicate')}(${values}${isTagged ? `.map(${use('untag')})` : ''})`;
}

/** An instance is asked for its wire value, which can have constraints. */
export function isCodecBody({name, wire}: CodecModel, scope: IsScope): string {
    if (scope.operation !== 'isLive') return `return ${scope.is(wire, 'v')};`;
    const {use} = scope.generation;
    return `if (!${use('isInstance')}(${toLiteral(name)}, v)) return false;
const w = ${use('toWireValue')}(${toLiteral(name)}, v);
return ${scope.is(wire, 'w')};`;
}

/** The condition that an array has a tuple's elements. */
export function isTupleCode(elements: readonly TupleElementModel[], value: string, scope: IsScope): string {
    const [least, most] = getLengths(elements);
    const length = `${value}.length`;
    const range =
        least === most ? [`${length} === ${most}`] : [...(least > 0 ? [`${length} >= ${least}`] : []), ...upTo(length, most)];
    return and([
        ...range,
        ...elements.map((element, index) => isElementCode(element, toElementRead(elements, index, value), scope)),
    ]);
}

function upTo(length: string, most: number): readonly string[] {
    return most === Number.POSITIVE_INFINITY ? [] : [`${length} <= ${most}`];
}

/** Reads an element; those after a rest element are counted from the end, and the rest element is an array. */
export function toElementRead(elements: readonly TupleElementModel[], index: number, value: string): string {
    const rest = elements.findIndex((element) => element.rest);
    if (rest < 0 || index < rest) return `${value}[${index}]`;
    if (index > rest) return `${value}[${value}.length - ${elements.length - index}]`;
    const after = elements.length - 1 - rest;
    if (rest === 0 && after === 0) return value;
    return after === 0 ? `${value}.slice(${rest})` : `${value}.slice(${rest}, -${after})`;
}

function isElementCode({type, optional, rest}: TupleElementModel, value: string, scope: IsScope): string {
    if (rest) {
        const each = scope.is(type, 'e');
        return each === 'true' ? 'true' : `${value}.every((e) => ${each})`;
    }
    const condition = scope.is(type, value);
    if (!optional) return condition;
    const isNull = scope.operation !== 'isLive' && !scope.generation.graph.acceptsNull(type) ? [`${value} === null`] : [];
    return or([`${value} === undefined`, ...isNull, condition]);
}

/** The conditions of an object, in the order in which they are best asked. */
export interface ObjectConditions {
    /** That it is an object, and of properties that are no objects themselves. */
    readonly shallow: readonly string[];
    readonly nested: readonly string[];
}

/** The conditions of declared properties. */
export function getObjectConditions(model: ObjectModel, scope: IsScope): ObjectConditions {
    const shallow = [isObjectCode(model, scope)];
    const nested: string[] = [];
    const {properties} = model;
    for (const property of properties) if (isShallow(property)) shallow.push(isPropertyCode(property, scope));
    shallow.push(...keyCountCode(model, scope));
    for (const property of properties) if (!isShallow(property)) nested.push(isPropertyCode(property, scope));
    return {shallow, nested};
}

function isShallow({type}: PropertyModel): boolean {
    return isLeaf(type) || (type.kind === 'union' && type.members.every(isLeaf));
}

/** Parsed JSON has no `undefined`, so there are as many keys as values of declared properties, or more. */
function keyCountCode({properties, indexes}: ObjectModel, {operation, generation}: IsScope): readonly string[] {
    if (operation !== 'isStrict' || indexes) return [];
    const optional = properties.filter(({type, optional}) => optional || generation.graph.acceptsUndefined(type));
    const counts = optional.map(({name}) => `(${readCode('v', name, generation)} === undefined ? 0 : 1)`);
    return [`${generation.use('listKeys')}(v).length === ${[properties.length - optional.length, ...counts].join(' + ')}`];
}

/** An array has no property that an object needs, so most objects need no question whether they are arrays. */
function isObjectCode({properties}: ObjectModel, {generation}: IsScope): string {
    const needsProperty = properties.some(
        ({name, type, optional}) => !optional && !isNameOfArrays(name) && !generation.graph.acceptsUndefined(type),
    );
    return needsProperty ? "typeof v === 'object' && v !== null" : `${generation.use('isObject')}(v)`;
}

function isNameOfArrays(name: string): boolean {
    return name in Array.prototype || /^\d+$/.test(name);
}

function isPropertyCode({name, type, optional}: PropertyModel, scope: IsScope): string {
    const value = readCode('v', name, scope.generation);
    const condition = scope.is(type, value);
    return optional || scope.generation.graph.acceptsUndefined(type) ? or([`${value} === undefined`, condition]) : condition;
}

/** Objects with declared properties, index signatures, or both. */
export function isObjectBody(model: ObjectModel | RecordModel, scope: IsScope): string {
    const {generation} = scope;
    const {indexes = []} = model;
    const properties = model.kind === 'object' ? model.properties : [];
    const conditions = model.kind === 'object' ? getObjectConditions(model, scope) : undefined;
    // TypeScript takes no class's instance for a record, and `JSON.parse` makes none.
    const isRecord = scope.operation === 'isLive' ? 'isPlainObject' : 'isObject';
    const own = and(conditions ? [...conditions.shallow, ...conditions.nested] : [`${generation.use(isRecord)}(v)`]);
    if (indexes.length === 0) return `return ${own};`;
    const isIndexed = or(indexes.map(({keys}) => isKeyCode(keys, scope.is, generation)));
    const lines = [
        "if (k === '__proto__') return false;",
        ...skipDeclared(properties),
        ...(scope.operation === 'isStrict' && isIndexed !== 'true' ? [`if (${not(isIndexed)}) return false;`] : []),
        'const e = v[k];',
        ...indexes.map(({keys, values}) => {
            const {acceptsUndefined} = generation.graph;
            const fits = scope.is(values, 'e');
            const condition = acceptsUndefined(values) ? or(['e === undefined', fits]) : fits;
            return `if (${and([isKeyCode(keys, scope.is, generation), not(condition)])}) return false;`;
        }),
    ];
    return `if (${not(own)}) return false;\nfor (const k of ${generation.use('listKeys')}(v)) {\n${indent(lines.join('\n'))}\n}\nreturn true;`;
}

/** In a loop over keys `k`: those of declared properties are no matter of the index signatures. */
export function skipDeclared(properties: readonly PropertyModel[]): readonly string[] {
    if (properties.length === 0) return [];
    return [`if (${or(properties.map(({name}) => `k === ${toLiteral(name)}`))}) continue;`];
}

/** The condition that a key `k` matches an index signature. */
export function isKeyCode(
    keys: IndexModel['keys'],
    is: (model: TypeModel, value: string) => string,
    generation: Generation,
): string {
    if (keys.kind === 'number') return `${generation.use('isNumericKey')}(k)`;
    return keys.kind === 'string' && Object.keys(keys).length === 1 ? 'true' : is(keys, 'k');
}
