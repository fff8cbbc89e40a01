import type {TypeModel, UnionModel} from '@mionkit/core';
import {and, indent, toLiteral, toTextLiteral} from './code-text.ts';
import {type EncodePlace, type EncodeScope, failCode, isMembersCode} from './encode-scope.ts';
import {addDepth, type Generation} from './generation.ts';
import {isLeaf, readCode} from './is-scope.ts';
import {countsSteps} from './is-union-code.ts';
import {getMemberCondition, groupProperties, type OverlappingObjects} from './overlap.ts';
import {getDiscriminator} from './union-tags.ts';

/** Whether the text of a fitting value is the value itself, so that it is only tested. */
function isTested(model: TypeModel): boolean {
    return model.kind === 'literal' || model.kind === 'null' || model.kind === 'undefined';
}

/** The JSON text of a value that has to be one of some literals, `null` or `undefined`. */
export function encodeTestedCode(models: readonly TypeModel[], value: string, place: EncodePlace): string {
    return `(${isMembersCode(models, value, place)} ? ${encodeFittingCode(models, value, place)} : ${failCode(value, place)})`;
}

function encodeFittingCode(models: readonly TypeModel[], value: string, {generation}: EncodePlace): string {
    const [only, second] = models;
    if (only?.kind === 'literal' && !second) return toTextLiteral(JSON.stringify(only.value));
    if (models.every((model) => model.kind === 'null' || model.kind === 'undefined')) return "'null'";
    return models.every(isPlainText) ? `'"' + ${value} + '"'` : `(${generation.use('encodeUnknown')}(${value}) ?? 'null')`;
}

function isPlainText(model: TypeModel): boolean {
    return model.kind === 'literal' && JSON.stringify(model.value) === `"${model.value}"`;
}

/** Unions with at most one member that isn't only tested stand where they are used. */
export function isInlineUnion({members, tags}: UnionModel, {graph}: Generation): boolean {
    return !tags && members.map(graph.resolve).filter((member) => !isTested(member)).length <= 1;
}

/** The expression of such a union. */
export function encodeInlineCode({members}: UnionModel, value: string, scope: EncodeScope): string {
    const {graph} = scope.generation;
    const other = members.find((member) => !isTested(graph.resolve(member)));
    const tested = members.filter((member) => member !== other);
    if (!other) return encodeTestedCode(tested, value, scope);
    if (tested.length === 0) return scope.encode(other, value);
    return `(${isMembersCode(tested, value, scope)} ? ${encodeFittingCode(tested, value, scope)} : ${scope.encode(other, value)})`;
}

