import type {ObjectModel, PropertyModel, TupleModel, TypeModel, UnionModel} from '@mionkit/core';
import {indent, toLiteral, toTextLiteral} from './code-text.ts';
import {describeModel} from './describe-model.ts';
import {type Depth, type Generation, toArguments, toParams} from './generation.ts';
import {isCode, isLeaf, readCode} from './is-code.ts';
import type {ResolvedModel} from './type-graph.ts';
import {getDiscriminator} from './union-tags.ts';

/** Where an expression that encodes stands. */
export interface EncodeScope {
    readonly generation: Generation;
    readonly depth: Depth;
    /** Names the value in errors: `User.orders[].date`. */
    readonly place: string;
}

/** The expression of the JSON text of a live value. `value` is an expression that may be evaluated more than once. */
export function encodeCode(model: TypeModel, value: string, scope: EncodeScope): string {
    const {generation} = scope;
    const resolved = generation.graph.resolve(model);
    switch (resolved.kind) {
        case 'string':
            return encodeLeafCode('encodeString', value, scope);
        case 'number':
            return encodeLeafCode('encodeNumber', value, scope);
        case 'boolean':
            return encodeLeafCode('encodeBoolean', value, scope);
        case 'date':
            return encodeLeafCode('encodeDate', value, scope);
        case 'null':
        case 'undefined':
        case 'literal':
            return encodeTestedCode([resolved], value, scope);
        case 'unknown':
            return `(${generation.use('encodeUnknown')}(${value}) ?? 'null')`;
        case 'union':
            if (!generation.graph.isRecursive(model) && isInline(resolved, generation))
                return encodeInlineCode(resolved, value, scope);
            break;
        default:
    }
    const name = generation.define('encode', model, (self) => defineEncode(self, model, scope));
    return `${name}(${toArguments(generation, model, value, scope.depth)})`;
}

function encodeLeafCode(helper: string, value: string, {generation, place}: EncodeScope): string {
    return `${generation.use(helper)}(${value}${place ? `, ${toLiteral(place)}` : ''})`;
}

/** Types whose text is the value itself once it is known to fit. */
function encodeTestedCode(models: readonly TypeModel[], value: string, scope: EncodeScope): string {
    const condition = models.length === 0 ? 'false' : isMembersCode(models, value, scope);
    return `(${condition} ? ${encodeFittingCode(models, value)} : ${failCode(models, value, scope)})`;
}

function isMembersCode(models: readonly TypeModel[], value: string, scope: EncodeScope): string {
    const [only, second] = models;
    const model: TypeModel = only && !second ? only : {kind: 'union', members: models};
    return isCode(model, value, {...scope, operation: 'isLive'});
}

function encodeFittingCode(models: readonly TypeModel[], value: string): string {
    const [only, second] = models;
    if (only?.kind === 'literal' && !second) return toTextLiteral(JSON.stringify(only.value));
    if (models.every((model) => model.kind === 'null' || model.kind === 'undefined')) return "'null'";
    return models.every(isPlainText) ? `'"' + ${value} + '"'` : `JSON.stringify(${value})`;
}

function isPlainText(model: TypeModel): boolean {
    return model.kind === 'literal' && JSON.stringify(model.value) === `"${model.value}"`;
}

function failCode(models: readonly TypeModel[], value: string, {generation, place}: EncodeScope): string {
    const expected = toLiteral(describeModel({kind: 'union', members: models}, generation.graph));
    return `${generation.use('fail')}(${expected}, ${value}${place ? `, ${toLiteral(place)}` : ''})`;
}

function isInline(union: UnionModel, {graph}: Generation): boolean {
    const members = union.members.map(graph.resolve);
    return !union.tags && members.filter((member) => !isLeaf(member) || !isTested(member)).length <= 1;
}

function isTested(model: TypeModel): boolean {
    return model.kind === 'literal' || model.kind === 'null' || model.kind === 'undefined';
}

