import type {ParamModel, PropertyModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {toKey, toLiteral} from './code-text.ts';
import type {Generation} from './generation.ts';

/** The expression of a type's checker: what `errors` runs. */
export function checkerCode(model: TypeModel, generation: Generation): string {
    const resolved = generation.graph.resolve(model);
    switch (resolved.kind) {
        case 'string':
        case 'number':
        case 'boolean':
        case 'null':
        case 'undefined':
        case 'unknown':
        case 'date':
            return generation.use(`${resolved.kind}Checker`);
        case 'literal':
            return `${generation.use('literalChecker')}([${toLiteral(resolved.value)}])`;
        default:
            return defineChecker(model, generation);
    }
}

/** Types with something inside get a constant, made when it is first asked. */
function defineChecker(model: TypeModel, generation: Generation): string {
    return generation.define('check', model, (name) => {
        const recursive = generation.graph.isRecursive(model) ? ', true' : '';
        return `const ${name} = ${generation.use('lazyChecker')}(() => ${structureCode(model, generation)}${recursive});`;
    });
}

function structureCode(model: TypeModel, generation: Generation): string {
    const resolved = generation.graph.resolve(model);
    switch (resolved.kind) {
        case 'array':
            return `${generation.use('arrayChecker')}(${checkerCode(resolved.items, generation)})`;
        case 'tuple':
            return `${generation.use('tupleChecker')}([${resolved.elements.map((element) => `[${elementCode(element, generation)}]`).join(', ')}])`;
        case 'object':
            return `${generation.use('objectChecker')}(${propertiesCode(resolved.properties, generation)})`;
        case 'union':
            return unionCode(resolved, generation);
        default:
            throw new Error(`There is no checker for the kind '${resolved.kind}'.`);
    }
}

function elementCode({type, optional, rest}: TupleElementModel, generation: Generation): string {
    const flag = optional ? ", '?'" : rest ? ", '...'" : '';
    return `${checkerCode(type, generation)}${flag}`;
}

function propertiesCode(properties: readonly PropertyModel[], generation: Generation): string {
    const isOptional = ({type, optional}: PropertyModel) => optional || generation.graph.acceptsUndefined(type);
    const toObject = (list: readonly PropertyModel[]) =>
        `{${list.map(({name, type}) => `${toKey(name)}: ${checkerCode(type, generation)}`).join(', ')}}`;
    const required = toObject(properties.filter((property) => !isOptional(property)));
    const optional = properties.filter(isOptional);
    return optional.length > 0 ? `${required}, ${toObject(optional)}` : required;
}

function unionCode(union: UnionModel, generation: Generation): string {
    if (!union.tags) return `${generation.use('unionChecker')}([${memberCodes(union.members, generation).join(', ')}])`;
    const members = union.members.map(
        (member, index) => `[${toLiteral(union.tags?.[index] ?? null)}, ${checkerCode(member, generation)}]`,
    );
    return `${generation.use('taggedChecker')}([${members.join(', ')}])`;
}

/** All literals are one checker, so that they are told in one sentence. */
function memberCodes(members: readonly TypeModel[], generation: Generation): readonly string[] {
    const literals = members.flatMap((member) => (member.kind === 'literal' ? [toLiteral(member.value)] : []));
    const others = members.filter((member) => member.kind !== 'literal').map((member) => checkerCode(member, generation));
    return literals.length > 0 ? [`${generation.use('literalChecker')}([${literals.join(', ')}])`, ...others] : others;
}

/** The list of a method's params for `listIssues`. */
export function paramCheckersCode(params: readonly ParamModel[], generation: Generation): string {
    return `[${params.map((param) => `[${toLiteral(param.name)}, ${elementCode(param, generation)}]`).join(', ')}]`;
}
