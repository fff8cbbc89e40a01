import type {Definitions, HeaderKind, MethodKind, MethodModel, TypeModel} from '@mionkit/core';
import {COMPILED_ROUTES_VERSION} from '@mionkit/core';
import {indent, toFunction, toLiteral} from './code-text.ts';
import {createCompletion} from './complete-models.ts';
import {areOwnArguments, decodeParamsCode} from './decode-code.ts';
import {encodeCode} from './encode-code.ts';
import {type Code, createGeneration, type Generation} from './generation.ts';
import {hasReference} from './has-reference.ts';
import {hashMethod} from './hash-model.ts';
import {areParamsCode, isCode} from './is-code.ts';
import {typesCode} from './types-code.ts';

/** One route or hook to generate code for. */
export interface MethodSource {
    readonly id: string;
    readonly kind: MethodKind;
    readonly model: MethodModel;
    /** The property is optional in the tree's type, so the tree may lack it. */
    readonly optional?: true;
    /** For header hooks: the header's name, where the source says it. */
    readonly headerName?: string;
    /** For header hooks: as which kinds of value the header's text is read, tried in this order. */
    readonly headerKinds?: readonly HeaderKind[];
}

/** What code is generated from. */
export interface CompiledRoutesSource {
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
    /** Whether the models go into the code, for programs that serve method metadata. */
    readonly models: boolean;
    /** Also what `validateReturn` needs. @default false */
    readonly isResult?: boolean;
    /** Also what `unknownProperties: 'reject'` needs. @default false */
    readonly undeclared?: boolean;
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
    const {definitions, complete} = createCompletion(source.definitions);
    const completed = source.methods.map((method) => ({...method, model: complete(method.model)}));
    const generation = createGeneration(definitions);
    const context = {source, generation, memory: findMemory(source), codecs: createCodecFunctions()};
    const methods = completed.map((method) => `${toLiteral(method.id)}: ${methodCode(method, context)}`);
    const models = new Map(completed.map(({id, model}) => [id, model]));
    const types = typesCode({methods: models, definitions}, {generation, whole: source.models});
    const fields = [
        `version: ${COMPILED_ROUTES_VERSION}`,
        `methods: {\n${indent(methods.join(',\n'))}\n}`,
        ...(source.methods.some(({model}) => model.params.length > 0) ? ['listIssues'] : []),
        ...(source.models ? ['getModels: getTypes'] : []),
        ...(source.isResult ? ['validateReturn: true'] : []),
        ...(source.undeclared ? ["unknownProperties: 'reject'"] : []),
    ];
    const texts = [types, generation.getFunctions(), context.codecs.getText(), `return {\n${indent(fields.join(',\n'))}\n};\n`];
    return {body: texts.filter(Boolean).join('\n'), imports: generation.getImports()};
}

interface MethodContext {
    readonly source: CompiledRoutesSource;
    readonly generation: Generation;
    readonly memory: MethodMemory;
    readonly codecs: CodecFunctions;
}

/** The code that follows from a method's model alone. */
interface MethodPieces {
    readonly hash: string;
    /** The body of a function that makes its codec, where it needs one. */
    readonly codec: Code | undefined;
}

/** The functions that make codecs: one for all methods whose codecs are alike. */
interface CodecFunctions {
    /** The name of the function with this body. */
    readonly define: (body: string) => string;
    readonly getText: () => string;
}

function createCodecFunctions(): CodecFunctions {
    const names = new Map<string, string>();
    return {
        define(body) {
            const name = names.get(body) ?? `codec${names.size + 1}`;
            names.set(body, name);
            return name;
        },
        getText: () => [...names].map(([body, name]) => `function ${name}() {\n${body}\n}`).join('\n'),
    };
}

function methodCode(method: MethodSource, context: MethodContext): string {
    const {params, returns} = method.model;
    const {hash, codec} = rememberPieces(method.model, context);
    const paramCount = params.some((param) => param.rest) ? -1 : params.length;
    const getCodec = codec && context.codecs.define(context.generation.add(codec));
    if (method.kind === 'route' && !method.optional && returns.kind !== 'undefined' && getCodec !== undefined)
        return `${context.generation.use('toRoute')}(${toLiteral(hash)}, ${paramCount}, ${getCodec})`;
    const fields = [
        `kind: ${toLiteral(method.kind)}`,
        `hash: ${toLiteral(hash)}`,
        `paramCount: ${paramCount}`,
        ...(method.optional ? ['optional: true'] : []),
        ...(method.headerKinds ? [`headerKinds: ${JSON.stringify(method.headerKinds)}`] : []),
        ...(returns.kind === 'undefined' ? [] : ['hasResult: true']),
        ...(getCodec === undefined ? [] : [`getCodec: ${getCodec}`]),
    ];
    return `{${fields.join(', ')}}`;
}

