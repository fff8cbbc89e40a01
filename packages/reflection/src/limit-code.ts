import type {BigIntModel, BytesModel, DateModel, FormatName, NumberModel, StringModel, TypeKind, TypeModel} from '@mionkit/core';
import {toLiteral} from './code-text.ts';
import type {Generation} from './generation.ts';
import type {IsScope} from './is-scope.ts';

const none: readonly string[] = [];

/** The conditions that a value of the right kind keeps to the constraints of its model. */
export function limitsCode(model: TypeModel, value: string, scope: IsScope): readonly string[] {
    if (Object.keys(model).length === 1) return none;
    switch (model.kind) {
        case 'string':
            return stringCode(model, value, scope.generation);
        case 'number':
            return numberCode(model, value, scope.generation);
        case 'bigint':
            return bigintCode(model, value, scope.generation);
        case 'date':
            return dateCode(model, value, scope.generation);
        case 'bytes':
            return bytesCode(model, value, scope);
        case 'array':
        case 'set':
        case 'map':
            return itemsCode(model, value, scope);
        default:
            return none;
    }
}

function stringCode(model: StringModel, value: string, generation: Generation): readonly string[] {
    const {minLength, maxLength, pattern, format} = model;
    return [
        ...compare(`${value}.length`, '>=', minLength),
        ...compare(`${value}.length`, '<=', maxLength),
        ...(format === undefined ? [] : [`${generation.use(getFormatTest(format))}(${value})`]),
        ...(pattern === undefined ? [] : [`${definePattern(pattern, generation)}.test(${value})`]),
    ];
}

function definePattern(pattern: string, generation: Generation): string {
    return generation.define('pattern', {kind: 'string', pattern}, patternCode);
}

function patternCode(name: string, {pattern = ''}: StringModel, generation: Generation): string {
    return `const ${name} = ${generation.use('createPattern')}(${toLiteral(pattern)});`;
}

const formatTests: Readonly<Record<FormatName, string>> = {
    email: 'isEmail',
    uuid: 'isUuid',
    url: 'isUrl',
    date: 'isDateText',
    'date-time': 'isDateTimeText',
    time: 'isTimeText',
    duration: 'isDuration',
    hostname: 'isHostname',
    ipv4: 'isIpv4',
    ipv6: 'isIpv6',
};

/** The function that tests a format. */
export function getFormatTest(format: string): string {
    if (!Object.hasOwn(formatTests, format)) throw new Error(`There is no string format '${format}'.`);
    return formatTests[format as FormatName];
}

function numberCode(model: NumberModel, value: string, generation: Generation): readonly string[] {
    return [
        ...(model.integer ? [`${generation.use('isInteger')}(${value})`] : []),
        ...compare(value, '>=', model.min),
        ...compare(value, '<=', model.max),
        ...compare(value, '>', model.exclusiveMin),
        ...compare(value, '<', model.exclusiveMax),
        ...(model.multipleOf === undefined ? [] : [`${generation.use('isMultipleOf')}(${value}, ${model.multipleOf})`]),
    ];
}

function bigintCode({min, max}: BigIntModel, value: string, generation: Generation): readonly string[] {
    if (min === undefined && max === undefined) return [];
    return [`${generation.use('isBigIntBetween')}(${value}, ${toLiteral(min ?? '')}, ${toLiteral(max ?? '')})`];
}

function dateCode({after, before}: DateModel, value: string, generation: Generation): readonly string[] {
    if (after === undefined && before === undefined) return [];
    const time = `${generation.use('getTime')}(${value})`;
    return [...compare(time, '>', toTime(after)), ...compare(time, '<', toTime(before))];
}

function toTime(bound: string | undefined): number | undefined {
    return bound === undefined ? undefined : new Date(bound).getTime();
}

function bytesCode({maxSize}: BytesModel, value: string, {generation, operation}: IsScope): readonly string[] {
    const size = operation !== 'isLive' ? `${generation.use('countBytes')}(${value})` : `${value}.byteLength`;
    return compare(size, '<=', maxSize);
}

function itemsCode(
    model: {readonly kind: TypeKind; readonly minItems?: number; readonly maxItems?: number},
    value: string,
    {operation}: IsScope,
): readonly string[] {
    const size = `${value}.${model.kind === 'array' || operation !== 'isLive' ? 'length' : 'size'}`;
    return [...compare(size, '>=', model.minItems), ...compare(size, '<=', model.maxItems)];
}

function compare(value: string, operator: string, bound: number | undefined): readonly string[] {
    return bound === undefined ? [] : [`${value} ${operator} ${bound}`];
}

const limitFields: Partial<Readonly<Record<TypeKind, readonly string[]>>> = {
    string: ['minLength', 'maxLength', 'pattern'],
    number: ['integer', 'min', 'max', 'exclusiveMin', 'exclusiveMax', 'multipleOf'],
    bigint: ['min', 'max'],
    date: ['after', 'before'],
    bytes: ['maxSize'],
    array: ['minItems', 'maxItems', 'uniqueItems'],
    set: ['minItems', 'maxItems'],
    map: ['minItems', 'maxItems'],
};

const limitNames: Partial<Readonly<Record<TypeKind, string>>> = {array: 'itemLimits', set: 'itemLimits', map: 'itemLimits'};

/** The rule of a kind, with the constraints that models of it have. */
export function ruleCode(kind: TypeKind, models: readonly TypeModel[], generation: Generation): string {
    const rule = generation.use(`${kind}Rule`);
    const formats = [...new Set(models.flatMap((model) => (model.kind === 'string' && model.format ? [model.format] : [])))];
    const isLimited = models.some((model) => limitFields[kind]?.some((field) => field in model));
    const tests = formats.map((format) => `${toLiteral(format)}: ${generation.use(getFormatTest(format))}`);
    const limits = [
        ...(isLimited ? [`...${generation.use(limitNames[kind] ?? `${kind}Limits`)}`] : []),
        ...(tests.length > 0 ? [`format: ${generation.use('createFormatLimit')}({${tests.join(', ')}})`] : []),
    ];
    return limits.length > 0 ? `${generation.use('withLimits')}(${rule}, {${limits.join(', ')}})` : rule;
}
