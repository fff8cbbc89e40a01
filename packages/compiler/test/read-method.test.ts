import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {MethodModel} from '@mionkit/core';
import type {MethodSource} from '@mionkit/reflection/generator';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const code = `
import {RpcError} from '@mionkit/core';
import {type CallContext, headersHook, hook, rawHook, registerRoutes, route, type Routes} from '@mionkit/router';

class NotFound extends RpcError<'NotFound', {id: string; at: Date}> {}
class Forbidden<T> extends RpcError<'Forbidden', T> {}
interface User {
    /** What people call the user. */
    name: string;
    age: number;
}
/** Declared far away. */
function declared(ctx: CallContext) {}
/**
 * Held by a variable.
 * @param id the user's id
 * @param count - how many
 */
const held = (ctx: CallContext, id: string, count: number) => {};

registerRoutes({
    promise: async (ctx) => 1,
    maybePromise: (ctx): string | Promise<number> => 1 as never,
    nestedPromise: (ctx): Promise<Promise<string>> => '' as never,
    nothing: (ctx) => {},
    never: (ctx): never => { throw new Error(); },
    voidOrText: (ctx): void | string => {},
    unknown: (ctx): unknown => 1,
    error: (ctx): string | RpcError => '',
    errors: async (ctx, id: string): Promise<User | NotFound | Forbidden<{role: string}> | RpcError<'Gone'>> => '' as never,
    oneNameTwoData: (ctx): RpcError<'A', string> | RpcError<'A', number> => '' as never,
    unionOfNames: (ctx): RpcError<'A' | 'B', null> => '' as never,
    onlyError: (ctx): RpcError<'X', undefined> => '' as never,
    /** Its own text. @param user whom */
    documented: (ctx, user: User) => user,
    declared,
    held,
    definition: {route: held},
    helperRoute: route((ctx: CallContext, id: string) => id, {readOnly: true}),
    helperHook: hook((ctx: CallContext, token: string) => {}),
    helperHeader: headersHook('x-key', (ctx: CallContext, key: 'a' | 5 | true) => 'x'),
    helperRaw: rawHook((ctx, req, res) => {}),
    textHeader: {headerName: 'a', hook: (ctx, text: string) => {}},
    optionalHeader: {headerName: 'b', hook: (ctx, count?: number) => 5},
    idHeader: {headerName: 'c', hook: (ctx, id: \`id-\${string}\` | undefined): string[] => []},
    noParamHeader: {headerName: 'd', hook: (ctx) => 'value'},
    named: (...[ctx, id]: [ctx: CallContext, id: string, limit?: number]) => id,
} satisfies Routes);
`;

const javaScript = `
import {registerRoutes} from '@mionkit/router';
/**
 * From JavaScript.
 * @param {unknown} ctx
 * @param {string} id which one
 * @param {number} [count]
 * @param {{deep?: boolean}} [options]
 * @returns {Promise<{when: Date}>}
 */
function find(ctx, id, count, options = {}) { return Promise.resolve({when: new Date()}); }
registerRoutes({find});
`;

let project: FixtureProject;
let reader: RouteReader;
let methods: ReadonlyMap<string, MethodSource>;

beforeAll(() => {
    const compilerOptions = {...fixtureTsconfig.compilerOptions, allowJs: true, checkJs: true};
    project = createFixtureProject({
        'routes.ts': code,
        'script.js': javaScript,
        'tsconfig.json': JSON.stringify({compilerOptions}),
    });
    reader = createRouteReader({cwd: project.directory});
    const {calls, diagnostics} = reader.read(code, 'routes.ts');
    expect(diagnostics).toEqual([]);
    methods = new Map(calls.flatMap((call) => call.methods.map((method) => [method.id, method])));
});

afterAll(() => {
    reader.close();
    project.remove();
});

function modelOf(id: string): MethodModel | undefined {
    return methods.get(id)?.model;
}

const user = {
    kind: 'object',
    name: 'User',
    properties: [
        {name: 'name', type: {kind: 'string'}, description: 'What people call the user.'},
        {name: 'age', type: {kind: 'number'}},
    ],
};

function object(name: string, kind: string): object {
    return {name, type: {kind}};
}

