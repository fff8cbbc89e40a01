import type {ObjectModel, PropertyModel, TupleModel, TypeModel, UnionModel} from '@mionkit/core';
import {and, indent, not, or, toLiteral, toRead} from './code-text.ts';
import {type Depth, type Generation, toArguments, toParams} from './generation.ts';
import type {ResolvedModel} from './type-graph.ts';
import {getDiscriminator, getJsonTypes} from './union-tags.ts';

/** Where a condition stands, and which form of values it is about. */
export interface IsScope {
    readonly generation: Generation;
    /** `isWire`: what `JSON.parse` made. `isLive`: what programs have. */
    readonly operation: 'isWire' | 'isLive';
    readonly depth: Depth;
}

/** The condition that a value fits a type. `value` is an expression that may be evaluated more than once. */
export function isCode(model: TypeModel, value: string, scope: IsScope): string {
    const {generation, operation} = scope;
    const resolved = generation.graph.resolve(model);
    switch (resolved.kind) {
        case 'string':
            return `typeof ${value} === 'string'`;
        case 'number':
            return `${generation.use('isNumber')}(${value})`;
        case 'boolean':
            return `typeof ${value} === 'boolean'`;
        case 'null':
            return `${value} === null`;
        case 'undefined':
            return operation === 'isWire' ? `(${value} === undefined || ${value} === null)` : `${value} === undefined`;
        case 'unknown':
            return `${generation.use('isShallow')}(${value}, b.maxDepth${scope.depth === '0' ? '' : ' - d'})`;
        case 'literal':
            return `${value} === ${toLiteral(resolved.value)}`;
        case 'date':
            return `${generation.use(operation === 'isWire' ? 'isWireDate' : 'isDate')}(${value})`;
        case 'union':
            if (!generation.graph.isRecursive(model) && isSimple(resolved, generation))
                return isMemberCode(resolved.members, value, scope);
            break;
        default:
    }
    const name = generation.define(operation, model, (self) => defineIs(self, model, {...scope, depth: 'd'}));
    return `${name}(${toArguments(generation, model, value, scope.depth)})`;
}

/** Kinds whose condition is an expression without a function of its own. */
const leafKinds: readonly TypeModel['kind'][] = [
    'string',
    'number',
    'boolean',
    'null',
    'undefined',
    'unknown',
    'literal',
    'date',
];

/** Whether a model's condition looks at nothing but the value itself. */
export function isLeaf(model: TypeModel): boolean {
    return leafKinds.includes(model.kind);
}

const inlinedLiterals = 8;

/** Unions with at most one member that has anything inside stand where they are used. */
function isSimple(union: UnionModel, {graph}: Generation): boolean {
    const members = union.members.map(graph.resolve);
    if (union.tags || members.filter((member) => member.kind === 'literal').length > inlinedLiterals) return false;
    return members.filter((member) => !isLeaf(member)).length <= 1;
}

function isMemberCode(members: readonly TypeModel[], value: string, scope: IsScope): string {
    const leaves = members.filter((member) => isLeaf(scope.generation.graph.resolve(member)));
    const others = members.filter((member) => !leaves.includes(member));
    return or([...leaves, ...others].map((member) => isCode(member, value, scope)));
}

function defineIs(name: string, model: TypeModel, scope: IsScope): string {
    const {generation} = scope;
    const resolved = generation.graph.resolve(model);
    const guard = generation.graph.isRecursive(model) ? '    if (d > b.maxDepth) return false;\n' : '';
    return `function ${name}(${toParams(generation, model)}) {\n${guard}${indent(isBody(resolved, scope))}\n}`;
}

function isBody(model: ResolvedModel, scope: IsScope): string {
    switch (model.kind) {
        case 'array':
            return isArrayBody(isCode(model.items, 'e', scope), scope);
        case 'tuple':
            return `return ${and([`${scope.generation.use('isArray')}(v)`, isTupleCode(model, 'v', scope)])};`;
        case 'object':
            return `return ${and([isObjectCode(model, scope), ...isPropertiesCode(model, scope)])};`;
        case 'union':
            return isUnionBody(model, scope);
        default:
            return `return ${isCode(model, 'v', scope)};`;
    }
}

function isArrayBody(condition: string, {generation}: IsScope): string {
    const isArray = `${generation.use('isArray')}(v)`;
    if (condition === 'true') return `return ${isArray};`;
    return `if (!${isArray}) return false;\nfor (const e of v) if (${not(condition)}) return false;\nreturn true;`;
}

