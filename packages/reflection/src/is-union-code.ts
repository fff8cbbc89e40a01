import type {ObjectModel, TypeModel, UnionModel} from '@mionkit/core';
import {and, or, toLiteral} from './code-text.ts';
import {addDepth, type Generation} from './generation.ts';
import {type IsScope, isLeaf, readCode} from './is-scope.ts';
import {getObjectConditions} from './is-structure-code.ts';
import type {ResolvedModel} from './type-graph.ts';
import {getDiscriminator, getJsonTypes} from './union-tags.ts';

const inlinedLiterals = 8;

/** Unions with at most one member that has anything inside stand where they are used. */
export function isSimpleUnion(union: UnionModel, {generation, operation}: IsScope): boolean {
    const members = union.members.map(generation.graph.resolve);
    if (
        (union.tags && operation !== 'isLive') ||
        members.filter((member) => member.kind === 'literal').length > inlinedLiterals
    ) {
        return false;
    }
    return members.filter((member) => !isLeaf(member)).length <= 1;
}

/** The condition that a value fits one of several types. */
export function isMemberCode(members: readonly TypeModel[], value: string, scope: IsScope): string {
    const isNested = (member: TypeModel) => !isLeaf(scope.generation.graph.resolve(member));
    const ordered = [...members.filter((member) => !isNested(member)), ...members.filter(isNested)];
    return or(ordered.map((member) => scope.is(member, value)));
}

/** The body of a union's function. */
export function isUnionBody(union: UnionModel, scope: IsScope): string {
    const {generation, operation} = scope;
    if (union.tags && operation !== 'isLive') return isTaggedBody(union, scope);
    const objects = union.members.filter((member) => generation.graph.resolve(member).kind === 'object');
    const others = union.members.filter((member) => !objects.includes(member));
    const steps = countsSteps(union, scope) ? 'if (--b.steps < 0) return false;\n' : '';
    const simple = others.length === 0 ? 'false' : isOtherMemberCode(union, others, scope);
    if (objects.length === 0) return `${steps}return ${simple};`;
    return `${simple === 'false' ? '' : `if (${simple}) return true;\n`}${steps}${isObjectsBody(objects, scope)}`;
}

/** Many literals are looked up in a set. */
function isOtherMemberCode(union: UnionModel, members: readonly TypeModel[], scope: IsScope): string {
    if (members.filter((member) => member.kind === 'literal').length <= inlinedLiterals) return isMemberCode(members, 'v', scope);
    const name = scope.generation.define('hasLiteral', union, literalsCode);
    const others = members.filter((member) => member.kind !== 'literal');
    return others.length > 0 ? or([`${name}(v)`, isMemberCode(others, 'v', scope)]) : `${name}(v)`;
}

function literalsCode(name: string, {members}: UnionModel, generation: Generation): string {
    const literals = members.flatMap((member) => (member.kind === 'literal' ? [toLiteral(member.value)] : []));
    return `const ${name} = ${generation.use('createLiteralTest')}([${literals.join(', ')}]);`;
}

/** Only where members overlap and contain themselves a value's size doesn't bound the work. */
export function countsSteps(union: UnionModel, {generation: {graph}}: Pick<IsScope, 'generation'>): boolean {
    const types = union.members
        .flatMap((member) => getJsonTypes(member, graph))
        .filter((type) => type === 'object' || type === 'array');
    return new Set(types).size < types.length && graph.contains(union, graph.isRecursive);
}

function isObjectsBody(objects: readonly TypeModel[], scope: IsScope): string {
    const {generation} = scope;
    const [only, second] = objects;
    if (only && !second) return `return ${scope.is(only, 'v')};`;
    const discriminator = getDiscriminator(objects, generation.graph);
    if (!discriminator) return isOverlappingBody(objects, scope);
    const cases = objects.map((object, index) => {
        const labels = (discriminator.literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${scope.is(object, 'v')};`;
    });
    const value = readCode('v', discriminator.name, generation);
    return `if (!${generation.use('isObject')}(v)) return false;\nswitch (${value}) {\n${cases.join('\n')}\n}\nreturn false;`;
}

/** What members share is asked once, and what is inside of properties only after everything else. */
function isOverlappingBody(objects: readonly TypeModel[], scope: IsScope): string {
    const {generation} = scope;
    const members = objects.map((model) => {
        const object = generation.graph.resolve(model);
        if (!isPlainObject(object)) return {shallow: [scope.is(model, 'v')], nested: []};
        if (!generation.graph.isRecursive(model)) return getObjectConditions(object, scope);
        const depth = addDepth(scope.depth);
        const {shallow, nested} = getObjectConditions(object, scope.at(depth));
        return {shallow: [`${depth} <= b.maxDepth`, ...shallow], nested};
    });
    const all = members.flatMap(({nested}) => nested);
    const shared = [...new Set(all)].filter((condition) => all.indexOf(condition) !== all.lastIndexOf(condition));
    const names = new Map(shared.map((condition, index) => [condition, `s${index}`]));
    const toCode = (condition: string) => (names.has(condition) ? `(${names.get(condition)} ??= ${condition})` : condition);
    const conditions = members.map(({shallow, nested}) => and([...shallow, ...nested.map(toCode)]));
    const declaration = names.size > 0 ? `let ${[...names.values()].join(', ')};\n` : '';
    return `${declaration}return ${or(conditions)};`;
}

function isPlainObject(model: ResolvedModel): model is ObjectModel {
    return model.kind === 'object' && !model.indexes;
}

function isTaggedBody(union: UnionModel, scope: IsScope): string {
    const cases = groupByTag(union).map(([tag, members]) => {
        return `    case ${toLiteral(tag)}: return ${isMemberCode(members, 'v[1]', scope)};`;
    });
    const acceptsNull = union.members.some((member) => member.kind === 'null') ? 'if (v === null) return true;\n' : '';
    const isPair = `${scope.generation.use('isArray')}(v) && v.length === 2`;
    return `${acceptsNull}if (!(${isPair})) return false;\nswitch (v[0]) {\n${cases.join('\n')}\n}\nreturn false;`;
}

/** The members of a tagged union by their tag. */
export function groupByTag(union: UnionModel): readonly (readonly [tag: string, members: readonly TypeModel[]])[] {
    const groups = new Map<string, TypeModel[]>();
    for (const [index, member] of union.members.entries()) {
        const tag = union.tags?.[index];
        if (tag) groups.set(tag, [...(groups.get(tag) ?? []), member]);
    }
    return [...groups];
}