/** Members that are written as they are, and at most one other. */
function encodeInlineCode(union: UnionModel, value: string, scope: EncodeScope): string {
    const {graph} = scope.generation;
    const other = union.members.find((member) => !isTested(graph.resolve(member)));
    const tested = union.members.filter((member) => member !== other);
    if (!other) return encodeTestedCode(tested, value, scope);
    if (tested.length === 0) return encodeCode(other, value, scope);
    return `(${isMembersCode(tested, value, scope)} ? ${encodeFittingCode(tested, value)} : ${encodeCode(other, value, scope)})`;
}

function defineEncode(name: string, model: TypeModel, scope: EncodeScope): string {
    const {generation} = scope;
    const resolved = generation.graph.resolve(model);
    const named = resolved.kind === 'object' && resolved.name ? resolved.name : scope.place;
    const guard = generation.graph.isRecursive(model)
        ? `    if (d > b.maxDepth) ${generation.use('fail')}(\`at most \${b.maxDepth} levels of nesting\`, v);\n`
        : '';
    const body = encodeBody(resolved, {generation, depth: 'd', place: named});
    return `function ${name}(${toParams(generation, model)}) {\n${guard}${indent(body)}\n}`;
}

function encodeBody(model: ResolvedModel, scope: EncodeScope): string {
    switch (model.kind) {
        case 'array':
            return encodeArrayBody(model.items, scope);
        case 'tuple':
            return encodeTupleBody(model, scope);
        case 'object':
            return encodeObjectBody(model, scope);
        case 'union':
            return model.tags ? encodeTaggedBody(model, model.tags, scope) : encodeUnionBody(model, scope);
        default:
            return `return ${encodeCode(model, 'v', scope)};`;
    }
}

function toArrayCode({generation, place}: EncodeScope): string {
    return `${generation.use('toArray')}(v${place ? `, ${toLiteral(place)}` : ''});`;
}

function encodeArrayBody(items: TypeModel, scope: EncodeScope): string {
    const item = encodeCode(items, 'e', {...scope, place: `${scope.place}[]`});
    return `${toArrayCode(scope)}
let t = '';
for (const e of v) t += (t === '' ? '' : ',') + ${item};
return '[' + t + ']';`;
}

function encodeTupleBody({elements}: TupleModel, scope: EncodeScope): string {
    const lines = elements.map(({type, optional}, index) => {
        const value = `v[${index}]`;
        const text = encodeCode(type, value, {...scope, place: `${scope.place}[${index}]`});
        const comma = index === 0 ? '' : "',' + ";
        if (!optional) return `t += ${comma}${text};`;
        return `if (n > ${index}) t += ${comma}(${value} === undefined ? 'null' : ${text});`;
    });
    const required = elements.filter((element) => !element.optional).length;
    const length =
        required === elements.length ? [] : [`let n = v.length;\nwhile (n > ${required} && v[n - 1] === undefined) n--;`];
    return [toArrayCode(scope), ...length, "let t = '';", ...lines, "return '[' + t + ']';"].join('\n');
}

function encodeObjectBody(model: ObjectModel, scope: EncodeScope): string {
    const {generation} = scope;
    const isOptional = ({type, optional}: PropertyModel) => optional || generation.graph.acceptsUndefined(type);
    const required = model.properties.filter((property) => !isOptional(property));
    const optional = model.properties.filter(isOptional);
    const fixed = required.map(
        (property, index) =>
            `${toTextLiteral(`${index === 0 ? '{' : ','}${JSON.stringify(property.name)}:`)} + ${encodePropertyCode(property, scope)}`,
    );
    const first = required.length === 0 ? [`${generation.use('toObject')}(v);`] : [];
    if (optional.length === 0)
        return [...first, `return ${[...fixed, required.length === 0 ? "'{}'" : "'}'"].join(' + ')};`].join('\n');
    const start = required.length === 0 ? "let t = '';" : `let t = ${fixed.join(' + ')};`;
    const lines = optional.map((property) => {
        const value = readCode('v', property.name, generation);
        return `if (${value} !== undefined) t += ${toTextLiteral(`,${JSON.stringify(property.name)}:`)} + ${encodePropertyCode(property, scope)};`;
    });
    const end = required.length === 0 ? "return '{' + t.slice(1) + '}';" : "return t + '}';";
    return [...first, start, ...lines, end].join('\n');
}

