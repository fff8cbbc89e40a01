import {describe, expect, test} from '@jest/globals';
import {isRpcError, RpcError, type RpcErrorOptions} from '../src/rpc-error.ts';

const travelCases: [title: string, options: RpcErrorOptions, wire: unknown][] = [
    [
        'a private message stays, the reason phrase travels',
        {statusCode: 401, message: 'token abc expired'},
        {name: 'Unauthorized', statusCode: 401, message: 'Unauthorized'},
    ],
    [
        'a public message travels',
        {statusCode: 404, publicMessage: 'No such user'},
        {name: 'Not Found', statusCode: 404, message: 'No such user'},
    ],
    [
        'of both messages the public one travels',
        {statusCode: 409, message: 'row 7', publicMessage: 'Taken'},
        {name: 'Conflict', statusCode: 409, message: 'Taken'},
    ],
    [
        'name, data and id travel',
        {statusCode: 400, name: 'Bad', errorData: {a: [1]}, id: 'e-1'},
        {name: 'Bad', statusCode: 400, message: 'Bad Request', errorData: {a: [1]}, id: 'e-1'},
    ],
    [
        'data that is null travels',
        {statusCode: 400, errorData: null},
        {name: 'Bad Request', statusCode: 400, message: 'Bad Request', errorData: null},
    ],
    [
        'an original error and its stack stay',
        {statusCode: 500, originalError: new Error('db password')},
        {name: 'Internal Server Error', statusCode: 500, message: 'Internal Server Error'},
    ],
    ['a status without a reason phrase', {statusCode: 599}, {name: 'Error', statusCode: 599, message: 'Error'}],
];

describe('what of an RpcError travels', () => {
    test.each(travelCases)('%s', (_title, options, wire) => {
        expect(JSON.parse(JSON.stringify(new RpcError(options)))).toEqual(wire);
    });
});

test('the private message is the error message, for logs', () => {
    expect(new RpcError({statusCode: 401, message: 'token expired', publicMessage: 'No'}).message).toBe('token expired');
    expect(new RpcError({statusCode: 401, publicMessage: 'No'}).message).toBe('No');
});

describe('isRpcError', () => {
    test('knows an error of another copy of the package', async () => {
        const other = (await import(`../src/rpc-error.ts?copy=${Date.now()}`)) as typeof import('../src/rpc-error.ts');
        expect(other.RpcError).not.toBe(RpcError);
        expect(isRpcError(new other.RpcError({statusCode: 400}))).toBe(true);
    });

    test('knows a subclass', () => {
        class NoUser extends RpcError<'NoUser', undefined> {}
        expect(isRpcError(new NoUser({statusCode: 404, name: 'NoUser'}))).toBe(true);
    });

    test('knows an error by its name', () => {
        const error = new RpcError({statusCode: 404, name: 'NoUser'});
        expect(isRpcError(error, 'NoUser')).toBe(true);
        expect(isRpcError(error, 'Other')).toBe(false);
        expect(isRpcError({name: 'NoUser'}, 'NoUser')).toBe(false);
    });

    test.each([
        [null],
        [undefined],
        ['RpcError'],
        [{}],
        [new Error('x')],
        [{name: 'RpcError', statusCode: 400, message: 'x'}],
        [() => 1],
    ])('refuses %p', (value) => {
        expect(isRpcError(value)).toBe(false);
    });

    test('no JSON value can pass for one', () => {
        expect(isRpcError(JSON.parse(JSON.stringify(new RpcError({statusCode: 400}))))).toBe(false);
    });
});
