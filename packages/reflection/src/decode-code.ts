import type {ObjectModel, PropertyModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {indent, toKey, toLiteral, toRead} from './code-text.ts';
import {type Depth, type Generation, toArguments, toParams} from './generation.ts';
import {groupByTag, isCode, readCode} from './is-code.ts';
import type {ResolvedModel} from './type-graph.ts';
import {type Discriminator, getDiscriminator, getJsonTypes, type JsonType} from './union-tags.ts';

/** Where an expression that decodes stands. */
export interface DecodeScope {
    readonly generation: Generation;
    readonly depth: Depth;
}

/** Whether decoding a type makes anything else than `JSON.parse` did. Objects are made anew, without what is undeclared. */
export function needsDecoding(model: TypeModel, {graph}: Generation): boolean {
    const kinds: readonly TypeModel['kind'][] = ['date', 'object', 'undefined'];
    return graph.contains(
        model,
        (part) => kinds.includes(part.kind) || (part.kind === 'tuple' && part.elements.some(isNullable)),
    );
}

function isNullable(element: TupleElementModel): boolean {
    return element.optional ?? false;
}

/** The expression of the live value of what `JSON.parse` made. `value` is an expression that may be evaluated more than once. */
export function decodeCode(model: TypeModel, value: string, scope: DecodeScope): string {
    const {generation} = scope;
    if (!needsDecoding(model, generation)) return value;
    const resolved = generation.graph.resolve(model);
    if (resolved.kind === 'date') return `${generation.use('decodeDate')}(${value})`;
    if (resolved.kind === 'undefined') return 'undefined';
    if (resolved.kind === 'union' && !generation.graph.isRecursive(model)) {
        const inline = decodeNullableCode(resolved, value, scope);
        if (inline) return inline;
    }
    const name = generation.define('decode', model, (self) => defineDecode(self, model, {generation, depth: 'd'}));
    return `${name}(${toArguments(generation, model, value, scope.depth)})`;
}

/** `null` or one other type: the most frequent union needs no function. */
function decodeNullableCode(union: UnionModel, value: string, scope: DecodeScope): string | undefined {
    const [other, second] = union.members.filter((member) => member.kind !== 'null' && member.kind !== 'undefined');
    const [empty, secondEmpty] = union.members.filter((member) => member.kind === 'null' || member.kind === 'undefined');
    if (union.tags || other === undefined || second !== undefined || empty === undefined || secondEmpty !== undefined)
        return undefined;
    return `(${value} === null ? ${empty.kind} : ${decodeCode(other, value, scope)})`;
}

function defineDecode(name: string, model: TypeModel, scope: DecodeScope): string {
    const {generation} = scope;
    const guard = generation.graph.isRecursive(model)
        ? `    if (d > b.maxDepth) ${generation.use('fail')}('less nesting', v);\n`
        : '';
    const body = decodeBody(generation.graph.resolve(model), scope);
    return `function ${name}(${toParams(generation, model)}) {\n${guard}${indent(body)}\n}`;
}

function decodeBody(model: ResolvedModel, scope: DecodeScope): string {
    const {generation} = scope;
    switch (model.kind) {
        case 'array':
            return `return ${generation.use('toArray')}(v).map((e) => ${decodeCode(model.items, 'e', scope)});`;
        case 'tuple':
            return `${generation.use('toArray')}(v);\nreturn ${decodeElementsCode(model.elements, scope)};`;
        case 'object':
            return decodeObjectBody(model, scope);
        case 'union':
            return model.tags ? decodeTaggedBody(model, scope) : decodeUnionBody(model, scope);
        default:
            return `return ${decodeCode(model, 'v', scope)};`;
    }
}

function decodeElementsCode(elements: readonly TupleElementModel[], scope: DecodeScope): string {
    const required = elements.filter((element) => !element.optional).length;
    const all = `[${elements.map((element, index) => decodeElementCode(element, `v[${index}]`, scope)).join(', ')}]`;
    return required === elements.length ? all : `${all}.slice(0, v.length)`;
}

/** An optional element may be absent, or be `null` between others. */
export function decodeElementCode({type, optional}: TupleElementModel, value: string, scope: DecodeScope): string {
    const decoded = decodeCode(type, value, scope);
    if (!optional) return decoded;
    const {acceptsNull} = scope.generation.graph;
    if (!acceptsNull(type)) return `(${value} ?? undefined) === undefined ? undefined : ${decoded}`;
    return decoded === value ? value : `${value} === undefined ? undefined : ${decoded}`;
}

function decodeObjectBody(model: ObjectModel, scope: DecodeScope): string {
    const {generation} = scope;
    const isOptional = ({type, optional}: PropertyModel) => optional || generation.graph.acceptsUndefined(type);
    const decode = ({name, type}: PropertyModel) => decodeCode(type, readCode('v', name, generation), scope);
    const required = model.properties.filter((property) => !isOptional(property));
    const literal = `{${required.map((property) => `${toKey(property.name)}: ${decode(property)}`).join(', ')}}`;
    const first = required.length > 0 ? '' : `${generation.use('toObject')}(v);\n`;
    const optional = model.properties.filter(isOptional);
    if (optional.length === 0) return `${first}return ${literal};`;
    const lines = optional.map((property) => {
        const value = readCode('v', property.name, generation);
        return `if (${value} !== undefined) ${toRead('o', property.name)} = ${decode(property)};`;
    });
    return `${first}const o = ${literal};\n${lines.join('\n')}\nreturn o;`;
}

function decodeTaggedBody(union: UnionModel, scope: DecodeScope): string {
    const {generation} = scope;
    const cases = groupByTag(union).map(([tag, members]) => {
        const [member] = members;
        return `    case ${toLiteral(tag)}: return ${member ? decodeCode(member, 'v[1]', scope) : 'undefined'};`;
    });
    const acceptsNull = union.members.some((member) => member.kind === 'null') ? 'if (v === null) return null;\n' : '';
    return `${acceptsNull}switch (${generation.use('toArray')}(v)[0]) {\n${cases.join('\n')}\n}\nreturn ${generation.use('fail')}('a known tag', v);`;
}

function decodeUnionBody(union: UnionModel, scope: DecodeScope): string {
    const {generation} = scope;
    const getMembers = (type: JsonType) =>
        union.members.filter((member) => getJsonTypes(member, generation.graph).includes(type));
    const lines = [
        ...decodeIfCode("typeof v === 'string'", getMembers('string'), scope),
        ...decodeIfCode('v === null', getMembers('null'), scope),
        ...decodeStructuresCode(`${generation.use('isArray')}(v)`, getMembers('array'), scope),
        ...decodeStructuresCode("typeof v === 'object' && v !== null", getMembers('object'), scope),
    ];
    return [...lines, 'return v;'].join('\n');
}

/** Members of one JSON type without inner parts all decode alike, or they would have tags. */
function decodeIfCode(condition: string, members: readonly TypeModel[], scope: DecodeScope): readonly string[] {
    const [member] = members;
    return member && needsDecoding(member, scope.generation)
        ? [`if (${condition}) return ${decodeCode(member, 'v', scope)};`]
        : [];
}

function decodeStructuresCode(condition: string, members: readonly TypeModel[], scope: DecodeScope): readonly string[] {
    const {generation} = scope;
    if (!members.some((member) => needsDecoding(member, generation))) return [];
    const [only, second] = members;
    if (only && !second) return [`if (${condition}) return ${decodeCode(only, 'v', scope)};`];
    const discriminator = getDiscriminator(members, generation.graph);
    const lines = discriminator ? decodeByLiteral(members, discriminator, scope) : decodeOverlapping(members, scope);
    return [`if (${condition}) {\n${indent(lines)}\n}`];
}

function decodeByLiteral(members: readonly TypeModel[], {name, literals}: Discriminator, scope: DecodeScope): string {
    const cases = members.map((member, index) => {
        const labels = (literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${decodeCode(member, 'v', scope)};`;
    });
    const {generation} = scope;
    return `switch (${readCode('v', name, generation)}) {\n${cases.join('\n')}\n}\nreturn ${generation.use('fail')}('a member of the union', v);`;
}

/** What any of the members that the value fits declares stays. */
function decodeOverlapping(members: readonly TypeModel[], scope: DecodeScope): string {
    const {generation} = scope;
    const lines = members.map((member) => {
        const fits = isCode(member, 'v', {...scope, operation: 'isWire'});
        return `if (${fits}) o = ${generation.use('mergeDecoded')}(o, ${decodeCode(member, 'v', scope)});`;
    });
    return `let o;\n${lines.join('\n')}\nreturn o === undefined ? ${generation.use('fail')}('a member of the union', v) : o;`;
}

/** Whether params are their own arguments. */
export function areOwnArguments(elements: readonly TupleElementModel[], generation: Generation): boolean {
    return elements.every(({type, optional}) => !optional && !needsDecoding(type, generation));
}
