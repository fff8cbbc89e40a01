import type {RpcError} from '@mionkit/core';
import type {AdapterResponse, ResponseStream} from '@mionkit/router';
import type {LambdaRequest} from './lambda-request.ts';
import {createResponseTooLargeError} from './result-size.ts';

/** A response whose body is there as a whole. */
export interface WholeResponse extends AdapterResponse {
    /** The body where it is no text. */
    readonly bytes?: Uint8Array;
}

/** A response with the whole of its stream for a body, or why it has none: too many bytes, or a stream of bytes that failed. */
export async function collectStream(
    stream: ResponseStream,
    {statusCode, headers, body, hasErrors}: AdapterResponse,
    {request, maxSize}: {request: LambdaRequest; maxSize: number},
): Promise<WholeResponse> {
    const head = {statusCode, headers, body, hasErrors};
    try {
        const whole = await stream.collect(maxSize);
        if (whole === undefined) return await request.answerError(createResponseTooLargeError(maxSize));
        return typeof whole === 'string' ? {...head, rawBody: whole} : {...head, rawBody: '', bytes: whole};
    } catch (error) {
        return await request.answerError(error as RpcError);
    } finally {
        request.stopClock();
    }
}
