import {RpcError} from '@mionkit/core';
import type {LambdaResult} from './lambda-result.ts';

/** Escaped for JSON and in UTF-8, a UTF-16 code unit takes at most six bytes. */
const maxBytesPerUnit = 6;

/** Whether Lambda would refuse to send a result, as JSON text has it in that many bytes. */
export function isTooLarge(result: LambdaResult, maxBytes: number): boolean {
    return result.body.length * maxBytesPerUnit > maxBytes && Buffer.byteLength(JSON.stringify(result)) > maxBytes;
}

/** The error for a response that can't be sent. The route has run. */
export function createResponseTooLargeError(maxBytes: number): RpcError {
    return new RpcError({
        statusCode: 500,
        name: 'Response Too Large',
        message: `The response has more than the ${maxBytes} bytes that Lambda can send to what invoked it. Return less, or use a streaming handler.`,
        publicMessage: 'The response is too large to be sent.',
    });
}
