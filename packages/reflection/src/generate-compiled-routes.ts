import type {Definitions, HeaderKind, MethodKind, MethodModel, ParamModel, TypeModel} from '@mionkit/core';
import {COMPILED_ROUTES_VERSION} from '@mionkit/core';
import {paramCheckersCode} from './checker-code.ts';
import {indent, toLiteral} from './code-text.ts';
import {completeModels} from './complete-models.ts';
import {areOwnArguments, decodeElementCode} from './decode-code.ts';
import {encodeCode} from './encode-code.ts';
import {createGeneration, type Generation} from './generation.ts';
import {hashMethod} from './hash-model.ts';
import {isTupleCode} from './is-code.ts';

/** One route or hook to generate code for. */
export interface MethodSource {
    readonly id: string;
    readonly kind: MethodKind;
    readonly model: MethodModel;
    /** The property is optional in the tree's type, so the tree may lack it. */
    readonly optional?: true;
    /** For header hooks: as which kinds of value the header's text is read, tried in this order. */
    readonly headerKinds?: readonly HeaderKind[];
}

/** What code is generated from. */
export interface CompiledRoutesSource {
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
    /** Whether the models go into the code, for programs that serve method metadata. */
    readonly models: boolean;
}

/** Generated JavaScript. */
export interface CompiledRoutesCode {
    /** The body of a function that returns a `CompiledRoutes` object. It uses nothing but its imports. */
    readonly body: string;
    /** The names that it uses of `@mionkit/core/wire`: each as `mion$<name>`. */
    readonly imports: readonly string[];
}

/** JavaScript that validates, decodes and encodes for the methods of one `registerRoutes` call. The models need not be complete. */
export function generateCompiledRoutes(source: CompiledRoutesSource): CompiledRoutesCode {
    const methodModels = Object.fromEntries(source.methods.map(({id, model}) => [id, model]));
    const models = completeModels({methods: methodModels, definitions: source.definitions});
    const generation = createGeneration(models.definitions);
    const methods = source.methods.map((method) => {
        return `${toLiteral(method.id)}: ${methodCode({...method, model: models.methods[method.id] ?? method.model}, generation)}`;
    });
    const fields = [
        `version: ${COMPILED_ROUTES_VERSION}`,
        `methods: {\n${indent(methods.join(',\n'))}\n}`,
        ...(source.models ? [`models: ${toLiteral(JSON.stringify(models))}`] : []),
    ];
    const functions = generation.getFunctions();
    return {
        body: `${functions && `${functions}\n`}return {\n${indent(fields.join(',\n'))}\n};\n`,
        imports: generation.getImports(),
    };
}

function methodCode(method: MethodSource, generation: Generation): string {
    const {params, returns} = method.model;
    const fields = [
        `kind: ${toLiteral(method.kind)}`,
        `hash: ${toLiteral(hashMethod(method.model, generation.hash))}`,
        `paramCount: ${params.some((param) => param.rest) ? -1 : params.length}`,
        ...(method.optional ? ['optional: true'] : []),
        ...(params.length > 0 ? [`params: {\n${indent(paramsCode(params, generation))}\n}`] : []),
        ...(method.headerKinds ? [`headerKinds: ${JSON.stringify(method.headerKinds)}`] : []),
        ...(returns.kind === 'undefined' ? [] : [`encode: ${encodeResultCode(returns, generation)}`]),
        ...errorDataCode(method.model, generation),
    ];
    return `{\n${indent(fields.join(',\n'))}\n}`;
}

function paramsCode(params: readonly ParamModel[], generation: Generation): string {
    const fields = [
        `isWire: (p, b) => ${isTupleCode({elements: params}, 'p', {generation, operation: 'isWire', depth: '0'})}`,
        `errors: (p, b) => ${generation.use('listIssues')}(${paramCheckersCode(params, generation)}, p, {budget: b})`,
    ];
    if (!areOwnArguments(params, generation)) {
        const values = params.map((param, index) => decodeElementCode(param, `p[${index}]`, {generation, depth: '0'}));
        fields.push(`decode: (p, b) => [${values.join(', ')}]`);
    }
    return fields.join(',\n');
}

function encodeResultCode(model: TypeModel, generation: Generation): string {
    if (model.kind === 'unknown') return generation.use('encodeUnknown');
    const needsBudget = generation.needsBudget(model);
    const text = encodeCode(model, 'v', {generation, depth: '0', place: ''});
    const absent = generation.graph.acceptsUndefined(model) ? 'v === undefined ? undefined : ' : '';
    return `(v${needsBudget ? `, b = ${generation.use('createEncodeBudget')}()` : ''}) => ${absent}${text}`;
}

function errorDataCode({errors = []}: MethodModel, generation: Generation): readonly string[] {
    const entries = errors.flatMap(({name, errorData}) =>
        errorData ? [`${toLiteral(name ?? '*')}: ${encodeResultCode(errorData, generation)}`] : [],
    );
    return entries.length > 0 ? [`encodeErrorData: {\n${indent(entries.join(',\n'))}\n}`] : [];
}
