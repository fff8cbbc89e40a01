import type {TypeModel} from '@mionkit/core';
import {as, refused, refusedAt, same, type TypeCase} from './type-case.ts';

const string: TypeModel = {kind: 'string'};
const number: TypeModel = {kind: 'number'};
const date: TypeModel = {kind: 'date'};
const literal = (value: string | number | boolean): TypeModel => ({kind: 'literal', value});
const object = (properties: Readonly<Record<string, TypeModel>>): TypeModel => ({
    kind: 'object',
    properties: Object.entries(properties).map(([name, type]) => ({name, type})),
});
const union = (...members: TypeModel[]): TypeModel => ({kind: 'union', members});

/** Types that are one of several. */
export const unionCases: readonly TypeCase[] = [
    {
        name: 'union of primitives',
        type: 'string | number | null',
        model: union(string, number, {kind: 'null'}),
        good: [same('a'), same(1), same(null)],
        bad: [refused('true', 'a string, a number or null'), refused('[]', 'a string, a number or null')],
        badLive: [undefined, Number.NaN],
    },
    {
        name: 'union of many literals',
        type: Array.from({length: 30}, (_, index) => `'l${index}'`).join(' | '),
        model: union(...Array.from({length: 30}, (_, index) => literal(`l${index}`))),
        good: [same('l0'), same('l29')],
        bad: [
            refused(
                '"l30"',
                "'l0', 'l1', 'l10', 'l11', 'l12', 'l13', 'l14', 'l15', 'l16', 'l17', 'l18', 'l19', 'l2', 'l20', 'l21', 'l22', 'l23', 'l24', 'l25', 'l26' or another of 30",
            ),
        ],
    },
    {
        name: 'Date or number or null',
        type: 'Date | number | null',
        model: union(date, number, {kind: 'null'}),
        good: [as(new Date(0), '"1970-01-01T00:00:00.000Z"'), same(5), same(null)],
        bad: [refused('"x"', 'a number, a date or null')],
    },
    {
        name: 'Date or string',
        type: 'Date | string | number | null',
        model: union(date, string, number, {kind: 'null'}),
        good: [
            as(new Date(0), '["date","1970-01-01T00:00:00.000Z"]'),
            as('1970-01-01T00:00:00.000Z', '["string","1970-01-01T00:00:00.000Z"]'),
            as(1, '["number",1]'),
            same(null),
        ],
        bad: [
            refused('"a"', "[tag, value] with the tag 'string', 'number' or 'date', or null"),
            refused('["other",1]', "[tag, value] with the tag 'string', 'number' or 'date', or null"),
            refused('["date","x"]', 'a date'),
            refused('["constructor","x"]', "[tag, value] with the tag 'string', 'number' or 'date', or null"),
        ],
    },
    {
        name: 'bigint or a literal',
        type: "bigint | 'none'",
        model: union({kind: 'bigint'}, literal('none')),
        good: [as(5n, '["bigint","5"]'), as('none', '["literal","none"]')],
        bad: [refused('["literal","5"]', "'none'")],
    },
    {
        name: 'objects told apart by a literal',
        type: "{kind: 'a'; at: Date} | {kind: 'b' | 'c'; at: string}",
        model: union(object({kind: literal('a'), at: date}), object({kind: union(literal('b'), literal('c')), at: string})),
        good: [as({kind: 'a', at: new Date(0)}, '{"kind":"a","at":"1970-01-01T00:00:00.000Z"}'), same({kind: 'c', at: 'x'})],
        bad: [
            refusedAt('{"kind":"a","at":"x"}', {'value.at': 'a date'}),
            refusedAt('{"kind":"b","at":1}', {'value.at': 'a string'}),
            refusedAt('{"kind":"d","at":"x"}', {'value.kind': "'b' or 'c'"}),
            refusedAt('{}', {'value.kind': "'a' or 'b' or 'c'", 'value.at': 'a date or a string'}),
            refused('[]', 'an object'),
        ],
    },
    {
        name: 'overlapping objects',
        type: '{id: string} | {id: string; at: Date} | {id: string; size: number}',
        model: union(object({id: string}), object({id: string, at: date}), object({id: string, size: number})),
        good: [
            same({id: 'a'}),
            as({id: 'a', at: new Date(0)}, '{"id":"a","at":"1970-01-01T00:00:00.000Z"}'),
            as({id: 'a', at: new Date(0), size: 2}, '{"id":"a","at":"1970-01-01T00:00:00.000Z","size":2}'),
            {value: {id: 'a', at: 'no date'}, text: '{"id":"a"}', decoded: {id: 'a'}},
        ],
        bad: [refusedAt('{"at":"1970-01-01T00:00:00Z"}', {'value.id': 'a string'})],
    },
    {
        name: 'overlapping objects with different inner objects',
        type: '{inner: {a: string}} | {inner: {b: number}}',
        model: union(object({inner: object({a: string})}), object({inner: object({b: number})})),
        good: [
            same({inner: {a: 'x'}}),
            same({inner: {b: 1}}),
            as({inner: {a: 'x', b: 1}}, '{"inner":{"b":1,"a":"x"}}'),
            {value: {inner: {a: 'x', b: 'y'}}, text: '{"inner":{"a":"x"}}', decoded: {inner: {a: 'x'}}},
        ],
        bad: [refusedAt('{"inner":{"a":1}}', {'value.inner.b': 'a number'})],
    },
    {
        name: 'overlapping objects with a name that objects inherit',
        type: '{constructor?: {a: string}} | {constructor?: {b: number}}',
        model: union(
            {kind: 'object', properties: [{name: 'constructor', type: object({a: string}), optional: true}]},
            {kind: 'object', properties: [{name: 'constructor', type: object({b: number}), optional: true}]},
        ),
        good: [same({}), same({constructor: {a: 'x'}}), same({constructor: {b: 1}})],
        bad: [],
    },
    {
        name: 'objects whose dates only the type tells',
        type: '{at: Date} | {at: string}',
        model: union(object({at: date}), object({at: string})),
        good: [as({at: new Date(0)}, '["635b667a",{"at":"1970-01-01T00:00:00.000Z"}]'), as({at: 'x'}, '["340fd4bd",{"at":"x"}]')],
        bad: [refused('{"at":"x"}', "[tag, value] with the tag '340fd4bd' or '635b667a'")],
    },
    {
        name: 'arrays of different primitives',
        type: 'string[] | number[]',
        model: union({kind: 'array', items: string}, {kind: 'array', items: number}),
        good: [same([]), same(['a']), same([1])],
        bad: [refusedAt('["a",1]', {'value[1]': 'a string'}), refused('{}', 'an array')],
    },
    {
        name: 'array or object or text',
        type: 'Date[] | {at: Date} | bigint | boolean',
        model: union({kind: 'array', items: date}, object({at: date}), {kind: 'bigint'}, {kind: 'boolean'}),
        good: [
            as([new Date(0)], '["1970-01-01T00:00:00.000Z"]'),
            as({at: new Date(0)}, '{"at":"1970-01-01T00:00:00.000Z"}'),
            as(1n, '"1"'),
            same(true),
        ],
        bad: [
            refused('"x"', 'an integer in decimal digits, a boolean, an array or an object'),
            refusedAt('[1]', {'value[0]': 'a date'}),
        ],
    },
    {
        name: 'Set of a tagged union',
        type: 'Set<Date | string | string[] | null>',
        model: {kind: 'set', items: union(date, string, {kind: 'array', items: string}, {kind: 'null'})},
        good: [
            as(
                new Set([new Date(0), '1970-01-01T00:00:00.000Z', null]),
                '[["date","1970-01-01T00:00:00.000Z"],["string","1970-01-01T00:00:00.000Z"],null]',
            ),
            as(new Set([['a'], ['a']]), '[["d22f8246",["a"]],["d22f8246",["a"]]]'),
        ],
        bad: [
            refused('[["string","a"],null,["string","a"]]', 'no duplicates'),
            refused('[["date","1970-01-01T00:00:00Z"],["date","1970-01-01T00:00:00Z"]]', 'no duplicates'),
            refused('[null,null]', 'no duplicates'),
        ],
    },
    {
        name: 'Map with keys of a tagged union',
        type: 'Map<Date | string, number>',
        model: {kind: 'map', keys: union(date, string), values: number},
        good: [
            as(
                new Map<unknown, number>([
                    ['a', 1],
                    ['b', 1],
                    [new Date(0), 1],
                ]),
                '[[["string","a"],1],[["string","b"],1],[["date","1970-01-01T00:00:00.000Z"],1]]',
            ),
        ],
        bad: [refused('[[["string","a"],1],[["string","a"],2]]', 'no duplicate keys')],
    },
    {
        name: 'Set or Map or array',
        type: 'Set<string> | string[]',
        model: union({kind: 'set', items: string}, {kind: 'array', items: string}),
        good: [as(new Set(['a']), '["bf384e6d",["a"]]'), as(['a'], '["d22f8246",["a"]]')],
        bad: [],
    },
    {
        name: 'nested discriminated unions',
        type: "{type: 'circle'; r: number} | {type: 'box'; size: {unit: 'cm'; w: number} | {unit: 'in'; w: string}}",
        model: union(
            object({type: literal('circle'), r: number}),
            object({
                type: literal('box'),
                size: union(object({unit: literal('cm'), w: number}), object({unit: literal('in'), w: string})),
            }),
        ),
        good: [same({type: 'circle', r: 1}), same({type: 'box', size: {unit: 'in', w: 'a'}})],
        bad: [refusedAt('{"type":"box","size":{"unit":"in","w":1}}', {'value.size.w': 'a string'})],
    },
    {
        name: 'recursive union of overlapping members',
        type: 'Node',
        declarations: 'type Node = {next: Node | null; x: string} | {next: Node | null; y: Date}',
        model: {kind: 'ref', name: 'Node'},
        definitions: {
            Node: union(
                object({next: union({kind: 'ref', name: 'Node'}, {kind: 'null'}), x: string}),
                object({next: union({kind: 'ref', name: 'Node'}, {kind: 'null'}), y: date}),
            ),
        },
        good: [
            as({next: {next: null, y: new Date(0)}, x: 'a'}, '{"next":{"next":null,"y":"1970-01-01T00:00:00.000Z"},"x":"a"}'),
            as({next: null, x: 'a', y: new Date(0)}, '{"next":null,"x":"a","y":"1970-01-01T00:00:00.000Z"}'),
        ],
        bad: [refusedAt('{"next":{"next":null},"x":"a"}', {'value.next.x': 'a string'})],
    },
];