/** What was generated before for methods without references, which say all about themselves. */
type MethodMemory = WeakMap<MethodModel, MethodPieces>;

/** By what the code can do. */
const memories = new Map<string, MethodMemory>();

function findMemory({isResult = false, undeclared = false}: CompiledRoutesSource): MethodMemory {
    const key = JSON.stringify({isResult, undeclared});
    const memory: MethodMemory = memories.get(key) ?? new WeakMap();
    memories.set(key, memory);
    return memory;
}

function rememberPieces(model: MethodModel, context: MethodContext): MethodPieces {
    const known = context.memory.get(model);
    if (known !== undefined) return known;
    const pieces = makePieces(model, context);
    if (!hasReference(model)) context.memory.set(model, pieces);
    return pieces;
}

function makePieces(model: MethodModel, context: MethodContext): MethodPieces {
    const {generation} = context;
    const codec = generation.make(() => {
        const fields = codecFields(model, context);
        return fields.length === 0 ? '' : indent(`return {\n${indent(fields.join(',\n'))}\n};`);
    });
    return {hash: hashMethod(model, generation.hash), codec: codec.text === '' ? undefined : codec};
}

function codecFields(model: MethodModel, context: MethodContext): readonly string[] {
    const {generation, source} = context;
    const {params, returns} = model;
    const result = returns.kind === 'stream' ? returns.items : returns;
    const hasResult = result !== undefined && result.kind !== 'undefined';
    return [
        ...(params.length > 0 ? [`params: {\n${indent(paramsCode(model, context))}\n}`] : []),
        ...(returns.kind === 'stream' ? [`stream: ${generation.use(returns.items ? 'streamValues' : 'streamBytes')}`] : []),
        ...(hasResult ? [`encode: ${encodeResultCode(result, generation, returns.kind !== 'stream')}`] : []),
        ...(hasResult && source.isResult
            ? [`isResult: ${toFunction(['v', 'b'], isCode(result, 'v', {generation, operation: 'isLive', depth: '0'}))}`]
            : []),
        ...errorDataCode(model, generation),
    ];
}

function paramsCode({params}: MethodModel, {generation, source}: MethodContext): string {
    const isWire = areParamsCode(params, generation);
    const fields = [`isWire: ${toFunction(['p', 'b'], isWire)}`];
    if (!areOwnArguments(params, generation))
        fields.push(`decode: ${toFunction(['p', 'b'], decodeParamsCode(params, generation))}`);
    if (source.undeclared) {
        const isStrict = areParamsCode(params, generation, 'isStrict');
        if (isStrict !== isWire) fields.push(`isStrict: ${toFunction(['p', 'b'], isStrict)}`);
    }
    return fields.join(',\n');
}

/** `mayBeAbsent` is off for the values of a stream, which all travel. */
function encodeResultCode(model: TypeModel, generation: Generation, mayBeAbsent = true): string {
    if (model.kind === 'unknown') return generation.use('encodeUnknown');
    const needsBudget = generation.needsBudget('encode', model);
    const text = encodeCode(model, 'v', {generation, depth: '0'});
    const absent = mayBeAbsent && generation.graph.acceptsUndefined(model) ? 'v === undefined ? undefined : ' : '';
    if (!needsBudget) return toFunction(['v'], absent + text);
    return `(v, b = ${generation.use('createEncodeBudget')}()) => ${absent}${text}`;
}

function errorDataCode({errors = []}: MethodModel, generation: Generation): readonly string[] {
    const entries = errors.flatMap(({name, errorData}) =>
        errorData ? [`${toLiteral(name ?? '*')}: ${encodeResultCode(errorData, generation)}`] : [],
    );
    return entries.length > 0 ? [`encodeErrorData: {\n${indent(entries.join(',\n'))}\n}`] : [];
}
