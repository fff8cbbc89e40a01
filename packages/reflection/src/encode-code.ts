import type {CodecModel, IndexModel, ObjectModel, PropertyModel, RecordModel, TupleElementModel, TypeModel} from '@mionkit/core';
import {getLengths} from '@mionkit/core/wire';
import {and, indent, toLiteral, toTextLiteral} from './code-text.ts';
import type {EncodePlace, EncodeScope} from './encode-scope.ts';
import {encodeInlineCode, encodeTaggedBody, encodeTestedCode, encodeUnionBody, isInlineUnion} from './encode-union-code.ts';
import {type Generation, toArguments, toParams} from './generation.ts';
import {isCode} from './is-code.ts';
import {getFormName, readCode} from './is-scope.ts';
import {isKeyCode, skipDeclared, toElementRead} from './is-structure-code.ts';
import type {ResolvedModel} from './type-graph.ts';

const leafEncoders: Partial<Readonly<Record<TypeModel['kind'], string>>> = {
    string: 'encodeString',
    template: 'encodeString',
    number: 'encodeNumber',
    boolean: 'encodeBoolean',
    date: 'encodeDate',
};

/** The expression of the JSON text of a live value. `value` is an expression that may be evaluated more than once. */
export function encodeCode(model: TypeModel, value: string, place: EncodePlace): string {
    const {generation} = place;
    const resolved = generation.graph.resolve(model);
    const leaf = leafEncoders[resolved.kind];
    if (leaf) return `${generation.use(leaf)}(${value})`;
    const form = getFormName(resolved);
    if (form) return `${generation.use('encodeText')}(${generation.use(form)}, ${value})`;
    switch (resolved.kind) {
        case 'null':
        case 'undefined':
        case 'literal':
            return encodeTestedCode([resolved], value, place);
        case 'unknown':
            return `(${generation.use('encodeUnknown')}(${value}) ?? 'null')`;
        case 'union':
            if (!generation.graph.isRecursive(model) && isInlineUnion(resolved, generation)) {
                return encodeInlineCode(resolved, value, createScope(place));
            }
            break;
        default:
    }
    const name = generation.define('encode', model, defineEncode);
    return `${name}(${toArguments(model, value, {...place, operation: 'encode'})})`;
}

function createScope(place: EncodePlace): EncodeScope {
    return {
        ...place,
        encode: (model, value) => encodeCode(model, value, place),
        at: (depth) => createScope({...place, depth}),
    };
}

function defineEncode(name: string, model: TypeModel, generation: Generation): string {
    const scope = createScope({generation, depth: 'd'});
    const guard = generation.graph.isRecursive(model)
        ? `if (d > b.maxDepth) ${generation.use('fail')}('less nesting', v);\n`
        : '';
    return `function ${name}(${toParams(model, {generation, operation: 'encode'})}) {\n${indent(guard + encodeBody(generation.graph.resolve(model), scope))}\n}`;
}

function encodeBody(model: ResolvedModel, scope: EncodeScope): string {
    const {use} = scope.generation;
    switch (model.kind) {
        case 'array':
            return `${use('toArray')}(v);\n${encodeEachBody(scope.encode(model.items, 'e'))}`;
        case 'set':
            return `${refuseUnless(`${use('isSet')}(v)`, 'a set', scope)}\n${encodeEachBody(scope.encode(model.items, 'e'))}`;
        case 'map': {
            const entry = `'[' + ${scope.encode(model.keys, 'e[0]')} + ',' + ${scope.encode(model.values, 'e[1]')} + ']'`;
            return `${refuseUnless(`${use('isMap')}(v)`, 'a map', scope)}\n${encodeEachBody(entry)}`;
        }
        case 'tuple':
            return encodeTupleBody(model.elements, scope);
        case 'object':
            return model.indexes ? encodeRecordBody(model, scope) : encodeObjectBody(model, scope);
        case 'record':
            return encodeRecordBody(model, scope);
        case 'union':
            return model.tags ? encodeTaggedBody(model, model.tags, scope) : encodeUnionBody(model, scope);
        case 'codec':
            return encodeCodecBody(model, scope);
        default:
            return `return ${scope.encode(model, 'v')};`;
    }
}

function refuseUnless(condition: string, expected: string, scope: EncodeScope): string {
    return `if (!${condition}) ${scope.generation.use('fail')}(${toLiteral(expected)}, v);`;
}

function encodeEachBody(item: string): string {
    return `let t = '';\nfor (const e of v) t += (t === '' ? '' : ',') + ${item};\nreturn '[' + t + ']';`;
}

function encodeCodecBody({name, wire}: CodecModel, scope: EncodeScope): string {
    const wireValue = `${scope.generation.use('toWireValue')}(${toLiteral(name)}, v)`;
    return `const w = ${wireValue};\nreturn ${scope.encode(wire, 'w')};`;
}

