import type {Definitions, TypeModel, UnionModel} from '@mionkit/core';
import type {Random} from './random.ts';

/** Makes what a value of a type looks like in JSON. Constraints are met where that is cheap, so most of the values fit, not all. */
export function createWireValue(model: TypeModel, definitions: Definitions, random: Random, depth = 0): unknown {
    const of = (type: TypeModel) => createWireValue(type, definitions, random, depth + 1);
    const several = (make: () => unknown, least = 0) => Array.from({length: least + (depth > 4 ? 0 : random.below(3))}, make);
    switch (model.kind) {
        case 'string':
            return model.format === undefined
                ? createText(random, model.minLength, model.maxLength)
                : (formats[model.format] ?? 'x');
        case 'number':
            return createNumber(random, model.integer, model.min, model.max);
        case 'boolean':
            return random.chance(0.5);
        case 'bigint':
            return model.min ?? String(random.below(1e9) - 5e8);
        case 'null':
        case 'undefined':
            return null;
        case 'unknown':
            return random.pick<unknown>([null, 1, 'x', [], {}, {a: [{b: null}]}]);
        case 'literal':
            return model.value;
        case 'template':
            return model.parts.map((part) => (typeof part === 'string' ? part : of(part))).join('');
        case 'date':
            return model.after ?? model.before ?? new Date(random.below(4e12)).toISOString();
        case 'url':
            return random.pick(['https://example.com/a?b=c#d', 'http://[::1]:8080/']);
        case 'regexp':
            return random.pick(['/a+/', '/[^/\\]]*/gi']);
        case 'bytes':
            return random.pick(['', 'AA==', 'aGVsbG8=']);
        case 'array':
            return several(() => of(model.items), model.minItems);
        case 'set':
            return toUnique(
                several(() => of(model.items), model.minItems),
                (item) => item,
            );
        case 'map':
            return toUnique(
                several(() => [of(model.keys), of(model.values)], model.minItems),
                (entry) => (entry as unknown[])[0],
            );
        case 'tuple':
            return model.elements.flatMap(({type, rest}) => (rest ? several(() => of(type)) : [of(type)]));
        case 'record':
            return Object.fromEntries(
                model.indexes.flatMap(({keys, values}) => several(() => [String(of(keys)), of(values)]) as [string, unknown][]),
            );
        case 'object': {
            const present = model.properties.filter(({optional}) => !optional || (depth < 5 && random.chance(0.5)));
            return Object.fromEntries(present.map(({name, type}) => [name, of(type)]));
        }
        case 'union':
            return createMember(model, of, random, depth);
        case 'codec':
            return of(model.wire);
        case 'stream':
            // No param is one.
            return null;
        case 'ref':
            return depth > 30 ? null : of(definitions[model.name] ?? {kind: 'null'});
    }
}

const formats: Readonly<Record<string, string>> = {
    uuid: '3f2b8a52-5a0e-4c5e-9d0a-8f6f0a1b2c3d',
    email: 'a@example.com',
    date: '2020-02-29',
    time: '12:00:00Z',
    'date-time': '2020-02-29T12:00:00Z',
    ipv4: '127.0.0.1',
    ipv6: '::1',
    url: 'https://example.com/',
};

function createText(random: Random, minLength = 0, maxLength = 8): string {
    const text = random.pick(['', 'a', 'hello', '0', 'é😀', '\u0000\u2028', '__proto__', '"\\']);
    return text.padEnd(minLength, 'x').slice(0, maxLength);
}

function createNumber(random: Random, integer = false, min = -1e6, max = 1e6): number {
    const value = min + random.below(max - min + 1);
    return integer ? Math.ceil(value) : random.pick([value, min, max, value + 0.5 > max ? value : value + 0.5]);
}

// Deep inside, the members that hold nothing are taken, or a recursive type would never end.
function createMember({members, tags}: UnionModel, of: (type: TypeModel) => unknown, random: Random, depth: number): unknown {
    const small = members.filter(({kind}) => ['null', 'undefined', 'literal', 'boolean', 'string', 'number'].includes(kind));
    const member = random.pick(depth > 6 && small.length > 0 ? small : members);
    const tag = tags?.[members.indexOf(member)];
    return typeof tag === 'string' ? [tag, of(member)] : of(member);
}

function toUnique(items: unknown[], toKey: (item: unknown) => unknown): unknown[] {
    return [...new Map(items.map((item) => [JSON.stringify(toKey(item)), item])).values()];
}
