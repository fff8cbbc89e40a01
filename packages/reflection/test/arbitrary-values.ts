import type {Definitions, IndexModel, PropertyModel, TupleElementModel, TypeModel} from '@mionkit/core';
import fc from 'fast-check';

const cutOff = Symbol('a recursive type that would go on');

/** Whether a value is all there: recursive types are cut off somewhere. */
export function isWhole(value: unknown): boolean {
    if (value instanceof Map || value instanceof Set) return [...value].every(isWhole);
    return typeof value === 'object' && value !== null ? Object.values(value).every(isWhole) : value !== cutOff;
}

/** Live values of complete types, not all of them whole. */
export function arbitraryValue(model: TypeModel, definitions: Definitions, depth = 0): fc.Arbitrary<unknown> {
    const of = (type: TypeModel) => arbitraryValue(type, definitions, depth + 1);
    const maxLength = depth > 4 ? 0 : 3;
    switch (model.kind) {
        case 'string':
            if (model.format) return fc.uuid();
            return fc.string({minLength: model.minLength ?? 0, unit: 'binary'});
        case 'number':
            return model.integer ? fc.nat() : fc.double({noNaN: true, noDefaultInfinity: true}).map(withoutSign);
        case 'boolean':
            return fc.boolean();
        case 'bigint':
            return fc.bigInt();
        case 'null':
            return fc.constant(null);
        case 'undefined':
            return fc.constant(undefined);
        case 'unknown':
            return fc.jsonValue({maxDepth: 2}).map((value) => JSON.parse(JSON.stringify(value)));
        case 'literal':
            return fc.constant(model.value);
        case 'template':
            return fc.nat().map((number) => `id-${number}`);
        case 'date':
            return fc.date({noInvalidDate: true});
        case 'url':
            return fc.constantFrom('https://a.b/c?d=e#f', 'http://localhost:1/').map((text) => new URL(text));
        case 'regexp':
            return fc.constantFrom(/a\/b/, /[^"\\]+/giu);
        case 'bytes':
            return fc.uint8Array({maxLength: 5}).map((bytes) => new Uint8Array(bytes));
        case 'array':
            return fc.array(of(model.items), {maxLength});
        case 'set':
            return fc.uniqueArray(of(model.items), {maxLength, selector: toKey}).map((items) => new Set(items));
        case 'map': {
            const entry = fc.tuple(of(model.keys), of(model.values));
            return fc.uniqueArray(entry, {maxLength, selector: ([key]) => toKey(key)}).map((entries) => new Map(entries));
        }
        case 'tuple':
            return arbitraryElements(model.elements, of);
        case 'record':
            return fc.array(arbitraryEntry(model.indexes, of), {maxLength}).map(toRecord);
        case 'object':
            return arbitraryObject(model.properties, of);
        case 'union':
            return fc.oneof(...model.members.map(of));
        case 'ref': {
            const definition = definitions[model.name] ?? {kind: 'unknown'};
            return depth > 6 ? fc.constant(cutOff) : of(definition);
        }
        default:
            throw new Error(`There are no values of '${model.kind}'.`);
    }
}

/** JSON has no negative zero. */
function withoutSign(number: number): number {
    return number === 0 ? 0 : number;
}

/** Values with one wire form are one member of a set. */
function toKey(value: unknown): string {
    if (value === undefined || typeof value === 'symbol') return 'null';
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' || part instanceof RegExp ? `${part}` : part));
}

function arbitraryElements(
    elements: readonly TupleElementModel[],
    of: (type: TypeModel) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
    const required = elements.filter(({optional, rest}) => !optional && !rest).length;
    const optional = elements.filter((element) => element.optional).length;
    const hasRest = elements.some(({rest}) => rest);
    return fc.tuple(fc.nat(optional), fc.nat(hasRest ? 2 : 0)).chain(([present, more]) => {
        const kept = more > 0 ? optional : present;
        const types = elements.flatMap(({type, rest}, index) => {
            if (rest) return Array.from({length: more}, () => of(type));
            if (!elements[index]?.optional) return [of(type)];
            return elements.slice(0, index).filter((element) => element.optional).length < kept ? [of(type)] : [];
        });
        return fc.tuple(...types).map((values) => trim(values, hasRest ? values.length : required));
    });
}

/** What is `undefined` at the end is absent. */
function trim(values: readonly unknown[], least: number): unknown[] {
    let {length} = values;
    while (length > least && values[length - 1] === undefined) length--;
    return values.slice(0, length);
}

function arbitraryEntry(
    indexes: readonly IndexModel[],
    of: (type: TypeModel) => fc.Arbitrary<unknown>,
): fc.Arbitrary<[string, unknown]> {
    const [{keys, values} = {keys: {kind: 'string'}, values: {kind: 'null'}}] = indexes;
    const texts: fc.Arbitrary<string> = fc.string({unit: 'grapheme-ascii'}).filter((key) => key !== '__proto__');
    const key =
        keys.kind === 'number' ? fc.nat().map(String) : keys.kind === 'template' ? texts.map((text) => `k-${text}`) : texts;
    return fc.tuple(key, of(values as TypeModel));
}

function toRecord(entries: readonly (readonly [string, unknown])[]): unknown {
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function arbitraryObject(
    properties: readonly PropertyModel[],
    of: (type: TypeModel) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
    const entries = properties.map(({name, type, optional}) => {
        const value = of(type).map((present) => [name, present] as const);
        return optional ? fc.option(value, {nil: [name, undefined] as const}) : value;
    });
    return fc.tuple(...entries).map(toRecord);
}
