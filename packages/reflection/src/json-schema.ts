import type {
    Definitions,
    IndexModel,
    ObjectModel,
    RecordModel,
    StringModel,
    TemplateModel,
    TupleModel,
    TypeModel,
    UnionModel,
} from '@mionkit/core';
import {acceptsUndefined, getLengths, resolveRef} from '@mionkit/core/wire';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = {readonly [keyword: string]: unknown};

/**
 * The JSON Schema (draft 2020-12) of a complete model's wire form.
 *
 * It accepts what the generated `isWire` accepts, except that JSON Schema can't say: that a day exists, that a URL or regular expression can be
 * parsed, that the keys of a map differ, that the members of a set differ where some are arrays or objects (which are all different, and
 * tagged ones are arrays), the range of a bigint or a date, and how deep values may be nested. What it can't say it lets pass. `pattern`s and `format`s are given as they are, so a validator has to assert formats and to count characters as code points
 * where a type counts UTF-16 code units. The schema of a stream is that of each of its values.
 */
export function toJsonSchema(model: TypeModel, definitions: Definitions = {}): JsonSchema {
    const schema = toSchema(model, {definitions});
    const defined = Object.entries(definitions).map(([name, definition]) => [name, toSchema(definition, {definitions})]);
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        ...schema,
        ...(defined.length > 0 && {$defs: Object.fromEntries(defined)}),
    };
}

interface Context {
    readonly definitions: Definitions;
}

const date = '^(\\d{4}|\\+\\d{6}|-(?!000000)\\d{6})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const time = 'T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$';

function toSchema(model: TypeModel, context: Context): JsonSchema {
    switch (model.kind) {
        case 'string':
            return toStringSchema(model);
        case 'number':
            return {
                type: model.integer ? 'integer' : 'number',
                ...pick({minimum: model.min, maximum: model.max, exclusiveMinimum: model.exclusiveMin}),
                ...pick({exclusiveMaximum: model.exclusiveMax, multipleOf: model.multipleOf}),
            };
        case 'boolean':
        case 'null':
            return {type: model.kind};
        case 'undefined':
            return {type: 'null'};
        case 'unknown':
            return {};
        case 'literal':
            return {const: model.value};
        case 'template':
            return {type: 'string', pattern: `^${toPattern(model)}$`};
        case 'date':
            return {type: 'string', pattern: date + time};
        case 'url':
            return {type: 'string', pattern: webUrl, maxLength: 8192};
        case 'regexp':
            return {type: 'string', pattern: '^/[^]+/[dgimsuvy]*$', maxLength: 1024};
        case 'bigint':
            return {type: 'string', pattern: '^(0|-?[1-9]\\d{0,1299})$'};
        case 'bytes':
            return {
                type: 'string',
                contentEncoding: 'base64',
                pattern: '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$',
                ...pick({maxLength: model.maxSize === undefined ? undefined : Math.ceil(model.maxSize / 3) * 4}),
            };
        case 'array':
            return {
                type: 'array',
                items: toSchema(model.items, context),
                ...pick(toSizes(model)),
                ...pick({uniqueItems: model.uniqueItems}),
            };
        case 'set':
            return {
                type: 'array',
                items: toSchema(model.items, context),
                ...pick(toSizes(model)),
                ...(!mayRepeat(model.items, context) && {uniqueItems: true}),
            };
        case 'map':
            return {
                type: 'array',
                items: toTupleSchema({kind: 'tuple', elements: [{type: model.keys}, {type: model.values}]}, context),
                ...pick(toSizes(model)),
            };
        case 'tuple':
            return toTupleSchema(model, context);
        case 'object':
        case 'record':
            return toObjectSchema(model, context);
        case 'union':
            return toUnionSchema(model, context);
        case 'codec':
            return toSchema(model.wire, context);
        case 'stream':
            return model.items ? toSchema(model.items, context) : {type: 'string', contentMediaType: 'application/octet-stream'};
        case 'ref':
            return {$ref: `#/$defs/${encodeURIComponent(model.name)}`};
    }
}

/** The keywords that have a value. */
function pick(keywords: JsonSchema): JsonSchema {
    return Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
}

function toSizes({minItems, maxItems}: {readonly minItems?: number; readonly maxItems?: number}): JsonSchema {
    return {minItems, maxItems};
}

const webUrl = '^[hH][tT][tT][pP][sS]?://';

/** JSON Schema knows the formats by the same names, but for URLs, which are URIs of the web. */
function toStringSchema({minLength, maxLength, pattern, format}: StringModel): JsonSchema {
    const url = format === 'url' ? {allOf: [{pattern: webUrl}]} : {};
    return {type: 'string', ...pick({minLength, maxLength, pattern, format: format === 'url' ? 'uri' : format}), ...url};
}

