import {RpcError, StatusCodes} from '@mionkit/core';

/** The error for a body that is larger than the router's `maxBodySize`. For adapters, which find it while reading. */
export function createPayloadTooLargeError(maxBodySize: number): RpcError {
    return new RpcError({
        statusCode: StatusCodes.PAYLOAD_TOO_LARGE,
        publicMessage: `The request body is larger than ${maxBodySize} bytes, which is the most that this server accepts.`,
    });
}
