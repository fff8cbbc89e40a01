import type {IndexModel, ObjectModel, PropertyModel, RecordModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {indent, toKey, toLiteral, toRead} from './code-text.ts';
import {type DecodeScope, needsDecoding} from './decode-scope.ts';
import {decodeTaggedBody, decodeUnionBody} from './decode-union-code.ts';
import {type Generation, toArguments, toParams} from './generation.ts';
import {isCode} from './is-code.ts';
import {getFormName, readCode} from './is-scope.ts';
import {isKeyCode, skipDeclared, toElementRead} from './is-structure-code.ts';
import {hasTextLimit} from './model-facts.ts';
import type {ResolvedModel} from './type-graph.ts';

type DecodePlace = Omit<DecodeScope, 'decode' | 'at'>;

function createScope(place: DecodePlace): DecodeScope {
    return {...place, decode: (type, value) => decodeCode(type, value, place), at: (depth) => createScope({...place, depth})};
}

/** The expression of the live value of what `JSON.parse` made. `value` is an expression that may be evaluated more than once. */
export function decodeCode(model: TypeModel, value: string, place: DecodePlace): string {
    const {generation} = place;
    if (!needsDecoding(model, generation)) return value;
    const resolved = generation.graph.resolve(model);
    if (resolved.kind === 'date') return `${generation.use('decodeDate')}(${value})`;
    if (resolved.kind === 'undefined') return 'undefined';
    const form = getFormName(resolved);
    if (form)
        return `${generation.use('decodeText')}(${generation.use(form)}, ${value}${hasTextLimit(resolved) ? ', b.limits' : ''})`;
    if (resolved.kind === 'codec') {
        return `${generation.use('fromWireValue')}(${toLiteral(resolved.name)}, ${decodeCode(resolved.wire, value, place)})`;
    }
    const inline =
        resolved.kind === 'union' && !generation.graph.isRecursive(model) && decodeNullableCode(resolved, value, place);
    if (inline) return inline;
    const name = generation.define('decode', model, defineDecode);
    return `${name}(${toArguments(model, value, {...place, operation: 'decode'})})`;
}

/** `null` or one other type: the most frequent union needs no function. */
function decodeNullableCode(union: UnionModel, value: string, place: DecodePlace): string | undefined {
    const isEmpty = (member: TypeModel) => member.kind === 'null' || member.kind === 'undefined';
    const [other, second] = union.members.filter((member) => !isEmpty(member));
    const [empty, secondEmpty] = union.members.filter(isEmpty);
    if (union.tags || !other || second || !empty || secondEmpty) return undefined;
    return `(${value} === null ? ${empty.kind} : ${decodeCode(other, value, place)})`;
}

function defineDecode(name: string, model: TypeModel, generation: Generation): string {
    const scope = createScope({generation, depth: 'd'});
    const guard = generation.graph.isRecursive(model)
        ? `if (d > b.maxDepth) ${generation.use('fail')}('less nesting', v);\n`
        : '';
    const body = decodeBody(generation.graph.resolve(model), scope);
    return `function ${name}(${toParams(model, {generation, operation: 'decode'})}) {\n${indent(guard + body)}\n}`;
}

function decodeBody(model: ResolvedModel, scope: DecodeScope): string {
    const {use} = scope.generation;
    const array = `${use('toArray')}(v)`;
    switch (model.kind) {
        case 'array':
            return `return ${array}.map((e) => ${scope.decode(model.items, 'e')});`;
        case 'set':
            return `return ${use('createSet')}(${array}.map((e) => ${scope.decode(model.items, 'e')}));`;
        case 'map':
            return `return ${use('createMap')}(${array}.map((e) => [${scope.decode(model.keys, 'e[0]')}, ${scope.decode(model.values, 'e[1]')}]));`;
        case 'tuple':
            return `${array};\nreturn ${decodeElementsCode(model.elements, 'v', scope)};`;
        case 'object':
            return model.indexes ? decodeRecordBody(model, scope) : decodeObjectBody(model, scope);
        case 'record':
            return decodeRecordBody(model, scope);
        case 'union':
            return model.tags ? decodeTaggedBody(model, scope) : decodeUnionBody(model, scope);
        default:
            return `return ${scope.decode(model, 'v')};`;
    }
}

/** The array of a tuple's values. */
function decodeElementsCode(elements: readonly TupleElementModel[], value: string, scope: DecodeScope): string {
    const codes = elements.map((element, index) => decodeElementCode(element, toElementRead(elements, index, value), scope));
    const all = `[${codes.join(', ')}]`;
    return elements.some(({optional}) => optional) ? `${all}.slice(0, ${value}.length)` : all;
}

/** An optional element may be absent, or be `null` between others. */
function decodeElementCode({type, optional, rest}: TupleElementModel, value: string, scope: DecodeScope): string {
    if (rest) return decodeRestCode(type, value, scope);
    const decoded = scope.decode(type, value);
    if (!optional) return decoded;
    if (!scope.generation.graph.acceptsNull(type)) return `${value} === undefined || ${value} === null ? undefined : ${decoded}`;
    return decoded === value ? value : `${value} === undefined ? undefined : ${decoded}`;
}

function decodeRestCode(type: TypeModel, value: string, scope: DecodeScope): string {
    const decoded = scope.decode(type, 'e');
    return decoded === 'e' ? `...${value}` : `...${value}.map((e) => ${decoded})`;
}

/** Params, one by one: those that are absent are `undefined`. */
export function decodeParamsCode(params: readonly TupleElementModel[], generation: Generation): string {
    const scope = createScope({generation, depth: '0'});
    return `[${params.map((param, index) => decodeElementCode(param, toElementRead(params, index, 'p'), scope)).join(', ')}]`;
}

/** Whether params are their own arguments. */
export function areOwnArguments(elements: readonly TupleElementModel[], generation: Generation): boolean {
    return elements.every(({type, optional}) => !optional && !needsDecoding(type, generation));
}

function isOptional({type, optional}: PropertyModel, {graph}: Generation): boolean {
    return optional === true || graph.acceptsUndefined(type);
}

function decodePropertyCode({name, type}: PropertyModel, scope: DecodeScope): string {
    return scope.decode(type, readCode('v', name, scope.generation));
}

/** Objects are written as literals of their required properties: as fast as if `JSON.parse`'s object were kept. */
function decodeObjectBody({properties}: ObjectModel, scope: DecodeScope): string {
    const {generation} = scope;
    const optional = properties.filter((property) => isOptional(property, generation));
    const required = optional.length === 0 ? properties : properties.filter((property) => !optional.includes(property));
    const fields = required.map((property) => `${toKey(property.name)}: ${decodePropertyCode(property, scope)}`);
    const first = required.length > 0 ? '' : `${generation.use('toObject')}(v);\n`;
    if (optional.length === 0) return `${first}return {${fields.join(', ')}};`;
    return `${first}const o = {${fields.join(', ')}};\n${optional.map((property) => `${setOptional(property, scope)}\n`).join('')}return o;`;
}

function setOptional(property: PropertyModel, scope: DecodeScope): string {
    const value = readCode('v', property.name, scope.generation);
    return `if (${value} !== undefined) ${toRead('o', property.name)} = ${decodePropertyCode(property, scope)};`;
}

/** Keys that came over the wire get an object that inherits nothing. */
function decodeRecordBody(model: ObjectModel | RecordModel, scope: DecodeScope): string {
    const {generation} = scope;
    const properties = model.kind === 'object' ? model.properties : [];
    const declared = properties.map((property) => {
        if (isOptional(property, generation)) return setOptional(property, scope);
        return `${toRead('o', property.name)} = ${decodePropertyCode(property, scope)};`;
    });
    const keys = [
        ...skipDeclared(properties),
        "if (k === '__proto__') continue;",
        ...(model.indexes ?? []).map((index) => decodeIndexCode(index, scope)),
    ];
    return [
        `const o = ${generation.use('createRecord')}();`,
        ...declared,
        `for (const k of ${generation.use('listKeys')}(${generation.use('toObject')}(v))) {`,
        indent(keys.join('\n')),
        '}',
        'return o;',
    ].join('\n');
}

function decodeIndexCode({keys, values}: IndexModel, scope: DecodeScope): string {
    const {generation} = scope;
    const is = (model: TypeModel, value: string) => isCode(model, value, {generation, operation: 'isWire', depth: scope.depth});
    const condition = isKeyCode(keys, is, generation);
    const set = `o[k] = ${scope.decode(values, 'v[k]')};`;
    return condition === 'true' ? set : `if (${condition}) {\n    ${set}\n    continue;\n}`;
}
