import type {RawRequest} from './conformance-case.ts';

/** A request that means harm, and the only status that it may get. */
export interface AbuseCase {
    /** The rule that it breaks, by its number in the security rules. */
    readonly rule: number;
    readonly title: string;
    readonly request: RawRequest;
    readonly status: number;
}

const json = ['content-type', 'application/json'];

/** The params of a route of the fuzz tree, as JSON text or as a value. */
function attack(rule: number, title: string, id: string, params: unknown, status = 400): AbuseCase {
    const text = typeof params === 'string' ? params : JSON.stringify(params);
    return {rule, title, status, request: {method: 'POST', target: `/fuzz/${id}`, headers: json, body: text}};
}

function attackHead(rule: number, title: string, request: Partial<RawRequest>, status: number): AbuseCase {
    return {rule, title, status, request: {method: 'POST', target: '/fuzz/nested/fails', headers: json, body: '', ...request}};
}

function nest(open: string, close: string, depth: number): string {
    return open.repeat(depth) + close.repeat(depth);
}

// Both members fit until the very end: naive code tries 2^64 ways.
const overlapping = `${'{"k":'.repeat(63)}{"k":null}${',"x":"","y":0}'.repeat(63)}`;
const digits = '9'.repeat(1301);

/** Payloads of published attacks on servers that decode rich types or serve RPC, against the routes of the fuzz tree. */
export const abuseCases: readonly AbuseCase[] = [
    attack(1, "a type name that is not the receiver's", 'date', [{$type: 'Date', value: 0}]),
    attack(1, 'a class of seroval', 'date', '[{"t":{"t":5,"i":0,"s":"1970-01-01T00:00:00.000Z"},"f":63,"m":[]}]'),
    attack(1, 'a reference of devalue', 'object', '[[{"b":1},{"c":2},[-1]]]'),
    attack(1, 'a reference of a server function', 'object', ['$F1']),
    attack(1, 'metadata of superjson', 'date', [{json: '1970-01-01', meta: {values: ['Date']}}]),
    attack(1, 'the tag of another member', 'unions', [{kind: 'circle', r: 1}, ['RegExp', '/a/']]),
    attack(1, 'a tag named like a prototype', 'unions', [{kind: 'circle', r: 1}, ['__proto__', 'x']]),
    attack(1, 'a tag named like a constructor', 'unions', [{kind: 'circle', r: 1}, ['constructor', 'x']]),
    attack(1, 'a tag without a value', 'unions', [{kind: 'circle', r: 1}, ['date']]),
    attack(1, 'a discriminator named like a prototype', 'unions', [{kind: '__proto__', r: 1}, null]),
    attack(1, 'a discriminator that is an array', 'unions', [{kind: ['circle'], r: 1}, null]),

    attack(2, '__proto__ as a key', 'anything', '[{"__proto__":{"admin":true}}]'),
    attack(2, '__proto__ with escapes', 'anything', '[{"\\u005f\\u005fproto\\u005f\\u005f":{"admin":true}}]'),
    attack(2, '__proto__ in a record', 'records', '[{"__proto__":1},{}]'),
    attack(2, '__proto__ in an object', 'object', '[{"b":{"c":[]},"__proto__":{"a":"x"}}]'),
    attack(2, '__proto__ beside the params', 'text', '{"text":["a"],"__proto__":{"text":["b"]}}'),
    attack(2, 'params under a name of Object.prototype', 'text', '{"toString":["a"]}'),
    attack(2, 'an object that only looks like an array', 'text', {text: {0: 'a', length: 1}}),

    attack(3, 'a text for a number', 'numbers', ['1']),
    attack(3, 'a number for a text', 'text', [1]),
    attack(3, 'a number for a boolean', 'flags', [1]),
    attack(3, 'a text for a boolean', 'flags', ['true']),
    attack(3, 'an array for a text', 'text', [['a']]),
    attack(3, 'null for a number', 'numbers', [null]),
    attack(3, 'a number that overflows', 'numbers', '[1e999]'),
    attack(3, 'a number for a date', 'date', [0]),
    attack(3, 'a date that does not exist', 'date', ['2023-02-29T00:00:00Z']),
    attack(3, 'a date beyond the range', 'date', ['+275760-09-13T00:00:00.001Z']),
    attack(3, 'a date of another format', 'date', ['Thu, 01 Jan 1970 00:00:00 GMT']),
    attack(3, 'a bigint with a sign too many', 'big', ['--1']),
    attack(3, 'a bigint in hex', 'big', ['0x10']),
    attack(3, 'a bigint with white space', 'big', [' 1']),
    attack(3, 'a bigint that is a number', 'big', [1]),
    attack(3, 'base64 without padding', 'bytes', ['AA', 'AA==']),
    attack(3, 'base64 of another alphabet', 'bytes', ['-_==', 'AA==']),
    attack(3, 'base64 with line breaks', 'bytes', ['AA\n==', 'AA==']),
    attack(3, 'a duplicate in a set', 'sets', [['a', 'a'], []]),
    attack(3, 'a duplicate date in a set', 'sets', [[], ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z']]),
    attack(3, 'a duplicate key in a map', 'maps', [
        [
            ['a', '1970-01-01T00:00:00Z'],
            ['a', '1970-01-02T00:00:00Z'],
        ],
    ]),
    attack(3, 'a map that is an object', 'maps', [{a: '1970-01-01T00:00:00Z'}]),

    attack(4, 'a body one byte over the limit', 'text', `["${'x'.repeat(262_141)}"]`, 413),
    attack(4, 'a bigint of three million digits', 'big', `["${'9'.repeat(3_000_000)}"]`, 413),
    attack(4, 'a bigint of one digit too many', 'big', [digits]),
    attack(4, 'arrays nested deeper than the limit', 'anything', `[${nest('[', ']', 65)}]`),
    attack(4, 'arrays nested deeper than the stack', 'anything', nest('[', ']', 130_000)),
    attack(4, 'objects nested deeper than the stack', 'anything', `[${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}]`),
    attack(
        4,
        'a recursive type nested deeper than the limit',
        'tree',
        `[${'{"value":"","right":'.repeat(100)}null${'}'.repeat(100)}]`,
    ),
    attack(4, 'overlapping recursive members', 'overlapping', `[${overlapping}]`),
    attack(4, 'arrays that never close', 'anything', '['.repeat(200_000)),
    attack(
        4,
        'more params than declared',
        'text',
        Array.from({length: 50_000}, () => 'a'),
    ),
    attackHead(
        4,
        'several calls, where only one is allowed',
        {target: '/fuzz/mion/calls', body: '{"@calls":[{"text":["a"]}]}'},
        404,
    ),

    attack(5, 'a URL that runs code', 'url', ['javascript:alert(1)']),
    attack(5, 'a URL of a file', 'url', ['file:///etc/passwd']),
    attack(5, 'a URL that holds data', 'url', ['data:text/html,x']),
    attack(5, 'a relative URL', 'url', ['//example.com']),
    attack(5, 'a long URL', 'url', [`https://example.com/${'a'.repeat(100_000)}`]),
    attack(5, 'a long regular expression', 'regexp', [`/${'a'.repeat(100_000)}/`]),
    attack(5, 'a regular expression that is none', 'regexp', ['/(/']),
    attack(5, 'a regular expression with unknown flags', 'regexp', ['/a/xx']),
    attack(5, 'a regular expression that would take for ever is never run', 'regexp', ['/^(a+)+$/'], 200),

    attackHead(
        7,
        'the content type of a form',
        {headers: ['content-type', 'application/x-www-form-urlencoded'], body: 'nested/fails=1'},
        415,
    ),
    attackHead(
        7,
        'the content type of another form',
        {headers: ['content-type', 'multipart/form-data; boundary=a'], body: '--a--'},
        415,
    ),
    attackHead(7, 'plain text', {headers: ['content-type', 'text/plain'], body: '{}'}, 415),
    attackHead(7, 'JSON as a parameter', {headers: ['content-type', 'text/plain; a=application/json'], body: '{}'}, 415),
    attackHead(7, 'JSON after a comma', {headers: ['content-type', 'text/plain, application/json'], body: '{}'}, 415),
    attackHead(7, 'JSON as a part of a name', {headers: ['content-type', 'xapplication/json'], body: '{}'}, 415),
    attackHead(7, 'an encoding that hides the body', {headers: [...json, 'content-encoding', 'deflate'], body: '{}'}, 415),
    attackHead(7, 'another charset', {headers: ['content-type', 'application/json; charset=utf-7'], body: '{}'}, 415),

    attackHead(8, 'GET of a route that writes', {method: 'GET', headers: []}, 405),
    attackHead(8, 'a method in another header', {method: 'GET', headers: ['x-http-method-override', 'POST']}, 405),
    attackHead(8, 'a path named like a prototype', {target: '/fuzz/__proto__'}, 404),
    attackHead(8, 'a path named like a constructor', {target: '/fuzz/constructor'}, 404),
    attackHead(8, 'a path named like an inherited function', {target: '/fuzz/toString/call'}, 404),
    attackHead(11, 'an encoded path', {target: '/fuzz/%6eested/fails'}, 404),
    attackHead(11, 'a path with a slash too many', {target: '/fuzz//nested/fails'}, 404),
    attackHead(11, 'a path in capitals', {target: '/FUZZ/nested/fails'}, 404),
    attackHead(11, 'a path with a semicolon', {target: '/fuzz/nested/fails;x=1'}, 404),
    attackHead(11, 'a hook in place of a route', {target: '/fuzz/tag'}, 404),

    attackHead(12, 'an error with secrets', {}, 400),
];