describe('what a method gives', () => {
    const cases: readonly {id: string; returns: object; errors?: readonly object[]}[] = [
        {id: 'promise', returns: {kind: 'number'}},
        {id: 'maybePromise', returns: {kind: 'union', members: [{kind: 'string'}, {kind: 'number'}]}},
        {id: 'nestedPromise', returns: {kind: 'string'}},
        {id: 'nothing', returns: {kind: 'undefined'}},
        {id: 'never', returns: {kind: 'undefined'}},
        {id: 'voidOrText', returns: {kind: 'union', members: [{kind: 'undefined'}, {kind: 'string'}]}},
        {id: 'unknown', returns: {kind: 'unknown'}},
        {id: 'error', returns: {kind: 'string'}, errors: [{}]},
        {
            id: 'errors',
            returns: user,
            errors: [
                {name: 'NotFound', errorData: {kind: 'object', properties: [object('id', 'string'), object('at', 'date')]}},
                {name: 'Forbidden', errorData: {kind: 'object', properties: [object('role', 'string')]}},
                {name: 'Gone'},
            ],
        },
        {
            id: 'oneNameTwoData',
            returns: {kind: 'undefined'},
            errors: [{name: 'A', errorData: {kind: 'union', members: [{kind: 'string'}, {kind: 'number'}]}}],
        },
        {
            id: 'unionOfNames',
            returns: {kind: 'undefined'},
            errors: [
                {name: 'A', errorData: {kind: 'null'}},
                {name: 'B', errorData: {kind: 'null'}},
            ],
        },
        {id: 'onlyError', returns: {kind: 'undefined'}, errors: [{name: 'X'}]},
    ];

    test.each(cases)('$id', ({id, returns, errors}) => {
        const model = modelOf(id);
        expect(model?.returns).toEqual(returns);
        expect(model?.errors).toEqual(errors === undefined ? undefined : expect.arrayContaining([...errors]));
        expect(model?.errors?.length).toBe(errors?.length);
    });
});

describe('descriptions', () => {
    test('before the property, on params and on properties of types', () => {
        expect(modelOf('documented')).toMatchObject({
            description: 'Its own text.',
            params: [{name: 'user', type: user, description: 'whom'}],
        });
    });

    test('before the function, where the property has none', () => {
        expect(modelOf('declared')?.description).toBe('Declared far away.');
        for (const id of ['held', 'definition']) {
            expect(modelOf(id)).toMatchObject({
                description: 'Held by a variable.',
                params: [
                    {name: 'id', description: "the user's id"},
                    {name: 'count', description: 'how many'},
                ],
            });
        }
    });
});

describe('kinds', () => {
    const cases: readonly {id: string; kind: string; headerKinds?: readonly string[]}[] = [
        {id: 'helperRoute', kind: 'route'},
        {id: 'helperHook', kind: 'hook'},
        {id: 'helperRaw', kind: 'rawHook'},
        {id: 'helperHeader', kind: 'headersHook', headerKinds: ['boolean', 'number', 'string']},
        {id: 'textHeader', kind: 'headersHook', headerKinds: ['string']},
        {id: 'optionalHeader', kind: 'headersHook', headerKinds: ['number']},
        {id: 'idHeader', kind: 'headersHook', headerKinds: ['string']},
        {id: 'noParamHeader', kind: 'headersHook', headerKinds: []},
    ];

    test.each(cases)('$id', ({id, kind, headerKinds}) => {
        expect(methods.get(id)).toMatchObject({kind, ...(headerKinds && {headerKinds})});
    });
});

test('params take the names of a tuple', () => {
    expect(modelOf('named')?.params).toEqual([
        {name: 'id', type: {kind: 'string'}},
        {name: 'limit', type: {kind: 'number'}, optional: true},
    ]);
});

test('JavaScript with JSDoc types', () => {
    const {calls, diagnostics} = reader.read(javaScript, 'script.js');
    expect(diagnostics).toEqual([]);
    expect(calls[0]?.methods[0]?.model).toEqual({
        description: 'From JavaScript.',
        params: [
            {name: 'id', type: {kind: 'string'}, description: 'which one'},
            {name: 'count', type: {kind: 'number'}, optional: true},
            {
                name: 'options',
                type: {kind: 'object', properties: [{name: 'deep', type: {kind: 'boolean'}, optional: true}]},
                optional: true,
            },
        ],
        returns: {kind: 'object', properties: [{name: 'when', type: {kind: 'date'}}]},
    });
});