const holePatterns: Partial<Readonly<Record<TypeModel['kind'], string>>> = {
    number: '[^]+',
    bigint: '-?(0|[1-9]\\d*|0[xX][\\da-fA-F]+|0[bB][01]+|0[oO][0-7]+)',
    boolean: '(true|false)',
};

/** Numbers in holes have many forms, so any text is let pass there. */
function toPattern(model: TemplateModel): string {
    return model.parts.map((part) => (typeof part === 'string' ? escapePattern(part) : toHolePattern(part))).join('');
}

function toHolePattern(model: TypeModel): string {
    if (model.kind === 'literal') return escapePattern(`${model.value}`);
    if (model.kind === 'union') return `(${model.members.map(toHolePattern).join('|')})`;
    if (model.kind === 'template') return toPattern(model);
    return holePatterns[model.kind] ?? '[^]*';
}

function escapePattern(text: string): string {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What stands after a rest element can't be said by place, so each of those values may be any of what follows. */
function toTupleSchema({elements}: TupleModel, context: Context): JsonSchema {
    const rest = elements.findIndex((element) => element.rest);
    const [least, most] = getLengths(elements);
    const places = elements.slice(0, rest < 0 ? elements.length : rest);
    const prefixItems = places.map(({type, optional}) => {
        const schema = toSchema(type, context);
        return optional ? {anyOf: [schema, {type: 'null'}]} : schema;
    });
    const others = rest < 0 ? [] : elements.slice(rest).map(({type}) => toSchema(type, context));
    return {
        type: 'array',
        ...(prefixItems.length > 0 && {prefixItems}),
        items: others.length > 1 ? {anyOf: others} : (others[0] ?? false),
        ...(least > 0 && {minItems: least}),
        ...(most !== Number.POSITIVE_INFINITY && {maxItems: most}),
    };
}

function toObjectSchema(model: ObjectModel | RecordModel, context: Context): JsonSchema {
    const properties = model.kind === 'object' ? model.properties : [];
    const required = properties.filter(({type, optional}) => !optional && !acceptsUndefined(type, context)).map(({name}) => name);
    const schemas = properties.map(({name, type, description}) => [name, {...toSchema(type, context), ...pick({description})}]);
    return {
        type: 'object',
        ...pick({title: model.kind === 'object' ? model.name : undefined}),
        ...(schemas.length > 0 && {properties: Object.fromEntries(schemas)}),
        ...(required.length > 0 && {required}),
        ...toIndexSchema(model.indexes ?? [], {names: properties.map(({name}) => name), context}),
    };
}

/** Index signatures are for keys that aren't declared. */
function toIndexSchema(
    indexes: readonly IndexModel[],
    {names, context}: {names: readonly string[]; context: Context},
): JsonSchema {
    if (indexes.length === 0) return {};
    const declared = names.length > 0 ? `(?!(?:${names.map(escapePattern).join('|')})$)` : '';
    const patterns = indexes.map(({keys, values}) => [`^${declared}${toKeyPattern(keys)}$`, toSchema(values, context)]);
    return {patternProperties: Object.fromEntries(patterns), propertyNames: {not: {const: '__proto__'}}};
}

function toKeyPattern(keys: TypeModel): string {
    if (keys.kind === 'number') return '(?:-?(?:0|[1-9]\\d*)(?:\\.\\d*[1-9])?|-?\\d(?:\\.\\d*[1-9])?e[+-]\\d+|NaN|-?Infinity)';
    return keys.kind === 'template' ? toPattern(keys) : '[^]*';
}

function toUnionSchema({members, tags}: UnionModel, context: Context): JsonSchema {
    const literals = members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
    if (!tags && literals.length === members.length) return {enum: literals};
    const schemas = members.map((member, index) => {
        const schema = toSchema(member, context);
        const tag = tags?.[index];
        return tag ? {type: 'array', prefixItems: [{const: tag}, schema], items: false, minItems: 2} : schema;
    });
    return {anyOf: schemas};
}

/** Whether a set may have members that look alike on the wire: arrays and objects, which are all different. */
function mayRepeat(model: TypeModel, context: Context): boolean {
    if (model.kind === 'ref') return mayRepeat(resolveRef(model, context), context);
    if (model.kind === 'codec') return mayRepeat(model.wire, context);
    if (model.kind === 'union') return model.tags !== undefined || model.members.some((member) => mayRepeat(member, context));
    return ['array', 'tuple', 'set', 'map', 'object', 'record', 'unknown'].includes(model.kind);
}