function encodeTupleBody(elements: readonly TupleElementModel[], scope: EncodeScope): string {
    const [least, most] = getLengths(elements);
    const rest = elements.findIndex((element) => element.rest);
    const optional = rest < 0 ? elements.length : rest;
    const upTo = most === Number.POSITIVE_INFINITY ? '1 / 0' : `${most}`;
    const limits = `{least: ${least}, optional: ${optional}, most: ${upTo}}`;
    const lines = elements.map((element, index) => encodeElementCode(element, index, {elements, scope}));
    return [
        `const n = ${scope.generation.use('countElements')}(v, ${limits});`,
        "let t = '';",
        ...lines,
        "return '[' + t.slice(1) + ']';",
    ].join('\n');
}

function encodeElementCode(
    {type, optional, rest}: TupleElementModel,
    index: number,
    {elements, scope}: {elements: readonly TupleElementModel[]; scope: EncodeScope},
): string {
    const value = toElementRead(elements, index, 'v');
    if (rest) return `for (const e of ${value}) t += ',' + ${scope.encode(type, 'e')};`;
    const text = scope.encode(type, value);
    if (!optional) return `t += ',' + ${text};`;
    const present = scope.generation.graph.acceptsUndefined(type) ? text : `(${value} === undefined ? 'null' : ${text})`;
    return `if (n > ${index}) t += ',' + ${present};`;
}

function isOptional({type, optional}: PropertyModel, {graph}: Generation): boolean {
    return optional === true || graph.acceptsUndefined(type);
}

function toKeyText(name: string, first: boolean): string {
    return toTextLiteral(`${first ? '{' : ','}${JSON.stringify(name)}:`);
}

function encodeObjectBody({properties}: ObjectModel, scope: EncodeScope): string {
    const {generation} = scope;
    const optional = properties.filter((property) => isOptional(property, generation));
    const required = optional.length === 0 ? properties : properties.filter((property) => !optional.includes(property));
    if (required.length === 0) return encodeOptionalsBody(optional, scope);
    const fixed = required
        .map((property, index) => `${toKeyText(property.name, index === 0)} + ${encodePropertyCode(property, scope)}`)
        .join(' + ');
    if (optional.length === 0) return `return ${fixed} + '}';`;
    return [`let t = ${fixed};`, ...optional.map((property) => addOptionalCode(property, scope)), "return t + '}';"].join('\n');
}

/** Without a required property nothing would notice that the value is no object. */
function encodeOptionalsBody(properties: readonly PropertyModel[], scope: EncodeScope): string {
    const check = `${scope.generation.use('toObject')}(v);`;
    if (properties.length === 0) return `${check}\nreturn '{}';`;
    return [
        check,
        "let t = '';",
        ...properties.map((property) => addOptionalCode(property, scope)),
        "return '{' + t.slice(1) + '}';",
    ].join('\n');
}

function addOptionalCode(property: PropertyModel, scope: EncodeScope): string {
    const value = readCode('v', property.name, scope.generation);
    return `if (${value} !== undefined) t += ${toKeyText(property.name, false)} + ${encodePropertyCode(property, scope)};`;
}

function encodePropertyCode({name, type}: PropertyModel, scope: EncodeScope): string {
    return scope.encode(type, readCode('v', name, scope.generation));
}

function encodeRecordBody(model: ObjectModel | RecordModel, scope: EncodeScope): string {
    const properties = model.kind === 'object' ? model.properties : [];
    const {use} = scope.generation;
    const declared = properties.map((property) => {
        if (isOptional(property, scope.generation)) return addOptionalCode(property, scope);
        return `t += ${toKeyText(property.name, false)} + ${encodePropertyCode(property, scope)};`;
    });
    const keys = [
        ...skipDeclared(properties),
        "if (k === '__proto__') continue;",
        ...(model.indexes ?? []).map((index) => encodeIndexCode(index, scope)),
    ];
    return [
        "let t = '';",
        ...declared,
        `for (const k of ${use('listKeys')}(${use('toObject')}(v))) {`,
        indent(keys.join('\n')),
        '}',
        "return '{' + t.slice(1) + '}';",
    ].join('\n');
}

function encodeIndexCode({keys, values}: IndexModel, scope: EncodeScope): string {
    const {generation, depth} = scope;
    const is = (model: TypeModel, value: string) => isCode(model, value, {generation, depth, operation: 'isLive'});
    const isPresent = generation.graph.acceptsUndefined(values) ? 'v[k] !== undefined' : 'true';
    const text = `t += ',' + ${generation.use('encodeString')}(k) + ':' + ${scope.encode(values, 'v[k]')};`;
    const condition = isKeyCode(keys, is, generation);
    const add = isPresent === 'true' ? text : `if (${and([isPresent])}) ${text}`;
    return condition === 'true' ? add : `if (${condition}) {\n    ${add}\n    continue;\n}`;
}
