import type {ConformanceCase, RawRequest} from './conformance-case.ts';

const json = ['content-type', 'application/json'];
const good = ['authorization', 'Bearer good'];

/** A call as clients send it, unless said otherwise. */
function call(target: string, body: unknown = '', request: Partial<RawRequest> = {}): RawRequest {
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return {method: 'POST', target, headers: json, body: text, ...request};
}

/** A response with the headers that all have; `null` where one is absent. */
function answer(
    status: number,
    path: string,
    body: string | RegExp,
    more: Record<string, string | string[] | null> = {},
): ConformanceCase['response'] {
    const headers: Record<string, string | string[] | null> = {
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'x-trace': `${path} 200`,
        ...(typeof body === 'string' ? {'content-length': String(new TextEncoder().encode(body).byteLength)} : undefined),
        ...more,
    };
    const present = Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== null);
    return {status, headers: Object.fromEntries(present), body};
}

/** A response with one error, seen by the hook that runs on errors where it comes after. */
function failure(
    status: number,
    path: string,
    error: Record<string, unknown>,
    key = '@request',
    traced = status,
): ConformanceCase['response'] {
    return answer(status, path, JSON.stringify({'@errors': {[key]: error}}), {'x-trace': `${path} ${traced}`});
}

const notJson = {name: 'Invalid JSON', statusCode: 400, message: 'The request body is not valid JSON.'};
const notBody = {name: 'Invalid Request Body', statusCode: 400, message: 'The request body is neither an object nor an array.'};
const notFound = {name: 'Not Found', statusCode: 404, message: 'No route has this path.'};
const tooLarge = {
    name: 'Payload Too Large',
    statusCode: 413,
    message: 'The request body is larger than 262144 bytes, the most that this server accepts.',
};
const mediaType = {
    name: 'Unsupported Media Type',
    statusCode: 415,
    message: 'Send the header `content-type: application/json`, also when the body is empty.',
};

const item = {id: 'a', at: '2020-02-29T12:00:00.000Z', tags: ['x', 'ÿ'], note: '\u2028'};
const joinsHeaders = 'the fetch Headers join repeated headers before anybody sees them';
const sendsOne = 'node:http2 refuses to send it';

