// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of TypeScript types, and names that look like code.
import type {TypeModel} from '@mionkit/core';
import {as, refused, refusedAt, same, type TypeCase} from './type-case.ts';

const string: TypeModel = {kind: 'string'};
const number: TypeModel = {kind: 'number'};
const date: TypeModel = {kind: 'date'};
const nothing: TypeModel = {kind: 'undefined'};

/** Types with other types inside. */
export const structureCases: readonly TypeCase[] = [
    {
        name: 'array',
        type: 'number[]',
        model: {kind: 'array', items: number},
        good: [same([]), same([1, 2])],
        bad: [
            refused('{}', 'an array'),
            refusedAt('["1",2,null]', {'value[0]': 'a number', 'value[2]': 'a number'}),
            refused('{"length":1,"0":1}', 'an array'),
        ],
    },
    {
        name: 'array of dates',
        type: 'Date[]',
        model: {kind: 'array', items: date},
        good: [as([new Date(0)], '["1970-01-01T00:00:00.000Z"]')],
        bad: [refusedAt('["1970-01-01T00:00:00Z","x"]', {'value[1]': 'a date'})],
    },
    {
        name: 'array with undefined',
        type: '(string | undefined)[]',
        model: {kind: 'array', items: {kind: 'union', members: [string, nothing]}},
        good: [as(['a', undefined], '["a",null]')],
        bad: [refusedAt('[1]', {'value[0]': 'a string or nothing'})],
    },
    {
        name: 'array with undefined and null',
        type: '(string | null | undefined)[]',
        model: {kind: 'array', items: {kind: 'union', members: [string, nothing, {kind: 'null'}]}},
        good: [as(['a', undefined, null], '[["string","a"],["undefined",null],null]')],
        bad: [
            refusedAt('["a"]', {'value[0]': "[tag, value] with the tag 'string' or 'undefined', or null"}),
            refusedAt('[["string",1]]', {'value[0]': 'a string'}),
        ],
    },
    {
        name: 'tuple',
        type: '[string, Date]',
        model: {kind: 'tuple', elements: [{type: string}, {type: date}]},
        good: [as(['a', new Date(0)], '["a","1970-01-01T00:00:00.000Z"]')],
        bad: [
            refused('["a"]', 'an array of 2 items'),
            refused('{}', 'an array of 2 items'),
            refusedAt('[1,2]', {'value[0]': 'a string', 'value[1]': 'a date'}),
        ],
    },
    {
        name: 'tuple with optional elements',
        type: '[string, number?, Date?]',
        model: {kind: 'tuple', elements: [{type: string}, {type: number, optional: true}, {type: date, optional: true}]},
        good: [same(['a']), same(['a', 1]), as(['a', undefined, new Date(0)], '["a",null,"1970-01-01T00:00:00.000Z"]')],
        bad: [
            refused('[]', 'an array of 1 to 3 items'),
            refusedAt('["a","b"]', {'value[1]': 'a number'}),
            refused('["a",1,null,4]', 'an array of 1 to 3 items'),
        ],
    },
    {
        name: 'tuple with an optional nullable element before another',
        type: '[(string | null)?, number?]',
        model: {
            kind: 'tuple',
            elements: [
                {type: {kind: 'union', members: [string, {kind: 'null'}]}, optional: true},
                {type: number, optional: true},
            ],
        },
        good: [same([]), as(['a'], '[["string","a"]]'), as([null, 1], '[null,1]'), as([undefined, 1], '[["undefined",null],1]')],
        bad: [refusedAt('["a"]', {'value[0]': "[tag, value] with the tag 'string' or 'undefined', or null"})],
    },
    {
        name: 'tuple with a rest element',
        type: '[string, ...number[]]',
        model: {kind: 'tuple', elements: [{type: string}, {type: number, rest: true}]},
        good: [same(['a']), same(['a', 1, 2])],
        bad: [refused('[]', 'an array of at least 1 item'), refusedAt('["a",1,"b"]', {'value[2]': 'a number'})],
    },
    {
        name: 'tuple with a rest element in the middle',
        type: '[string, ...Date[], number, boolean]',
        model: {kind: 'tuple', elements: [{type: string}, {type: date, rest: true}, {type: number}, {type: {kind: 'boolean'}}]},
        good: [
            same(['a', 1, true]),
            as(['a', new Date(0), new Date(1), 1, true], '["a","1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.001Z",1,true]'),
        ],
        bad: [
            refusedAt('["a",1,1,true]', {'value[1]': 'a date'}),
            refusedAt('["a",true,1]', {'value[1]': 'a number', 'value[2]': 'a boolean'}),
        ],
    },
    {
        name: 'Set',
        type: 'Set<string>',
        model: {kind: 'set', items: string},
        good: [as(new Set(['a', 'b']), '["a","b"]'), as(new Set(), '[]')],
        bad: [
            refused('{}', 'an array without duplicates'),
            refusedAt('[1]', {'value[0]': 'a string'}),
            refused('["a","a"]', 'no duplicates'),
        ],
        badLive: [['a'], new Map()],
    },
    {
        name: 'Map',
        type: 'Map<string, Date>',
        model: {kind: 'map', keys: string, values: date},
        good: [as(new Map([['a', new Date(0)]]), '[["a","1970-01-01T00:00:00.000Z"]]'), as(new Map(), '[]')],
        bad: [
            refused('{}', 'an array of [key, value] without duplicate keys'),
            refusedAt('[["a"]]', {'value[0]': 'an array of 2 items'}),
            refusedAt('[[1,2]]', {'value[0][0]': 'a string', 'value[0][1]': 'a date'}),
            refused('[["a","1970-01-01T00:00:00Z"],["a","1970-01-01T00:00:00Z"]]', 'no duplicate keys'),
        ],
        badLive: [{}, new Set()],
    },
    {
        name: 'object',
        type: '{id: string; "first-name": string; at: Date; tags?: string[]; nick: string | undefined}',
        model: {
            kind: 'object',
            properties: [
                {name: 'id', type: string},
                {name: 'first-name', type: string},
                {name: 'at', type: date},
                {name: 'tags', type: {kind: 'array', items: string}, optional: true},
                {name: 'nick', type: {kind: 'union', members: [string, nothing]}},
            ],
        },
        good: [
            as({id: 'a', 'first-name': 'b', at: new Date(0)}, '{"id":"a","first-name":"b","at":"1970-01-01T00:00:00.000Z"}'),
            {
                value: {id: 'a', 'first-name': 'b', at: new Date(0), tags: ['c'], nick: undefined, password: 'secret'},
                text: '{"id":"a","first-name":"b","at":"1970-01-01T00:00:00.000Z","tags":["c"]}',
                decoded: {id: 'a', 'first-name': 'b', at: new Date(0), tags: ['c']},
            },
        ],
        bad: [
            refused('[]', 'an object'),
            refused('null', 'an object'),
            refusedAt('{}', {'value.id': 'a string', 'value["first-name"]': 'a string', 'value.at': 'a date'}),
            refusedAt('{"id":"a","first-name":"b","at":"1970-01-01T00:00:00Z","tags":[1],"nick":null}', {
                'value.tags[0]': 'a string',
                'value.nick': 'a string',
            }),
        ],
        badLive: [{id: 'a', 'first-name': 'b', at: '1970-01-01T00:00:00.000Z'}],
    },
    {
        name: 'object with names that objects inherit',
        type: '{constructor: string; toString?: number; hasOwnProperty?: string}',
        model: {
            kind: 'object',
            properties: [
                {name: 'constructor', type: string},
                {name: 'toString', type: number, optional: true},
                {name: 'hasOwnProperty', type: string, optional: true},
            ],
        },
        good: [same({constructor: 'a'}), same({constructor: 'a', toString: 1, hasOwnProperty: 'b'})],
        bad: [refusedAt('{}', {'value.constructor': 'a string'})],
    },
    {
        name: 'object with names that try to become code',
        type: '{"\');process.exit()//": string; "`${1}`": number; "\\u2028\\n\\\\": Date}',
        model: {
            kind: 'object',
            properties: [
                {name: "');process.exit()//", type: string},
                {name: '`${1}`', type: number},
                {name: '\u2028\n\\', type: date},
            ],
        },
        good: [
            as(
                {"');process.exit()//": 'a', '`${1}`': 1, '\u2028\n\\': new Date(0)},
                '{"\');process.exit()//":"a","`${1}`":1,"\u2028\\n\\\\":"1970-01-01T00:00:00.000Z"}',
            ),
        ],
        bad: [refusedAt('{"`${1}`":1,"\u2028\\n\\\\":"1970-01-01T00:00:00Z"}', {'value["\');process.exit()//"]': 'a string'})],
    },
    {
        name: 'object with the names of arrays',
        type: '{0: string; length: number}',
        model: {
            kind: 'object',
            properties: [
                {name: '0', type: string},
                {name: 'length', type: number},
            ],
        },
        good: [same({0: 'a', length: 1})],
        bad: [refused('["a"]', 'an object')],
    },
    {
        name: 'empty object',
        type: '{a?: string}',
        model: {kind: 'object', properties: [{name: 'a', type: string, optional: true}]},
        good: [same({}), same({a: 'x'})],
        bad: [refused('[]', 'an object'), refused('"a"', 'an object'), refusedAt('{"a":null}', {'value.a': 'a string'})],
    },
    {
        name: 'Record',
        type: 'Record<string, number>',
        model: {kind: 'record', indexes: [{keys: string, values: number}]},
        good: [same({}), same({a: 1, constructor: 2})],
        bad: [
            refused('[]', 'an object'),
            refusedAt('{"a":"b"}', {'value.a': 'a number'}),
            refusedAt('{"__proto__":1}', {'value.__proto__': 'no such property'}),
        ],
    },
    {
        name: 'index signatures of numbers and templates',
        type: '{[key: number]: Date; [key: `x-${string}`]: string}',
        model: {
            kind: 'record',
            indexes: [
                {keys: number, values: date},
                {keys: {kind: 'template', parts: ['x-', string]}, values: string},
            ],
        },
        good: [
            as({1: new Date(0), 'x-a': 'b'}, '{"1":"1970-01-01T00:00:00.000Z","x-a":"b"}'),
            {value: {other: true}, text: '{}', decoded: {}},
        ],
        bad: [refusedAt('{"1":"b","x-a":1,"01":1}', {'value["1"]': 'a date', 'value["x-a"]': 'a string'})],
    },
    {
        name: 'object with an index signature',
        type: '{id: number; [key: string]: number | Date}',
        model: {
            kind: 'object',
            properties: [{name: 'id', type: number}],
            indexes: [{keys: string, values: {kind: 'union', members: [number, date]}}],
        },
        good: [as({id: 1, a: 2, b: new Date(0)}, '{"id":1,"a":2,"b":"1970-01-01T00:00:00.000Z"}')],
        bad: [refusedAt('{"a":true}', {'value.id': 'a number', 'value.a': 'a number or a date'})],
    },
    {
        name: 'recursive type',
        type: 'Tree',
        declarations: 'interface Tree { at: Date; children: Tree[]; parent?: Tree | null }',
        model: {kind: 'ref', name: 'Tree'},
        definitions: {
            Tree: {
                kind: 'object',
                name: 'Tree',
                properties: [
                    {name: 'at', type: date},
                    {name: 'children', type: {kind: 'array', items: {kind: 'ref', name: 'Tree'}}},
                    {
                        name: 'parent',
                        type: {kind: 'union', members: [{kind: 'ref', name: 'Tree'}, {kind: 'null'}]},
                        optional: true,
                    },
                ],
            },
        },
        good: [
            as(
                {at: new Date(0), children: [{at: new Date(1), children: [], parent: null}]},
                '{"at":"1970-01-01T00:00:00.000Z","children":[{"at":"1970-01-01T00:00:00.001Z","children":[],"parent":null}]}',
            ),
        ],
        bad: [
            refusedAt('{"at":"1970-01-01T00:00:00Z","children":[{"at":1,"children":{}}]}', {
                'value.children[0].at': 'a date',
                'value.children[0].children': 'an array',
            }),
        ],
    },
    {
        name: 'JSON value',
        type: 'Json',
        declarations: 'type Json = string | number | boolean | null | Json[] | {[key: string]: Json}',
        model: {kind: 'ref', name: 'Json'},
        definitions: {
            Json: {
                kind: 'union',
                members: [
                    string,
                    number,
                    {kind: 'boolean'},
                    {kind: 'null'},
                    {kind: 'array', items: {kind: 'ref', name: 'Json'}},
                    {kind: 'record', indexes: [{keys: string, values: {kind: 'ref', name: 'Json'}}]},
                ],
            },
        },
        good: [same(null), same({a: [1, {b: [true, 'x']}]})],
        bad: [
            {text: `${'['.repeat(64)}1${']'.repeat(64)}`, errors: {[`value${'[0]'.repeat(64)}`]: 'at most 64 levels of nesting'}},
        ],
    },
];
