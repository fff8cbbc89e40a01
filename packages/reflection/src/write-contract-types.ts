import type {ErrorModel, MethodModel} from '@mionkit/core';
import {indent} from './code-text.ts';
import {toComment} from './comment-text.ts';
import {constraintNames} from './constraint-texts.ts';
import {type ContractCall, listPublicMethods, mergeDefinitions} from './contract-calls.ts';
import {type ContractNames, createContractNames} from './contract-names.ts';
import type {MethodSource} from './generate-compiled-routes.ts';
import {toParamsText} from './params-text.ts';
import {toBlock, toPropertyName, toTypeText, toUnionText} from './type-text.ts';

/**
 * TypeScript declarations of the API that these calls register, for clients that can't see its sources. The models need not be complete.
 *
 * They export `MyApi`, for `initClient<MyApi>(…)`, and every type that has a name. Ids and names come sorted.
 */
export function writeContractTypes(source: readonly ContractCall[]): string {
    const {calls, definitions} = mergeDefinitions(source);
    const methods = listPublicMethods(calls);
    const names = createContractNames(definitions);
    const tree = toTreeText(toTree(methods), names);
    const types = [
        `/** The API, for \`initClient<MyApi>({baseURL, metadata})\`. */\nexport type MyApi = Api<MyRoutes>;`,
        `/** The routes and hooks of the API. */\nexport type MyRoutes = ${tree};`,
        ...names.declare(),
    ];
    const text = types.join('\n\n');
    return `${[`// Written by \`mion contract\`.\n${toImports(text)}`, text, ...listHelpers(text)].join('\n\n')}\n`;
}

/** Types that some texts refer to. */
const helpers: Readonly<Record<string, string>> = {
    CodecInstance: `/** An instance of the class that this program declares as a codec in \`Codecs\` of \`@mionkit/core\`, and registers with \`defineCodec\`. */
type CodecInstance<TName extends string> =
    Codecs extends Readonly<Record<TName, Codec<infer TInstance, infer _TWire>>>
        ? TInstance
        : \`There is no codec '\${TName}' in the interface Codecs.\`;`,
    ByteStream: `/** \`ReadableStream<Uint8Array>\`, which the types of the platform declare. */
type ByteStream = typeof globalThis extends {Response: {prototype: {body: infer TBody}}} ? NonNullable<TBody> : never;`,
    NodeBuffer: `/** Node's \`Buffer\`; on other platforms it is a plain \`Uint8Array\`. */
type NodeBuffer = typeof globalThis extends {Buffer: {prototype: infer TBuffer}} ? TBuffer : Uint8Array;`,
};

function listHelpers(text: string): string[] {
    return Object.entries(helpers).flatMap(([name, helper]) => (mentions(text, name) ? [helper] : []));
}

function toImports(text: string): string {
    const all = ['Api', 'RpcError', ...constraintNames].filter((name) => mentions(text, name));
    if (mentions(text, 'CodecInstance')) all.push('Codec', 'Codecs');
    return `import type {${all.sort().join(', ')}} from '@mionkit/core';`;
}

function mentions(text: string, name: string): boolean {
    return new RegExp(`\\b${name}\\b`).test(text);
}

interface Tree {
    readonly [name: string]: Tree | MethodSource;
}

interface MutableTree {
    [name: string]: MutableTree | MethodSource;
}

function toTree(methods: readonly MethodSource[]): Tree {
    const tree: MutableTree = Object.create(null);
    for (const method of methods) {
        const names = method.id.split('/');
        const last = names.pop() ?? '';
        let group = tree;
        for (const name of names) {
            group[name] ??= Object.create(null) as MutableTree;
            group = group[name] as MutableTree;
        }
        group[last] = method;
    }
    return tree;
}

function isMethod(item: Tree | MethodSource): item is MethodSource {
    return typeof item.id === 'string';
}

function toTreeText(tree: Tree, names: ContractNames, isInOptional = false): string {
    const members = Object.entries(tree).map(([name, item]) => {
        const isOptional = !isInOptional && areOptional(item);
        const text = isMethod(item) ? toMethodText(item, names) : toTreeText(item, names, isInOptional || isOptional);
        return `${isMethod(item) ? toMethodComment(item.model) : ''}${toPropertyName(name)}${isOptional ? '?' : ''}: ${text};`;
    });
    return `{\n${indent(members.join('\n'))}\n}`;
}

/** Of an optional group only its methods are known to be. */
function areOptional(item: Tree | MethodSource): boolean {
    return isMethod(item) ? item.optional === true : Object.values(item).every(areOptional);
}

function toMethodComment({description, params}: MethodModel): string {
    const tags = params.flatMap((param) =>
        param.description === undefined ? [] : [`@param ${param.name} ${param.description}`],
    );
    return toComment(description, tags);
}

function toMethodText({kind, headerName, model}: MethodSource, names: ContractNames): string {
    const text = `(${toParamsText(model.params, names.nameType)}) => ${toResultText(model, names)}`;
    if (kind === 'route') return text;
    return toBlock([
        ...(headerName === undefined ? [] : [`headerName: ${toTypeText({kind: 'literal', value: headerName}, names.nameType)}`]),
        `hook: ${text}`,
    ]);
}

function toResultText({returns, errors = []}: MethodModel, names: ContractNames): string {
    const members = returns.kind === 'union' ? returns.members : [returns];
    const values = returns.kind === 'undefined' ? ['void'] : members.map((member) => toTypeText(member, names.nameType));
    return toUnionText([...values, ...errors.map((error) => toErrorText(error, names))]);
}

function toErrorText({name, errorData}: ErrorModel, names: ContractNames): string {
    const nameText = name === undefined ? 'string' : toTypeText({kind: 'literal', value: name}, names.nameType);
    if (errorData !== undefined) return `RpcError<${nameText}, ${toTypeText(errorData, names.nameType)}>`;
    return name === undefined ? 'RpcError' : `RpcError<${nameText}>`;
}
