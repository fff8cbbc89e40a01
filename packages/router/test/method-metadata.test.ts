import {describe, expect, test} from '@jest/globals';
import {createRouter, getMethodsMetadata, type Routes} from '../src/index.ts';
import {compiledRoutes, registerAsIs} from './register-as-is.ts';
import {sendRequest} from './send-request.ts';

const string = {kind: 'string'};
const nothing = () => undefined;
const tree = {
    auth: {headerName: 'Authorization', hook: nothing},
    quiet: {hook: nothing},
    raw: {rawHook: nothing},
    users: {tag: {hook: nothing}, get: nothing, list: nothing},
    log: {hook: nothing},
};
const models = {
    methods: {
        auth: {params: [{name: 'token', type: string}], returns: {kind: 'undefined'}},
        'users/tag': {params: [], returns: string},
        'users/get': {
            params: [{name: 'id', type: string, optional: true}],
            returns: {kind: 'ref', name: 'User'},
            errors: [{name: 'Gone'}],
        },
        'users/list': {params: [], returns: {kind: 'array', items: {kind: 'ref', name: 'Tree'}}},
    },
    definitions: {
        User: {kind: 'object', properties: [{name: 'address', type: {kind: 'ref', name: 'Address'}}]},
        Address: {kind: 'object', properties: [{name: 'owner', type: {kind: 'ref', name: 'User'}}]},
        Tree: {kind: 'array', items: {kind: 'ref', name: 'Tree'}},
    },
};
const compiled = compiledRoutes({
    auth: {kind: 'headersHook', paramCount: 1, hash: 'a'.repeat(16)},
    quiet: {kind: 'hook'},
    raw: {kind: 'rawHook'},
    'users/tag': {kind: 'hook', hasResult: true},
    'users/get': {paramCount: 1, hash: 'b'.repeat(16)},
    'users/list': {},
    log: {kind: 'hook'},
});

function createModelRouter(text: string | undefined) {
    const router = createRouter();
    registerAsIs(router, tree, text === undefined ? compiled : {...compiled, getModels: () => JSON.parse(text)});
    return router;
}

describe('getMethodsMetadata', () => {
    test('gives what the protocol serves, with the definitions that are needed and no others', () => {
        const metadata = getMethodsMetadata(createModelRouter(JSON.stringify(models)), ['users/get', 'auth', 'users/list']);
        expect(metadata).toEqual({
            'users/get': {
                id: 'users/get',
                kind: 'route',
                hookIds: ['auth', 'users/tag'],
                hash: 'b'.repeat(16),
                ...models.methods['users/get'],
                definitions: {User: models.definitions.User, Address: models.definitions.Address},
            },
            auth: {
                id: 'auth',
                kind: 'headersHook',
                headerName: 'authorization',
                hookIds: [],
                hash: 'a'.repeat(16),
                ...models.methods.auth,
            },
            'users/list': expect.objectContaining({definitions: {Tree: models.definitions.Tree}}),
        });
    });

    test.each([['nowhere'], ['quiet'], ['raw'], ['log'], ['users'], ['constructor'], ['__proto__'], ['toString'], ['']])(
        'leaves %j out',
        (id) => {
            const router = createModelRouter(JSON.stringify(models));
            expect(getMethodsMetadata(router, [id])).toEqual({});
            expect(router.getMethodIds()).not.toContain(id);
        },
    );

    test('lists the public methods in the order of registration', () => {
        expect(createModelRouter(undefined).getMethodIds()).toEqual(['auth', 'users/tag', 'users/get', 'users/list']);
    });

    test('says what to do when the program was compiled without models', () => {
        expect(() => getMethodsMetadata(createModelRouter(undefined), ['auth'])).toThrow(
            "'auth' was compiled without its type model. Import `@mionkit/common` in the program, or set the compiler's option `metadata`.",
        );
    });

    test('reads the models when they are asked for, not before', () => {
        const router = createModelRouter('no JSON');
        expect(router.getMethodIds()).toHaveLength(4);
        expect(() => getMethodsMetadata(router, ['auth'])).toThrow(SyntaxError);
    });

    test('hooks of the router stand in the plans of routes that were registered before them', () => {
        const router = createModelRouter(JSON.stringify(models));
        router.addStartHooks({first: {hook: (): string => 'x'}});
        expect(getMethodsMetadata(router, ['users/get'])['users/get']?.hookIds).toEqual(['first', 'auth', 'users/tag']);
    });
});

test('handlers reach it through the call context', async () => {
    const router = createRouter();
    const routes = {ids: (ctx) => [...ctx.router.getMethodIds()]} satisfies Routes;
    router.registerRoutes(routes);
    expect((await sendRequest(router, '/ids')).body).toEqual({ids: ['ids']});
});
