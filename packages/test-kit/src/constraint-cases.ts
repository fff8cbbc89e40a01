import type {TypeModel} from '@mionkit/core';
import {as, refused, refusedAt, same, type TypeCase} from './type-case.ts';

const string: TypeModel = {kind: 'string'};

function formatCase(format: string, type: string, values: {good: readonly string[]; bad: readonly string[]}): TypeCase {
    return {
        name: `format ${format}`,
        type,
        model: {kind: 'string', format},
        good: values.good.map(same),
        bad: values.bad.map((text) => refused(JSON.stringify(text), `a valid ${format}`)),
    };
}

/** Types with constraints. */
export const constraintCases: readonly TypeCase[] = [
    {
        name: 'length of a string',
        type: 'string & MinLength<2> & MaxLength<3>',
        model: {kind: 'string', minLength: 2, maxLength: 3},
        good: [same('ab'), same('abc'), same('😀')],
        bad: [refused('"a"', 'at least 2 characters'), refused('"abcd"', 'at most 3 characters'), refused('1', 'a string')],
        badLive: ['a'],
    },
    {
        name: 'pattern',
        type: "string & Pattern<'^[a-z]+$'>",
        model: {kind: 'string', pattern: '^[a-z]+$'},
        good: [same('abc')],
        bad: [refused('"Abc"', 'a match of /^[a-z]+$/')],
    },
    {
        name: 'range of a number',
        type: 'number & Min<0> & Max<10>',
        model: {kind: 'number', min: 0, max: 10},
        good: [same(0), same(10)],
        bad: [refused('-1', 'at least 0'), refused('10.5', 'at most 10')],
    },
    {
        name: 'exclusive range',
        type: 'number & ExclusiveMin<0> & ExclusiveMax<1>',
        model: {kind: 'number', exclusiveMin: 0, exclusiveMax: 1},
        good: [same(0.5)],
        bad: [refused('0', 'more than 0'), refused('1', 'less than 1')],
    },
    {
        name: 'integer',
        type: 'number & Integer',
        model: {kind: 'number', integer: true},
        good: [same(-3), same(0), same(1e300)],
        bad: [refused('1.5', 'an integer')],
    },
    {
        name: 'multiple',
        type: 'number & MultipleOf<3>',
        model: {kind: 'number', multipleOf: 3},
        good: [same(-3), same(0), same(9)],
        bad: [refused('4', 'a multiple of 3')],
    },
    {
        name: 'multiple of a decimal fraction',
        type: 'number & MultipleOf<0.01>',
        model: {kind: 'number', multipleOf: 0.01},
        good: [same(1.1), same(0.07), same(19.99)],
        bad: [refused('0.005', 'a multiple of 0.01')],
    },
    {
        name: 'range of a bigint',
        type: 'bigint & Min<0n> & Max<10n>',
        model: {kind: 'bigint', min: '0', max: '10'},
        good: [as(0n, '"0"'), as(10n, '"10"')],
        bad: [refused('"-1"', 'at least 0'), refused('"11"', 'at most 10')],
        badLive: [11n],
    },
    {
        name: 'number of items',
        type: 'string[] & MinItems<1> & MaxItems<2>',
        model: {kind: 'array', items: string, minItems: 1, maxItems: 2},
        good: [same(['a']), same(['a', 'b'])],
        bad: [refused('[]', 'at least 1 item'), refusedAt('["a","b",3]', {value: 'at most 2 items', 'value[2]': 'a string'})],
    },
    {
        name: 'unique items',
        type: '{a: number}[] & UniqueItems',
        model: {kind: 'array', items: {kind: 'object', properties: [{name: 'a', type: {kind: 'number'}}]}, uniqueItems: true},
        good: [same([{a: 1}, {a: 2}])],
        bad: [refused('[{"a":1},{"a":1}]', 'items that are all different')],
    },
    {
        name: 'size of a Set and a Map',
        type: '{s: Set<string> & MaxItems<1>; m: Map<string, string> & MinItems<1>}',
        model: {
            kind: 'object',
            properties: [
                {name: 's', type: {kind: 'set', items: string, maxItems: 1}},
                {name: 'm', type: {kind: 'map', keys: string, values: string, minItems: 1}},
            ],
        },
        good: [as({s: new Set(['a']), m: new Map([['a', 'b']])}, '{"s":["a"],"m":[["a","b"]]}')],
        bad: [refusedAt('{"s":["a","b"],"m":[]}', {'value.s': 'at most 1 item', 'value.m': 'at least 1 item'})],
        badLive: [{s: new Set(['a', 'b']), m: new Map([['a', 'b']])}],
    },
    {
        name: 'range of a Date',
        type: "Date & After<'2020-01-01T00:00:00Z'> & Before<'2021-01-01T00:00:00Z'>",
        model: {kind: 'date', after: '2020-01-01T00:00:00Z', before: '2021-01-01T00:00:00Z'},
        good: [as(new Date('2020-06-01T00:00:00.000Z'), '"2020-06-01T00:00:00.000Z"')],
        bad: [
            refused('"2020-01-01T00:00:00Z"', 'a date after 2020-01-01T00:00:00Z'),
            refused('"2021-01-01T00:00:00Z"', 'a date before 2021-01-01T00:00:00Z'),
        ],
        badLive: [new Date(0)],
    },
    {
        name: 'size of bytes',
        type: 'Uint8Array & MaxSize<2>',
        model: {kind: 'bytes', type: 'Uint8Array', maxSize: 2},
        good: [as(new Uint8Array([1, 2]), '"AQI="')],
        bad: [refused('"AQID"', 'at most 2 bytes')],
        badLive: [new Uint8Array(3)],
    },
    formatCase('email', 'Email', {
        good: ['a@b.c', 'first.last+tag@sub.example.com', "o'brien@example.com"],
        bad: [
            '',
            'a',
            '@b.c',
            'a@',
            'a@b@c',
            '.a@b.c',
            'a.@b.c',
            'a..b@c.d',
            'a b@c.d',
            'a@-b.c',
            `${'a'.repeat(65)}@b.c`,
            `a@${'b'.repeat(64)}.c`,
            'a@b.c\n',
        ],
    }),
    formatCase('uuid', 'Uuid', {
        good: [
            '123e4567-e89b-12d3-a456-426614174000',
            '00000000-0000-0000-0000-000000000000',
            'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
        ],
        bad: [
            '',
            '123e4567e89b12d3a456426614174000',
            '123e4567-e89b-12d3-a456-42661417400g',
            '{123e4567-e89b-12d3-a456-426614174000}',
        ],
    }),
    formatCase('url', 'Url', {
        good: ['http://a.b', 'https://a.b/c?d#e'],
        bad: ['a.b', 'ftp://a.b', 'http://', 'javascript:alert(1)'],
    }),
    formatCase('date', 'DateText', {good: ['2024-02-29'], bad: ['2023-02-29', '2024-2-9', '2024-02-29T00:00:00Z', '']}),
    formatCase('date-time', 'DateTimeText', {
        good: ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.5+02:00'],
        bad: ['2024-02-29', '2024-02-29T12:00:00', '2023-02-29T12:00:00Z', '+002024-02-29T12:00:00Z'],
    }),
    formatCase('time', 'TimeText', {good: ['12:00:00Z', '23:59:59.999-08:00'], bad: ['12:00:00', '24:00:00Z', '12:00Z']}),
    formatCase('duration', 'Duration', {
        good: ['P1D', 'PT1H30M', 'P1Y2M3DT4H5M6S', 'P4W'],
        bad: ['', 'P', 'PT', 'P1', '1D', 'P1S', 'P1W2D', 'P1DT'],
    }),
    formatCase('hostname', 'Hostname', {
        good: ['localhost', 'a-b.example.com'],
        bad: ['', '-a', 'a-', 'a..b', 'a_b', 'a'.repeat(64), `${'a.'.repeat(130)}a`],
    }),
    formatCase('ipv4', 'Ipv4', {
        good: ['0.0.0.0', '255.255.255.255'],
        bad: ['', '256.0.0.0', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.4 ', '1.2.3.a'],
    }),
    formatCase('ipv6', 'Ipv6', {
        good: ['::', '::1', '2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', '1:2:3:4:5:6:192.0.2.1', '1::8'],
        bad: [
            '',
            ':',
            ':::',
            '1:2:3:4:5:6:7',
            '1:2:3:4:5:6:7:8:9',
            '1::2::3',
            '12345::',
            'g::',
            '::192.0.2.256',
            '192.0.2.1::',
            'fe80::1%eth0',
            '1:2:3:4:5:6:7:8::',
            ':1:2:3:4:5:6:7',
        ],
    }),
];