/** What every adapter has to answer, by the bytes. */
export const conformanceCases: readonly ConformanceCase[] = [
    {
        title: 'a call',
        request: call('/api/hello', {hello: ['Ada']}),
        response: answer(200, '/api/hello', '{"hello":"Hello Ada"}'),
    },
    {title: 'the shorthand', request: call('/api/hello', ['Ada']), response: answer(200, '/api/hello', '{"hello":"Hello Ada"}')},
    {
        title: 'a query string',
        request: call('/api/hello?a=/api/nothing', ['Ada']),
        response: answer(200, '/api/hello', '{"hello":"Hello Ada"}'),
    },
    {
        title: 'non-ASCII text',
        request: call('/api/hello', ['Zoë 😀']),
        response: answer(200, '/api/hello', '{"hello":"Hello Zoë 😀"}'),
    },
    {
        title: 'escaped text',
        request: call('/api/hello', '["\\ud83d\\ude00\\u0000"]'),
        response: answer(200, '/api/hello', '{"hello":"Hello 😀\\u0000"}'),
    },
    {
        title: 'bytes that are not UTF-8',
        request: call('/api/hello', new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d])),
        response: answer(200, '/api/hello', '{"hello":"Hello \ufffd"}'),
        skip: {lambda: 'events hold text'},
    },
    {title: 'a result that is undefined', request: call('/api/nothing'), response: answer(200, '/api/nothing', '{}')},
    {title: 'params that are null', request: call('/api/nothing', {nothing: null}), response: answer(200, '/api/nothing', '{}')},
    {
        title: 'only declared properties',
        request: call('/api/item'),
        response: answer(200, '/api/item', '{"item":{"id":"é€😀","at":"1970-01-01T00:00:00.000Z","tags":[]}}'),
    },
    {
        title: 'an asynchronous route with dates',
        request: call('/api/later', [item]),
        response: answer(200, '/api/later', JSON.stringify({later: item})),
    },
    {
        title: 'the params of a hook',
        request: call('/api/nothing', {tag: ['red']}),
        response: answer(200, '/api/nothing', '{"tag":"red"}'),
    },
    {
        title: 'a large response',
        request: call('/api/big', [200_000]),
        response: answer(200, '/api/big', `{"big":"${'x'.repeat(200_000)}"}`),
    },
    {
        title: 'a JSON dialect',
        request: call('/api/nothing', '', {headers: ['Content-Type', 'application/vnd.api+json;charset="UTF-8"']}),
        response: answer(200, '/api/nothing', '{}'),
    },

    {
        title: 'a header in and out',
        request: call('/api/nothing', '', {headers: [...json, 'X-Language', 'de']}),
        response: answer(200, '/api/nothing', '{}', {'x-language': 'de'}),
    },
    {
        title: 'a header that does not fit',
        request: call('/api/nothing', '', {headers: [...json, 'x-language', 'fr']}),
        response: answer(400, '/api/nothing', /^\{"@errors":\{"language":\{"name":"Validation Error","statusCode":400,/),
    },
    {
        title: 'several cookies',
        request: call('/api/cookies'),
        response: answer(200, '/api/cookies', '{}', {'set-cookie': ['a=1; Path=/', 'b=2, c']}),
    },
    {
        title: 'a hook that allows caching',
        request: call('/api/cached'),
        response: answer(200, '/api/cached', '{}', {'cache-control': 'max-age=60'}),
    },
    {
        title: 'authorized',
        request: call('/api/guarded/secret', '', {headers: [...json, ...good]}),
        response: answer(200, '/api/guarded/secret', '{"guarded/secret":"the secret"}'),
    },
    {
        title: 'not authorized',
        request: call('/api/guarded/secret', '', {headers: [...json, 'authorization', 'Bearer bad']}),
        response: failure(
            401,
            '/api/guarded/secret',
            {name: 'Unauthorized', statusCode: 401, message: 'Not authorized'},
            'guarded/auth',
            200,
        ),
    },
    {
        title: 'no token',
        request: call('/api/guarded/secret'),
        response: failure(
            401,
            '/api/guarded/secret',
            {name: 'Unauthorized', statusCode: 401, message: "The header 'authorization' is required."},
            'guarded/auth',
            200,
        ),
    },
    {
        title: 'two tokens',
        request: call('/api/guarded/secret', '', {headers: [...json, ...good, ...good]}),
        response: failure(400, '/api/guarded/secret', {
            name: 'Bad Request',
            statusCode: 400,
            message: "The header 'authorization' stands more than once.",
        }),
        skip: {fetch: joinsHeaders, 'http/2': sendsOne},
    },

    {
        title: 'GET of a read-only route',
        request: call('/api/time', '', {method: 'GET', headers: []}),
        response: answer(200, '/api/time', '{"time":"now"}'),
    },
    {
        title: 'HEAD has the headers of GET',
        request: call('/api/time', '', {method: 'HEAD', headers: []}),
        response: {...answer(200, '/api/time', '{"time":"now"}'), body: ''},
    },
    {
        title: 'GET of another route',
        request: call('/api/nothing', '', {method: 'GET', headers: []}),
        response: answer(405, '/api/nothing', /"name":"Method Not Allowed","statusCode":405/, {
            'x-trace': '/api/nothing 405',
            allow: 'POST',
        }),
    },
    {
        title: 'HEAD of another route',
        request: call('/api/nothing', '', {method: 'HEAD', headers: []}),
        response: {
            ...answer(
                405,
                '/api/nothing',
                '{"@errors":{"@request":{"name":"Method Not Allowed","statusCode":405,"message":"This route answers POST only."}}}',
                {'x-trace': '/api/nothing 405', allow: 'POST'},
            ),
            body: '',
        },
    },
    {
        title: 'DELETE',
        request: call('/api/time', '', {method: 'DELETE'}),
        response: answer(405, '/api/time', /"name":"Method Not Allowed"/, {'x-trace': '/api/time 405', allow: 'GET, HEAD, POST'}),
    },
    {
        title: 'OPTIONS',
        request: call('/api/time', '', {method: 'OPTIONS', headers: []}),
        response: answer(204, '/api/time', '', {
            'content-type': null,
            'content-length': null,
            'x-trace': null,
            allow: 'GET, HEAD, POST, OPTIONS',
        }),
    },

    {title: 'an unknown path', request: call('/api/nowhere'), response: failure(404, '/api/nowhere', notFound)},
    {title: 'the path of a hook', request: call('/api/tag'), response: failure(404, '/api/tag', notFound)},
    {title: 'a path outside the prefix', request: call('/hello', ['Ada']), response: failure(404, '/hello', notFound)},
    {title: 'the root', request: call('/'), response: failure(404, '/', notFound)},
    {
        title: 'a name of Object.prototype',
        request: call('/api/constructor'),
        response: failure(404, '/api/constructor', notFound),
    },
    {title: 'a slash too many', request: call('/api//hello', ['Ada']), response: failure(404, '/api//hello', notFound)},
    {title: 'an encoded slash', request: call('/api%2Fhello', ['Ada']), response: failure(404, '/api%2Fhello', notFound)},

    {title: 'no JSON', request: call('/api/hello', '{"hello":'), response: failure(400, '/api/hello', notJson)},
    {title: 'a byte order mark', request: call('/api/nothing', '\ufeff{}'), response: failure(400, '/api/nothing', notJson)},
    {title: 'null', request: call('/api/hello', 'null'), response: failure(400, '/api/hello', notBody)},
    {title: 'a number', request: call('/api/hello', '7'), response: failure(400, '/api/hello', notBody)},
    {
        title: '__proto__',
        request: call('/api/hello', '{"\\u005f_proto__":{"admin":true}}'),
        response: failure(400, '/api/hello', {
            name: 'Invalid Request Body',
            statusCode: 400,
            message: 'The request body has the key `__proto__`.',
        }),
    },
    {
        title: 'a param that does not fit',
        request: call('/api/later', [{...item, at: '2021-02-29T12:00:00Z'}]),
        response: answer(
            400,
            '/api/later',
            /^\{"@errors":\{"later":\{"name":"Validation Error","statusCode":400,.*"path":"item\.at"/,
        ),
    },
    {
        title: 'stale metadata',
        request: call('/api/nothing', {'@hash': '0'}),
        response: failure(409, '/api/nothing', {
            name: 'Stale Metadata',
            statusCode: 409,
            message: 'The types of this route have changed since the client read its metadata.',
        }),
    },
    {
        title: 'the content type of a form',
        request: call('/api/nothing', 'a=b', {headers: ['content-type', 'application/x-www-form-urlencoded']}),
        response: failure(415, '/api/nothing', mediaType),
    },
    {
        title: 'no content type',
        request: call('/api/nothing', '', {headers: []}),
        response: failure(415, '/api/nothing', mediaType),
    },
    {
        title: 'a body at the limit',
        request: call('/api/nothing', `{${' '.repeat(262_142)}}`),
        response: answer(200, '/api/nothing', '{}'),
    },
    {
        title: 'a body over the limit',
        request: call('/api/nothing', `{${' '.repeat(262_143)}}`),
        response: failure(413, '/api/nothing', tooLarge),
    },
    {
        title: 'a body over the limit in bytes alone',
        request: call('/api/nothing', `["${'é'.repeat(131_071)}"]`),
        response: failure(413, '/api/nothing', tooLarge),
    },
    {
        title: 'a large body for an unknown path',
        request: call('/api/nowhere', ' '.repeat(262_145)),
        response: failure(413, '/api/nowhere', tooLarge),
    },

    {
        title: 'an error that the route chose',
        request: call('/api/teapot'),
        response: failure(
            418,
            '/api/teapot',
            {name: 'Teapot', statusCode: 418, message: 'Short and stout', errorData: {spout: true}},
            'teapot',
            200,
        ),
    },
    {
        title: 'an error that nobody chose',
        request: call('/api/crash'),
        response: answer(
            500,
            '/api/crash',
            /^\{"@errors":\{"crash":\{"name":"Internal Server Error","statusCode":500,"message":"Something went wrong on the server\.","id":"[\da-f-]{36}"\}\}\}$/,
        ),
    },
];