/** The body of a union whose members travel as `[tag, value]`. */
export function encodeTaggedBody(union: UnionModel, tags: readonly (string | null)[], scope: EncodeScope): string {
    const {graph, use} = scope.generation;
    const isNested = (member: TypeModel) => !isLeaf(graph.resolve(member));
    const lines = union.members.map((member, index) => {
        const tag = tags[index] ?? null;
        const condition = isMembersCode([member], 'v', scope);
        if (tag === null) return `if (${condition}) return 'null';`;
        const text = `${toTextLiteral(`[${JSON.stringify(tag)},`)} + ${scope.encode(member, 'v')} + ']'`;
        return isNested(member) ? `if (${condition}) t = ${use('toLonger')}(t, ${text});` : `if (${condition}) return ${text};`;
    });
    const hasNested = union.members.some(isNested);
    const refuse = failCode('v', scope);
    return [
        ...countStepsCode(union, scope),
        ...(hasNested ? ['let t;'] : []),
        ...lines,
        `return ${hasNested ? `t === undefined ? ${refuse} : t` : refuse};`,
    ].join('\n');
}

/** In the order in which a live value is asked what it is: what is cheap to tell, then instances, then arrays, then other objects. */
const groups: readonly (readonly TypeModel['kind'][])[] = [
    ['null', 'undefined', 'literal'],
    ...(
        ['string', 'template', 'number', 'boolean', 'bigint', 'date', 'url', 'regexp', 'bytes', 'codec', 'set', 'map'] as const
    ).map((kind) => [kind]),
    ['array', 'tuple'],
    ['object', 'record'],
];

const structureTests: Partial<Readonly<Record<TypeModel['kind'], string>>> = {
    set: 'isSet',
    map: 'isMap',
    array: 'isArray',
    tuple: 'isArray',
    object: 'isObject',
    record: 'isObject',
};

/** The body of a union whose members are told apart by what they are. */
export function encodeUnionBody(union: UnionModel, scope: EncodeScope): string {
    const {graph} = scope.generation;
    const lines = groups.flatMap((kinds) => {
        const members = union.members.filter((member) => kinds.includes(graph.resolve(member).kind));
        return encodeGroupCode(members, kinds, scope);
    });
    return [...countStepsCode(union, scope), ...lines, `return ${failCode('v', scope)};`].join('\n');
}

function countStepsCode(union: UnionModel, scope: EncodeScope): readonly string[] {
    return countsSteps(union, scope) ? [`if (--b.steps < 0) ${scope.generation.use('fail')}('fewer steps', v);`] : [];
}

function encodeGroupCode(
    members: readonly TypeModel[],
    kinds: readonly TypeModel['kind'][],
    scope: EncodeScope,
): readonly string[] {
    const [only, second] = members;
    const [kind = 'unknown'] = kinds;
    if (!only) return [];
    if (isTested({kind} as TypeModel))
        return [`if (${isMembersCode(members, 'v', scope)}) return ${encodeFittingCode(members, 'v', scope)};`];
    const test = structureTests[kind];
    if (!test) return members.map((member) => `if (${isMembersCode([member], 'v', scope)}) return ${scope.encode(member, 'v')};`);
    const condition = `${scope.generation.use(test)}(v)`;
    if (!second) return [`if (${condition}) return ${scope.encode(only, 'v')};`];
    return encodeByLiteral(condition, members, scope) ?? [`if (${condition}) {\n${indent(encodeOverlapping(members, scope))}\n}`];
}

function encodeByLiteral(condition: string, members: readonly TypeModel[], scope: EncodeScope): readonly string[] | undefined {
    const discriminator = getDiscriminator(members, scope.generation.graph);
    if (!discriminator) return undefined;
    const cases = members.map((member, index) => {
        const labels = (discriminator.literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${scope.encode(member, 'v')};`;
    });
    return [`if (${condition}) switch (${readCode('v', discriminator.name, scope.generation)}) {\n${cases.join('\n')}\n}`];
}

/** What any of the members that the value fits declares stays. */
function encodeOverlapping(members: readonly TypeModel[], scope: EncodeScope): string {
    const objects = groupProperties(members, scope.generation);
    const fits = members.map((member, index) => `const f${index} = ${isMembersCode([member], 'v', scope)};`);
    if (objects) return [...fits, ...encodePropertyGroups(objects, members.length, scope)].join('\n');
    const lines = members.map((member, index) => {
        return `if (f${index}) t = ${scope.generation.use('mergeTexts')}(t, ${scope.encode(member, 'v')});`;
    });
    return [...fits, 'let t;', ...lines, 'if (t !== undefined) return t;'].join('\n');
}

function encodePropertyGroups(
    {groups: properties, recursive}: OverlappingObjects,
    count: number,
    scope: EncodeScope,
): readonly string[] {
    const {generation} = scope;
    const {encode} = recursive ? scope.at(addDepth(scope.depth)) : scope;
    const any = Array.from({length: count}, (_, index) => `f${index}`).join(' || ');
    const lines = properties.flatMap(({name, types}) => {
        const value = readCode('v', name, generation);
        const key = toTextLiteral(`,${JSON.stringify(name)}:`);
        const [only, second] = types;
        if (only && !second) {
            const condition = and([getMemberCondition(only.members, count), `${value} !== undefined`]);
            return [`if (${condition}) t += ${key} + ${encode(only.type, value)};`];
        }
        const merged = types.map(({type, members}) => {
            return `if (${getMemberCondition(members, count)}) p = ${generation.use('mergeTexts')}(p, ${encode(type, value)});`;
        });
        return [
            `if (${value} !== undefined) {`,
            '    let p;',
            ...merged.map((line) => `    ${line}`),
            `    if (p !== undefined) t += ${key} + p;`,
            '}',
        ];
    });
    return [`if (${any}) {`, "    let t = '';", ...lines.map((line) => `    ${line}`), "    return '{' + t.slice(1) + '}';", '}'];
}
