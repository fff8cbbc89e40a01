import type {MethodMetadata, MethodsMetadata} from '@mionkit/core';
import type {RawRequest} from './conformance-case.ts';
import {createWireValue} from './fuzz-values.ts';
import type {Random} from './random.ts';

/** What a fuzzer knows of an API. */
export interface FuzzTarget {
    readonly methods: MethodsMetadata;
    /** The path of a method, by its id. */
    readonly toPath: (id: string) => string;
    /** Headers that a call needs to get past the hooks, names and values in turns. */
    readonly headers?: readonly string[];
}

/** Makes a request for one of the routes: as the types say, or with something wrong in its values, its text, or around it. */
export function createFuzzRequest({methods, toPath, headers = []}: FuzzTarget, random: Random): RawRequest {
    const routes = Object.values(methods).filter(({kind}) => kind === 'route');
    const route = random.pick(routes);
    const ids = [route.id, ...route.hookIds.filter((id) => methods[id]?.kind === 'hook' && random.chance(0.5))];
    const body = Object.fromEntries(ids.map((id) => [id, createParams(methods[id] as MethodMetadata, random)]));
    const damaged = random.chance(0.5) ? damage(body, random) : body;
    const text = damageText(JSON.stringify(damaged) ?? '', random);
    const request: RawRequest = {
        method: 'POST',
        target: toPath(route.id),
        headers: ['content-type', 'application/json', ...headers],
        body: text,
    };
    return random.chance(0.2) ? damageRequest(request, random) : request;
}

function createParams({params, definitions = {}}: MethodMetadata, random: Random): unknown[] {
    return params.flatMap(({type, optional, rest}) => {
        if (rest) return Array.from({length: random.below(3)}, () => createWireValue(type, definitions, random));
        return optional && random.chance(0.2) ? [] : [createWireValue(type, definitions, random)];
    });
}

/** Values that code tends to trip over. */
const nasty: readonly unknown[] = [
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    'constructor',
    '__proto__',
    'x'.repeat(2000),
    '9'.repeat(1400),
    '2020-02-30T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    'javascript:alert(1)',
    '/(a+)+$/',
    '=A==',
    [],
    [[]],
    {},
    JSON.parse('{"then": 1, "constructor": {}, "toString": 1, "length": -1}'),
    JSON.parse('{"__proto__": {"polluted": true}}'),
    Array.from({length: 500}, () => null),
    nest(70),
    nest(2000),
];

function nest(depth: number): unknown {
    let value: unknown = {};
    for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : {value};
    return value;
}

// Replaces, removes or adds something somewhere inside a JSON value. The value is fresh, and changed in place.
function damage(value: unknown, random: Random): unknown {
    if (typeof value !== 'object' || value === null || random.chance(0.15)) return random.pick(nasty);
    const holder = value as Record<string, unknown>;
    const keys = Object.keys(holder);
    const key =
        keys.length === 0 || random.chance(0.1) ? random.pick(['more', 'toString', '0', '@hash', '@errors']) : random.pick(keys);
    if (random.chance(0.1)) delete holder[key];
    else holder[key] = damage(holder[key], random);
    return holder;
}

function damageText(text: string, random: Random): string {
    if (!random.chance(0.1)) return text;
    const at = random.below(text.length + 1);
    return random.pick([
        '',
        text.slice(0, at),
        `${text.slice(0, at)}${random.pick(['\\', '"', ',', '}', '\u0000', '\\u005f_proto__', '1e999', '\ufeff'])}${text.slice(at)}`,
        `[${text}]`,
        '['.repeat(5000),
        `{"__proto__":${text || 1}}`,
    ]);
}

function damageRequest(request: RawRequest, random: Random): RawRequest {
    const {target, headers} = request;
    return random.pick<RawRequest>([
        {...request, method: random.pick(['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE', 'PATCH']), body: ''},
        {
            ...request,
            target: random.pick([
                `${target}/`,
                `${target}%00`,
                `/${target}`,
                `${target}?${'a'.repeat(500)}`,
                target.toUpperCase(),
                '/__proto__',
                '/constructor',
            ]),
        },
        {...request, headers: headers.slice(2)},
        {
            ...request,
            headers: [
                ...headers.slice(2),
                'content-type',
                random.pick(['text/plain', 'application/json;charset=utf-16', 'application/json, text/html', ';'.repeat(300)]),
            ],
        },
        {
            ...request,
            headers: [
                ...headers,
                random.pick(['x-a', 'cookie', 'range', 'content-encoding', 'accept-encoding']),
                random.pick(['', 'gzip', 'bytes=0-1', 'é', 'x'.repeat(3000)]),
            ],
        },
        {...request, body: 'x'.repeat(random.pick([262_144, 262_145]))},
    ]);
}
