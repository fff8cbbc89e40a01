import {isRpcError, RpcError} from '@mionkit/core';

/** What was thrown, as the error that travels: an `RpcError` is itself, anything else a 500 that tells the client nothing but its id. */
export function toRpcError(thrown: unknown): RpcError {
    let message = `Thrown: ${typeof thrown}`;
    try {
        if (isRpcError(thrown)) return thrown;
        if (thrown instanceof Error) message = `${thrown.message}`;
    } catch {
        // A getter or a proxy of the program's own threw.
    }
    return new RpcError({
        statusCode: 500,
        message,
        publicMessage: 'Something went wrong on the server.',
        originalError: thrown,
        id: createErrorId(),
    });
}

/** The error itself when it has an id, otherwise the same with one. */
export function withErrorId(error: RpcError): RpcError {
    if (error.id !== undefined) return error;
    const {statusCode, name, message, publicMessage, errorData} = error;
    // A copy: the program may throw one and the same object again and again.
    return new RpcError({statusCode, name, message, publicMessage, errorData, originalError: error, id: createErrorId()});
}

function createErrorId(): string {
    return (globalThis as unknown as {readonly crypto: {randomUUID(): string}}).crypto.randomUUID();
}
