import type {TemplateModel, TypeModel} from '@mionkit/core';
import {and, indent, or, toLiteral} from './code-text.ts';
import {type Generation, toArguments, toParams, type WriteFunction} from './generation.ts';
import {getFormName, type IsScope, isLeaf, toSharedOperation} from './is-scope.ts';
import {isArrayBody, isCodecBody, isMapBody, isObjectBody, isSetBody, isTupleCode} from './is-structure-code.ts';
import {isMemberCode, isSimpleUnion, isUnionBody} from './is-union-code.ts';
import {limitsCode} from './limit-code.ts';
import {hasTextLimit} from './model-facts.ts';
import type {ResolvedModel} from './type-graph.ts';

/** Where a condition stands. */
export type IsPlace = Omit<IsScope, 'is' | 'at'>;

/** The condition that a value fits a type. `value` is an expression that may be evaluated more than once. */
export function isCode(model: TypeModel, value: string, place: IsPlace): string {
    return isIn(model, value, createScope(place));
}

function createScope({generation, operation, depth}: IsPlace): IsScope {
    const scope: IsScope = {
        generation,
        operation,
        depth,
        is: (model, value) => isIn(model, value, scope),
        at: (other) => createScope({generation, operation, depth: other}),
    };
    return scope;
}

function isIn(model: TypeModel, value: string, scope: IsScope): string {
    const {graph, define} = scope.generation;
    const resolved = graph.resolve(model);
    if (isLeaf(resolved)) {
        const condition = leafCode(resolved, value, scope);
        const limits = limitsCode(resolved, value, scope);
        return limits.length === 0 ? condition : and([condition, ...limits]);
    }
    if (resolved.kind === 'union' && !graph.isRecursive(model) && isSimpleUnion(resolved, scope)) {
        return isMemberCode(resolved.members, value, scope);
    }
    const operation = toSharedOperation(scope, model);
    return `${define(operation, model, defineIs[operation])}(${toArguments(model, value, {...scope, operation})})`;
}

function leafCode(model: ResolvedModel, value: string, {generation, operation, depth}: IsScope): string {
    switch (model.kind) {
        case 'string':
        case 'boolean':
            return `typeof ${value} === '${model.kind}'`;
        case 'number':
            return `Number.isFinite(${value})`;
        case 'null':
            return `${value} === null`;
        case 'undefined':
            return operation !== 'isLive' ? or([`${value} === undefined`, `${value} === null`]) : `${value} === undefined`;
        case 'unknown':
            return `${generation.use('isShallow')}(${value}, b.maxDepth${depth === '0' ? '' : ` - (${depth})`})`;
        case 'literal':
            return `${value} === ${toLiteral(model.value)}`;
        case 'date':
            return `${generation.use(operation !== 'isLive' ? 'isWireDate' : 'isDate')}(${value})`;
        case 'template':
            return `${defineTemplate(model, generation)}(${value})`;
        default: {
            const form = generation.use(getFormName(model) ?? '');
            if (operation === 'isLive') return `${form}.isLive(${value})`;
            return `${generation.use('isWireText')}(${form}, ${value}${hasTextLimit(model) ? ', b.limits' : ''})`;
        }
    }
}

function defineTemplate(model: TemplateModel, generation: Generation): string {
    return generation.define('matches', model, templateCode);
}

function templateCode(name: string, model: TemplateModel, generation: Generation): string {
    const texts = [''];
    const holes: string[] = [];
    for (const part of model.parts) {
        if (typeof part === 'string') texts.push((texts.pop() ?? '') + part);
        else {
            texts.push('');
            holes.push(holeCode(part, generation));
        }
    }
    const listed = `[${texts.map(toLiteral).join(', ')}], [${holes.join(', ')}]`;
    return `const ${name} = ${generation.use('createTemplateTest')}(${listed});`;
}

/** A function that tests the text in a hole. */
function holeCode(model: TypeModel, generation: Generation): string {
    const condition = holeCondition(model, generation);
    const call = /^([^\s.!()[\]'"]+)\(h\)$/.exec(condition);
    return call?.[1] ?? `(h) => ${condition}`;
}

function holeCondition(model: TypeModel, generation: Generation): string {
    if (model.kind === 'number') return `${generation.use('isNumberText')}(h)`;
    if (model.kind === 'bigint') return `${generation.use('isBigIntText')}(h)`;
    if (model.kind === 'literal') return `h === ${toLiteral(`${model.value}`)}`;
    if (model.kind === 'boolean') return or(["h === 'true'", "h === 'false'"]);
    if (model.kind === 'union') return or(model.members.map((member) => holeCondition(member, generation)));
    if (model.kind === 'template') return `${defineTemplate(model, generation)}(h)`;
    return and(limitsCode(model, 'h', createScope({generation, operation: 'isWire', depth: '0'})));
}

const defineIs: Readonly<Record<IsScope['operation'], WriteFunction>> = {
    isWire: (name, model, generation) => functionCode(name, model, createScope({generation, operation: 'isWire', depth: 'd'})),
    isStrict: (name, model, generation) =>
        functionCode(name, model, createScope({generation, operation: 'isStrict', depth: 'd'})),
    isLive: (name, model, generation) => functionCode(name, model, createScope({generation, operation: 'isLive', depth: 'd'})),
};

function functionCode(name: string, model: TypeModel, scope: IsScope): string {
    const {generation} = scope;
    const guard = generation.graph.isRecursive(model) ? 'if (d > b.maxDepth) return false;\n' : '';
    const body = isBody(generation.graph.resolve(model), scope);
    return `function ${name}(${toParams(model, scope)}) {\n${indent(guard + body)}\n}`;
}

function isBody(model: ResolvedModel, scope: IsScope): string {
    switch (model.kind) {
        case 'array':
            return isArrayBody(model, scope);
        case 'set':
            return isSetBody(model, scope);
        case 'map':
            return isMapBody(model, scope);
        case 'tuple':
            return `return ${and([`${scope.generation.use('isArray')}(v)`, isTupleCode(model.elements, 'v', scope)])};`;
        case 'object':
        case 'record':
            return isObjectBody(model, scope);
        case 'union':
            return isUnionBody(model, scope);
        case 'codec':
            return isCodecBody(model, scope);
        default:
            return `return ${scope.is(model, 'v')};`;
    }
}

/** The condition that an array has the values of some params. */
export function areParamsCode(
    elements: Parameters<typeof isTupleCode>[0],
    generation: Generation,
    operation: IsPlace['operation'] = 'isWire',
): string {
    return isTupleCode(elements, 'p', createScope({generation, operation, depth: '0'}));
}
