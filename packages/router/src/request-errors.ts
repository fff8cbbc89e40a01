import {RpcError, StatusCodes, type ValidationIssue} from '@mionkit/core';

/** The error for a body that is larger than the router's `maxBodySize`. For adapters, which find it while reading. */
export function createPayloadTooLargeError(maxBodySize: number): RpcError {
    const publicMessage = `The request body is larger than ${maxBodySize} bytes, the most that this server accepts.`;
    return new RpcError({statusCode: StatusCodes.PAYLOAD_TOO_LARGE, publicMessage});
}

/** The error for a body that breaks off, or is not encoded as its headers say. For adapters, which find it while reading. */
export function createUnreadableBodyError(originalError: unknown): RpcError {
    const publicMessage = 'The request body could not be read.';
    return new RpcError({statusCode: StatusCodes.BAD_REQUEST, publicMessage, originalError});
}

/** The error for a call that did not end in its time. For adapters whose platform ends calls as well. */
export function createTimeoutError(): RpcError {
    const publicMessage = 'The call did not end in the time that it had.';
    return new RpcError({statusCode: StatusCodes.GATEWAY_TIMEOUT, publicMessage});
}

/** The error for a path that no route has. */
export function createNotFoundError(): RpcError {
    return new RpcError({statusCode: StatusCodes.NOT_FOUND, publicMessage: 'No route has this path.'});
}

/** The error for a method that the route doesn't answer. */
export function createMethodNotAllowedError(allowed: string): RpcError {
    return new RpcError({statusCode: StatusCodes.METHOD_NOT_ALLOWED, publicMessage: `This route answers ${allowed} only.`});
}

/** The error for a header that may stand only once. */
export function createRepeatedHeaderError(name: string): RpcError {
    return new RpcError({statusCode: StatusCodes.BAD_REQUEST, publicMessage: `The header '${name}' stands more than once.`});
}

/** The error for a body that does not say that it is JSON. */
export function createMediaTypeError(): RpcError {
    const publicMessage = 'Send the header `content-type: application/json`, also when the body is empty.';
    return new RpcError({statusCode: StatusCodes.UNSUPPORTED_MEDIA_TYPE, publicMessage});
}

/** The error for a body that is compressed, where no adapter has decoded it. */
export function createContentEncodingError(): RpcError {
    const publicMessage = 'Send the request body uncompressed, without the header `content-encoding`.';
    return new RpcError({statusCode: StatusCodes.UNSUPPORTED_MEDIA_TYPE, publicMessage});
}

/** The error for a body that is no JSON text. What the parser said stays on the server. */
export function createInvalidJsonError(originalError: unknown): RpcError {
    const publicMessage = 'The request body is not valid JSON.';
    return new RpcError({statusCode: StatusCodes.BAD_REQUEST, name: 'Invalid JSON', publicMessage, originalError});
}

/** The error for a body that is JSON, but not what mion takes. */
export function createInvalidBodyError(publicMessage: string): RpcError {
    return new RpcError({statusCode: StatusCodes.BAD_REQUEST, name: 'Invalid Request Body', publicMessage});
}

/** The error for a client whose metadata is older than the server's types. */
export function createStaleMetadataError(): RpcError {
    const publicMessage = 'The types of this route have changed since the client read its metadata.';
    return new RpcError({statusCode: StatusCodes.CONFLICT, name: 'Stale Metadata', publicMessage});
}

/** The error for params that don't fit. */
export function createValidationError(id: string, errors: readonly ValidationIssue[]): RpcError {
    const publicMessage = `The params of '${id}' don't fit their types.`;
    return new RpcError({statusCode: StatusCodes.BAD_REQUEST, name: 'Validation Error', publicMessage, errorData: {errors}});
}

/** The error for a required header that is absent. */
export function createMissingHeaderError(headerName: string): RpcError {
    const statusCode = headerName === 'authorization' ? StatusCodes.UNAUTHORIZED : StatusCodes.BAD_REQUEST;
    return new RpcError({statusCode, publicMessage: `The header '${headerName}' is required.`});
}
