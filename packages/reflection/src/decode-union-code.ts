import type {TypeModel, UnionModel} from '@mionkit/core';
import {and, indent, toLiteral, toRead} from './code-text.ts';
import {type DecodeScope, needsDecoding} from './decode-scope.ts';
import {addDepth} from './generation.ts';
import {isCode} from './is-code.ts';
import {readCode} from './is-scope.ts';
import {countsSteps, groupByTag} from './is-union-code.ts';
import {getMemberCondition, groupProperties, type OverlappingObjects} from './overlap.ts';
import {type Discriminator, getDiscriminator, getJsonTypes, type JsonType} from './union-tags.ts';

/** The body of the function of a union whose members travel as `[tag, value]`. */
export function decodeTaggedBody(union: UnionModel, scope: DecodeScope): string {
    const {use} = scope.generation;
    const cases = groupByTag(union).map(([tag, [member]]) => {
        return `    case ${toLiteral(tag)}: return ${member ? scope.decode(member, 'v[1]') : 'undefined'};`;
    });
    const acceptsNull = union.members.some((member) => member.kind === 'null') ? 'if (v === null) return null;\n' : '';
    return `${acceptsNull}switch (${use('toArray')}(v)[0]) {\n${cases.join('\n')}\n}\nreturn ${use('fail')}('a known tag', v);`;
}

const conditions: readonly (readonly [type: JsonType, condition: string])[] = [
    ['string', "typeof v === 'string'"],
    ['number', "typeof v === 'number'"],
    ['boolean', "typeof v === 'boolean'"],
    ['null', 'v === null'],
    ['array', 'isArray'],
    ['object', 'isObject'],
];

/** The body of the function of a union whose members are told apart by what they are. */
export function decodeUnionBody(union: UnionModel, scope: DecodeScope): string {
    const {generation} = scope;
    const steps = countsSteps(union, scope) ? [`if (--b.steps < 0) ${generation.use('fail')}('fewer steps', v);`] : [];
    const lines = conditions.flatMap(([type, condition]) => {
        const members = union.members.filter((member) => getJsonTypes(member, generation.graph).includes(type));
        if (!members.some((member) => needsDecoding(member, generation))) return [];
        const test = condition.startsWith('is') ? `${generation.use(condition)}(v)` : condition;
        return [decodeGroupCode(test, members, {scope, isObject: type === 'object'})];
    });
    return [...steps, ...lines, 'return v;'].join('\n');
}

/** The members of one JSON type. */
function decodeGroupCode(
    condition: string,
    members: readonly TypeModel[],
    {scope, isObject}: {scope: DecodeScope; isObject: boolean},
): string {
    const [only, second] = members;
    if (only && !second) return `if (${condition}) return ${scope.decode(only, 'v')};`;
    const discriminator = isObject ? getDiscriminator(members, scope.generation.graph) : undefined;
    const lines = discriminator ? decodeByLiteral(members, discriminator, scope) : decodeOverlapping(members, scope);
    return `if (${condition}) {\n${indent(lines)}\n}`;
}

function decodeByLiteral(members: readonly TypeModel[], {name, literals}: Discriminator, scope: DecodeScope): string {
    const cases = members.map((member, index) => {
        const labels = (literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${scope.decode(member, 'v')};`;
    });
    const {generation} = scope;
    return `switch (${readCode('v', name, generation)}) {\n${cases.join('\n')}\n}\nreturn ${generation.use('fail')}('a member of the union', v);`;
}

/** What any of the members that the value fits declares stays. */
function decodeOverlapping(members: readonly TypeModel[], scope: DecodeScope): string {
    const {generation, depth} = scope;
    const fits = members.map(
        (member, index) => `const f${index} = ${isCode(member, 'v', {generation, depth, operation: 'isWire'})};`,
    );
    const any = members.map((_, index) => `f${index}`).join(' || ');
    const refuse = `if (!(${any})) ${generation.use('fail')}('a member of the union', v);`;
    const objects = groupProperties(members, generation);
    const start = objects ? 'const o = {};' : 'let o;';
    const lines = objects ? decodePropertyGroups(objects, members.length, scope) : decodeWhole(members, scope);
    return [...fits, refuse, start, ...lines, 'return o;'].join('\n');
}

function decodeWhole(members: readonly TypeModel[], scope: DecodeScope): readonly string[] {
    const merge = scope.generation.use('mergeDecoded');
    return members.map((member, index) => `if (f${index}) o = ${merge}(o, ${scope.decode(member, 'v')});`);
}

function decodePropertyGroups({groups, recursive}: OverlappingObjects, count: number, scope: DecodeScope): readonly string[] {
    const {generation} = scope;
    const {decode} = recursive ? scope.at(addDepth(scope.depth)) : scope;
    return groups.flatMap(({name, types}) => {
        const value = readCode('v', name, generation);
        const target = toRead('o', name);
        return types.map(({type, members}, index) => {
            const text =
                index === 0
                    ? decode(type, value)
                    : `${generation.use('mergeDecoded')}(${readCode('o', name, generation)}, ${decode(type, value)})`;
            return `if (${and([getMemberCondition(members, count), `${value} !== undefined`])}) ${target} = ${text};`;
        });
    });
}