/** The condition that an array has a tuple's elements. */
export function isTupleCode(tuple: Pick<TupleModel, 'elements'>, value: string, scope: IsScope): string {
    const required = tuple.elements.filter((element) => !element.optional).length;
    const most = tuple.elements.length;
    const length = required === most ? `${value}.length === ${most}` : `${value}.length <= ${most}`;
    const least = required > 0 && required < most ? `${value}.length >= ${required}` : 'true';
    const elements = tuple.elements.map(({type, optional}, index) => {
        const element = `${value}[${index}]`;
        const absent = scope.operation === 'isWire' && !scope.generation.graph.acceptsNull(type) ? [`${element} === null`] : [];
        const condition = isCode(type, element, scope);
        return optional ? or([`${element} === undefined`, ...absent, condition]) : condition;
    });
    return and([least, length, ...elements]);
}

/** An array has no property that an object needs, so most objects need no question whether they are arrays. */
function isObjectCode(model: ObjectModel, {generation}: IsScope): string {
    const needsProperty = model.properties.some(
        ({name, type, optional}) => !optional && !(name in Array.prototype) && !generation.graph.acceptsUndefined(type),
    );
    return needsProperty ? "typeof v === 'object' && v !== null" : `${generation.use('isObject')}(v)`;
}

/** One condition for each property: first those that look at nothing but the value. */
function isPropertiesCode(model: ObjectModel, scope: IsScope): readonly string[] {
    const isShallow = ({type}: PropertyModel) => isLeaf(type) || (type.kind === 'union' && type.members.every(isLeaf));
    const shallow = model.properties.filter(isShallow);
    const nested = model.properties.filter((property) => !isShallow(property));
    return [...shallow, ...nested].map((property) => isPropertyCode(property, scope));
}

function isPropertyCode({name, type, optional}: PropertyModel, scope: IsScope): string {
    const value = readCode('v', name, scope.generation);
    const condition = isCode(type, value, scope);
    return optional || scope.generation.graph.acceptsUndefined(type) ? or([`${value} === undefined`, condition]) : condition;
}

/** Reads a property; those that objects inherit count only as own properties. */
export function readCode(object: string, name: string, generation: Generation): string {
    if (name in Object.prototype) return `${generation.use('ownValue')}(${object}, ${toLiteral(name)})`;
    return toRead(object, name);
}

function isUnionBody(union: UnionModel, scope: IsScope): string {
    const {generation} = scope;
    if (union.tags && scope.operation === 'isWire') return isTaggedBody(union, scope);
    const objects = union.members.filter((member) => generation.graph.resolve(member).kind === 'object');
    const others = union.members.filter((member) => !objects.includes(member));
    const simple = isOtherMemberCode(union, others, scope);
    if (objects.length === 0) return `return ${simple};`;
    const first = others.length === 0 ? '' : `if (${simple}) return true;\n`;
    const steps = countsSteps(union, generation) ? 'if (--b.steps < 0) return false;\n' : '';
    return first + steps + isObjectsBody(objects, scope);
}

/** Many literals are looked up in a set. */
function isOtherMemberCode(union: UnionModel, members: readonly TypeModel[], scope: IsScope): string {
    const literals = members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
    if (literals.length <= inlinedLiterals) return isMemberCode(members, 'v', scope);
    const {generation} = scope;
    const listed = literals.map(toLiteral).join(', ');
    const name = generation.define(
        'hasLiteral',
        union,
        (self) => `const ${self} = ${generation.use('createLiteralTest')}([${listed}]);`,
    );
    const others = members.filter((member) => member.kind !== 'literal');
    return others.length > 0 ? or([`${name}(v)`, isMemberCode(others, 'v', scope)]) : `${name}(v)`;
}

/** Only where members overlap and contain themselves a value's size doesn't bound the work. */
function countsSteps(union: UnionModel, {graph}: Generation): boolean {
    const types = union.members
        .flatMap((member) => getJsonTypes(member, graph))
        .filter((type) => type === 'object' || type === 'array');
    return new Set(types).size < types.length && graph.contains(union, graph.isRecursive);
}

function isObjectsBody(objects: readonly TypeModel[], scope: IsScope): string {
    const {generation} = scope;
    const discriminator = getDiscriminator(objects, generation.graph);
    if (!discriminator || objects.length < 2) return isOverlappingBody(objects, scope);
    const cases = objects.map((object, index) => {
        const labels = (discriminator.literals[index] ?? []).map((value) => `case ${toLiteral(value)}: `).join('');
        return `    ${labels}return ${isCode(object, 'v', scope)};`;
    });
    const value = readCode('v', discriminator.name, generation);
    return `if (!${generation.use('isObject')}(v)) return false;\nswitch (${value}) {\n${cases.join('\n')}\n}\nreturn false;`;
}

/** What members share is asked once, and what is inside of properties only after everything else. */
function isOverlappingBody(objects: readonly TypeModel[], scope: IsScope): string {
    return `return ${or(objects.map((object) => isCode(object, 'v', scope)))};`;
}

function isTaggedBody(union: UnionModel, scope: IsScope): string {
    const groups = groupByTag(union);
    const cases = groups.map(([tag, members]) => `    case ${toLiteral(tag)}: return ${isMemberCode(members, 'v[1]', scope)};`);
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
