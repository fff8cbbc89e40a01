import {type MethodMetadata, type PublicRpcError, RpcError} from '@mionkit/core';
import {decodeErrorData} from './method-codec.ts';

/** The `RpcError` that a server sent. `method` is the one that it came from, if it came from one. */
export function toRpcError({message, ...error}: PublicRpcError, method?: MethodMetadata): RpcError {
    const errorData = method ? decodeErrorData(method, error.name, error.errorData) : error.errorData;
    return new RpcError({...error, publicMessage: message, errorData});
}
