import {expectTypeOf} from 'expect-type';
import {isRpcError, RpcError} from '../src/index.ts';

type UserNotFound = RpcError<'UserNotFound', {id: string}>;
type Declared = UserNotFound | RpcError<'Banned', {until: Date}>;

const caught: unknown = new RpcError({statusCode: 404});
if (isRpcError(caught)) expectTypeOf(caught).toEqualTypeOf<RpcError>();
if (isRpcError(caught, 'UserNotFound')) expectTypeOf(caught).toEqualTypeOf<RpcError<'UserNotFound'>>();

// An error's name alone does not narrow a union that holds the general RpcError, whose name is any string. The guard does.
function describeError(error: Declared | RpcError): void {
    if (isRpcError(error, 'UserNotFound')) expectTypeOf(error.errorData).toEqualTypeOf<{id: string}>();
    if (isRpcError(error, 'Banned')) expectTypeOf(error.errorData).toEqualTypeOf<{until: Date}>();
    if (isRpcError(error, 'Other')) expectTypeOf(error.errorData).toEqualTypeOf<unknown>();
}
describeError(new RpcError({statusCode: 404}));

function describeResult(result: {name: 'Ada'} | Declared): void {
    if (isRpcError(result, 'Banned')) expectTypeOf(result.errorData).toEqualTypeOf<{until: Date}>();
    if (!isRpcError(result)) expectTypeOf(result).toEqualTypeOf<{name: 'Ada'}>();
}
describeResult({name: 'Ada'});