function encodePropertyCode({name, type}: PropertyModel, scope: EncodeScope): string {
    const place = scope.place ? `${scope.place}.${name}` : name;
    return encodeCode(type, readCode('v', name, scope.generation), {...scope, place});
}

/** In the order in which a live value is asked what it is: what is cheap to tell, then instances, then arrays, then other objects. */
const askOrder: readonly TypeModel['kind'][] = [
    'null',
    'undefined',
    'literal',
    'string',
    'number',
    'boolean',
    'date',
    'array',
    'tuple',
    'object',
];

function encodeUnionBody(union: UnionModel, scope: EncodeScope): string {
    const {generation} = scope;
    const getKind = (model: TypeModel) => generation.graph.resolve(model).kind;
    const members = [...union.members].sort(
        (first, second) => askOrder.indexOf(getKind(first)) - askOrder.indexOf(getKind(second)),
    );
    const tested = members.filter((member) => isTested(generation.graph.resolve(member)));
    const leaves = members.filter((member) => isLeaf(generation.graph.resolve(member)) && !tested.includes(member));
    const arrays = members.filter((member) => getKind(member) === 'array' || getKind(member) === 'tuple');
    const objects = members.filter((member) => getKind(member) === 'object');
    const first =
        tested.length === 0 ? [] : [`if (${isMembersCode(tested, 'v', scope)}) return ${encodeFittingCode(tested, 'v')};`];
    const lines = [
        ...first,
        ...leaves.map((member) => `if (${isMembersCode([member], 'v', scope)}) return ${encodeCode(member, 'v', scope)};`),
        ...encodeStructuresCode(`${generation.use('isArray')}(v)`, arrays, scope),
        ...encodeStructuresCode(`${generation.use('isObject')}(v)`, objects, scope),
        `return ${failCode(union.members, 'v', scope)};`,
    ];
    return lines.join('\n');
}

function encodeStructuresCode(condition: string, members: readonly TypeModel[], scope: EncodeScope): readonly string[] {
    const [only, second] = members;
    if (!only) return [];
    if (!second) return [`if (${condition}) return ${encodeCode(only, 'v', scope)};`];
    const discriminator = getDiscriminator(members, scope.generation.graph);
    if (!discriminator) return [`if (${condition}) {\n${indent(encodeOverlapping(members, scope))}\n}`];
    const cases = members.map((member, index) => {
        const labels = (discriminator.literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${encodeCode(member, 'v', scope)};`;
    });
    return [`if (${condition}) switch (${readCode('v', discriminator.name, scope.generation)}) {\n${cases.join('\n')}\n}`];
}

/** What any of the members that the value fits declares stays. */
function encodeOverlapping(members: readonly TypeModel[], scope: EncodeScope): string {
    const lines = members.map((member) => {
        const text = `${scope.generation.use('mergeTexts')}(t, ${encodeCode(member, 'v', scope)})`;
        return `if (${isMembersCode([member], 'v', scope)}) t = ${text};`;
    });
    return ['let t;', ...lines, 'if (t !== undefined) return t;'].join('\n');
}

function encodeTaggedBody(union: UnionModel, tags: readonly (string | null)[], scope: EncodeScope): string {
    const lines = union.members.map((member, index) => {
        const tag = tags[index] ?? null;
        const condition = isMembersCode([member], 'v', scope);
        if (tag === null) return `if (${condition}) return 'null';`;
        return `if (${condition}) return ${toTextLiteral(`[${JSON.stringify(tag)},`)} + ${encodeCode(member, 'v', scope)} + ']';`;
    });
    return [...lines, `return ${failCode(union.members, 'v', scope)};`].join('\n');
}
