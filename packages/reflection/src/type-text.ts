import type {IndexModel, LiteralModel, ObjectModel, PropertyModel, RefModel, TemplateModel, TypeModel} from '@mionkit/core';
import {indent, toLiteral} from './code-text.ts';
import {toComment} from './comment-text.ts';
import {constraintTexts} from './constraint-texts.ts';

/** The name that stands for a type, if one does. */
export type NameType = (model: RefModel | ObjectModel) => string | undefined;

/** A type as TypeScript writes it. */
export function toTypeText(model: TypeModel, nameType: NameType): string {
    const named = model.kind === 'ref' || model.kind === 'object' ? nameType(model) : undefined;
    return named ?? toStructureText(model, nameType);
}

/** A type as TypeScript writes it, with its own structure even if it has a name. */
export function toStructureText(model: TypeModel, nameType: NameType): string {
    return [toBaseText(model, nameType), ...constraintTexts(model)].join(' & ');
}

function toBaseText(model: TypeModel, nameType: NameType): string {
    const toText = (part: TypeModel) => toTypeText(part, nameType);
    switch (model.kind) {
        case 'bigint':
            return model.min !== undefined && model.min === model.max ? `${model.min}n` : 'bigint';
        case 'literal':
            return toLiteralText(model);
        case 'template':
            return toTemplateText(model, toText);
        case 'date':
            return 'Date';
        case 'url':
            return 'URL';
        case 'regexp':
            return 'RegExp';
        case 'bytes':
            return model.type === 'Buffer' ? 'NodeBuffer' : model.type;
        case 'array':
            return `${toItemText(model.items, nameType)}[]`;
        case 'set':
            return `Set<${toText(model.items)}>`;
        case 'map':
            return `Map<${toText(model.keys)}, ${toText(model.values)}>`;
        case 'tuple':
            return `[${model.elements.map((element) => toElementText(element, nameType)).join(', ')}]`;
        case 'record':
            return toObjectText([], model.indexes, toText);
        case 'object':
            return toMergedText(model, toText);
        case 'union':
            return toUnionText(model.members.map(toText));
        case 'codec':
            return `CodecInstance<${toLiteralText({kind: 'literal', value: model.name})}>`;
        case 'stream':
            return model.items ? `AsyncIterable<${toText(model.items)}>` : 'ByteStream';
        case 'ref':
            return model.name;
        default:
            return model.kind;
    }
}

function toLiteralText({value}: Pick<LiteralModel, 'value'> & {readonly kind: 'literal'}): string {
    return typeof value === 'string' && /^[^'"\\\p{C}\u2028\u2029]*$/u.test(value) ? `'${value}'` : toLiteral(value);
}

function toTemplateText({parts}: TemplateModel, toText: (part: TypeModel) => string): string {
    const texts = parts.map((part) =>
        typeof part === 'string' ? part.replaceAll(/[\\`]|\$\{/g, '\\$&') : `\${${toText(part)}}`,
    );
    return `\`${texts.join('')}\``;
}

/** A type in front of `[]` or `?`. */
function toItemText(model: TypeModel, nameType: NameType): string {
    const text = toTypeText(model, nameType);
    const isName = (model.kind === 'ref' || model.kind === 'object') && nameType(model) !== undefined;
    const isCompound = model.kind === 'union' || isIntersection(model) || constraintTexts(model).length > 0;
    return isCompound && !isName ? `(${text})` : text;
}

function isIntersection(model: TypeModel): boolean {
    return model.kind === 'object' && model.indexes !== undefined;
}

function toElementText({type, optional, rest}: {type: TypeModel; optional?: true; rest?: true}, nameType: NameType): string {
    const text = toItemText(type, nameType);
    if (rest) return `...${text}[]`;
    return optional ? `${text}?` : toTypeText(type, nameType);
}

/** Alphabetically, because the checker's order changes with the program; what stands for no value comes last. */
export function toUnionText(texts: readonly string[]): string {
    const last = ['null', 'undefined', 'void'];
    return [...new Set(texts)].sort((a, b) => last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : 1)).join(' | ');
}

/** TypeScript refuses a property that its index signature doesn't include, but not an intersection of both. */
function toMergedText({properties, indexes}: ObjectModel, toText: (part: TypeModel) => string): string {
    if (!indexes) return toObjectText(properties, [], toText);
    return `${toObjectText(properties, [], toText)} & ${toObjectText([], indexes, toText)}`;
}

const longestLine = 100;

function toObjectText(
    properties: readonly PropertyModel[],
    indexes: readonly IndexModel[],
    toText: (part: TypeModel) => string,
): string {
    const members = [
        ...properties.map((property) => toPropertyText(property, toText)),
        ...indexes.map(({keys, values}) => `[key: ${toText(keys)}]: ${toText(values)}`),
    ];
    return toBlock(members);
}

/** Members in braces: in one line where that is short. */
export function toBlock(members: readonly string[]): string {
    const line = `{${members.join('; ')}}`;
    if (line.length <= longestLine && !line.includes('\n')) return line;
    return `{\n${indent(members.map((member) => `${member};`).join('\n'))}\n}`;
}

function toPropertyText({name, type, optional, description}: PropertyModel, toText: (part: TypeModel) => string): string {
    return `${toComment(description)}${toPropertyName(name)}${optional ? '?' : ''}: ${toText(type)}`;
}

/** The name of a property, quoted where it has to be. */
export function toPropertyName(name: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : toLiteralText({kind: 'literal', value: name});
}
