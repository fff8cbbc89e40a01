import type {RpcError} from '@mionkit/core';
import {encodeValue} from './encode-value.ts';
import type {Method} from './method.ts';
import {toRpcError} from './to-rpc-error.ts';

/**
 * The JSON text of an error as it travels: an allow-list of fields, never stack, cause or private message.
 *
 * Data that can't be written is left out, and the reason added to `internalErrors`.
 */
export function writeError(error: RpcError, method: Method | undefined, internalErrors: RpcError[]): string {
    const {name, statusCode, publicMessage: message, id} = error;
    const head = JSON.stringify({name, statusCode, message}).slice(0, -1);
    const errorData = writeErrorData(error, method, internalErrors);
    return `${head}${errorData === undefined ? '' : `,"errorData":${errorData}`}${id === undefined ? '' : `,"id":${JSON.stringify(id)}`}}`;
}

function writeErrorData({name, errorData}: RpcError, method: Method | undefined, internalErrors: RpcError[]): string | undefined {
    const encoders = method?.codec?.encodeErrorData;
    const key = encoders !== undefined && Object.hasOwn(encoders, name) ? name : '*';
    const encode = encoders?.[key] ?? JSON.stringify;
    try {
        return encodeValue(encode, errorData, 'errorData');
    } catch (thrown) {
        internalErrors.push(toRpcError(thrown));
        return undefined;
    }
}
