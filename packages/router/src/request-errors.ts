import {RpcError, type RpcErrorOptions} from '@mionkit/core';

/** The error for a request that is wrong: its status, what the client is told and, where the status doesn't say it, the error's name. */
export function createRequestError(statusCode: number, publicMessage: string, more: Partial<RpcErrorOptions> = {}): RpcError {
    return new RpcError({statusCode, publicMessage, ...more});
}

/** The error for a body that is larger than the router's `maxBodySize`. For adapters, which find it while reading. */
export function createPayloadTooLargeError(maxBodySize: number): RpcError {
    return createRequestError(413, `The request body is larger than ${maxBodySize} bytes, the most that this server accepts.`);
}

/** The error for a body that breaks off, or is not encoded as its headers say. For adapters, which find it while reading. */
export function createUnreadableBodyError(originalError: unknown): RpcError {
    return createRequestError(400, 'The request body could not be read.', {originalError});
}

/** The error for a call that did not end in its time. For adapters whose platform ends calls as well. */
export function createTimeoutError(): RpcError {
    return createRequestError(504, 'The call did not end in the time that it had.');
}

/** The error for a body that is JSON, but not what mion takes. */
export function createInvalidBodyError(publicMessage: string): RpcError {
    return createRequestError(400, publicMessage, {name: 'Invalid Request Body'});
}
